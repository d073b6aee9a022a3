import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

// The compiled program is kept for the next start. Only what is imported afterwards is, so the rest stands elsewhere.
enableCompileCache();
const { runProgram } = await import('./program.ts');

if (existsSync('.env')) process.loadEnvFile();
process.exitCode = await runProgram(process.argv.slice(2), process.env);
