import type { ConfigProblem } from '../../../src/errors.ts';
import { settings } from './settings.ts';
import { WHERE } from './slack-setup.ts';
import { isTokenProblem } from './web-api/auth-codes.ts';

type TokenKey = 'botToken' | 'appToken';

/** What is wrong with a token when Slack's word says that it is; none for a word that says something else. */
export function tokenProblems(key: TokenKey, code: string | null): readonly ConfigProblem[] {
  if (code === null || !isTokenProblem(code)) return [];
  return [{ variable: settings[key].name, problem: `Slack does not accept it (${code}); ${WHERE[key]}` }];
}
