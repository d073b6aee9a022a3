/** Slack's words for a token that it does not, or no longer, accept. */
const DEAD_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'user_removed_from_team',
  'team_disabled',
]);

/** Words for a token that is of another kind or may too little. */
const WRONG_TOKEN = new Set(['not_allowed_token_type', 'missing_scope', 'no_permission']);

export function isDeadToken(code: string): boolean {
  return DEAD_TOKEN.has(code);
}

/** Trying again with the same token is pointless. */
export function isTokenProblem(code: string): boolean {
  return DEAD_TOKEN.has(code) || WRONG_TOKEN.has(code);
}
