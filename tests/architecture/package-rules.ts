import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      hasInstallScript: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});

/** What packages need to be compiled with on the machine that installs them. */
const BUILDERS =
  /(?:^|\/)(?:node-gyp|node-gyp-build|node-pre-gyp|prebuild-install|bindings|nan|node-addon-api)$/;

/** One sentence for every package of a lock file that would compile, or run a script that is not allowed by name. */
export function packageProblems(lock: unknown, allowed: readonly string[]): readonly string[] {
  return Object.entries(lockSchema.parse(lock).packages).flatMap(([path, { hasInstallScript, optional }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    if (BUILDERS.test(name)) return [`${name} compiles native code`];
    const isRun = hasInstallScript === true && optional !== true && !allowed.includes(name);
    return isRun ? [`${name} runs a script when it is installed`] : [];
  });
}
