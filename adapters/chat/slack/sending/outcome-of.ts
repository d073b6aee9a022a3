import type { ClosedReason, SendOutcome } from '../../../../src/ports/chat-adapter.ts';
import { isDeadToken } from '../web-api/auth-codes.ts';
import type { NotDone } from '../web-api/call-slack.ts';

/** Long enough for what is still on its way to arrive, so that the next attempt finds it. */
const UNSURE_RETRY_MS = 5_000;
const PASSING_RETRY_MS = 60_000;

const CLOSED: Readonly<Record<string, ClosedReason>> = {
  channel_not_found: 'channel-gone',
  user_not_found: 'channel-gone',
  users_not_found: 'channel-gone',
  user_disabled: 'channel-gone',
  user_not_visible: 'channel-gone',
  is_archived: 'channel-archived',
  not_in_channel: 'not-a-member',
  missing_scope: 'not-allowed',
  no_permission: 'not-allowed',
  not_allowed_token_type: 'not-allowed',
  access_denied: 'not-allowed',
  ekm_access_denied: 'not-allowed',
  team_access_not_granted: 'not-allowed',
  enterprise_is_restricted: 'not-allowed',
  messages_tab_disabled: 'not-allowed',
  cannot_dm_bot: 'not-allowed',
  method_not_supported_for_channel_type: 'not-allowed',
};

/** Slack moves something about; it says yes again by itself. */
const PASSING = new Set(['team_added_to_org', 'org_login_required', 'accesslimited']);

/** What a call that was not done means for a delivery. */
export function outcomeOf(called: NotDone): SendOutcome {
  switch (called.kind) {
    case 'limited':
      return notSent('Slack asks to wait.', called.retryAfterMs);
    case 'unsure':
      return notSent(`Slack's answer did not arrive: ${called.problem}.`, UNSURE_RETRY_MS);
    case 'refused':
      return refusal(called.code);
  }
}

export function notSent(reason: string, retryAfterMs: number | null): SendOutcome {
  return { kind: 'not-sent', reason, retryAfterMs };
}

function refusal(code: string): SendOutcome {
  const reason = closedReasonOf(code);
  if (reason !== null) return { kind: 'closed', reason };
  return notSent(`Slack refused it: ${code}.`, PASSING.has(code) ? PASSING_RETRY_MS : null);
}

function closedReasonOf(code: string): ClosedReason | null {
  if (isDeadToken(code)) return 'uninstalled';
  return CLOSED[code] ?? (code.startsWith('restricted_action') ? 'not-allowed' : null);
}
