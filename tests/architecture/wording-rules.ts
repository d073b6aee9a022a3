import { type SourceFile, withoutComments } from './source-file.ts';

interface WordingRule {
  /** What must not be there, as the problem names it. */
  readonly what: string;
  readonly pattern: RegExp;
  appliesTo(path: string): boolean;
  /** Comments count, too. */
  readonly inComments?: boolean;
}

const isProduct = (path: string) => /^(src|adapters|commands)\//.test(path);
const isBot = (path: string) => /^(src|commands)\//.test(path);

const WORDING_RULES: readonly WordingRule[] = [
  { what: 'the name of a platform', pattern: /slack|discord/i, appliesTo: isBot, inComments: true },
  {
    what: 'process.env',
    pattern: /\bprocess\s*\.\s*env\b|\benv\b[^=\n]*=\s*process\b/,
    appliesTo: (path) => isProduct(path) && path !== 'src/main.ts',
  },
  {
    what: 'the time of the machine',
    pattern:
      /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?!\s*[(\w]))|(?<!new )(?<![.\w])Date\(\s*\)|\bperformance\.now\b/,
    appliesTo: (path) => isProduct(path) && !path.startsWith('adapters/clock/'),
  },
  {
    what: 'the network',
    pattern:
      /['"](?:node:)?(?:net|tls|dgram|https?|http2)['"]|['"]undici['"]|(?<![.\w])fetch\(|\bnew WebSocket\b/,
    appliesTo: isBot,
  },
  { what: 'a default export', pattern: /^export default\b|\bas default\b/m, appliesTo: isProductOrTest },
  { what: 'an enum', pattern: /^\s*(?:export )?(?:declare )?(?:const )?enum\b/m, appliesTo: isProductOrTest },
  { what: 'module-level let or var', pattern: /^(?:export )?(?:let|var)\b/m, appliesTo: isProduct },
  {
    what: 'a mocked module',
    pattern: /\bvi\s*\.\s*(?:do)?mock\b/i,
    appliesTo: (path) => path.startsWith('tests/'),
  },
];

function isProductOrTest(path: string): boolean {
  return isProduct(path) || path.startsWith('tests/');
}

/** One sentence for every rule of wording that a file breaks. */
export function wordingProblems({ path, text }: SourceFile): readonly string[] {
  const code = withoutComments(text);
  return WORDING_RULES.filter((rule) => rule.appliesTo(path))
    .filter(({ pattern, inComments }) => pattern.test(inComments === true ? `${path}\n${text}` : code))
    .map(({ what }) => `${path} contains ${what}`);
}
