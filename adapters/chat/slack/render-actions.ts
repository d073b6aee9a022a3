import type { types } from '@slack/bolt';
import type { Action } from '../../../src/domain/message.ts';
import { blocksWeight } from './blocks-weight.ts';
import { LIMITS } from './limits.ts';
import { safeLabel } from './safe-label.ts';
import { splitByWeight } from './split-by-weight.ts';

export interface ActionRules {
  /** What a button carries for the line that it runs. */
  readonly tokenOf: (line: string) => string;
  /** `solo` when the message is one post, which a paging button then replaces; `part` when it is not. */
  readonly scope: 'solo' | 'part';
}

/** A row of buttons, or menus when they are many. `place` is unique in the message. */
export function renderActions(
  actions: readonly Action[],
  place: string,
  rules: ActionRules,
): readonly types.ActionsBlock[] {
  if (actions.length === 0) return [];
  const blocks =
    actions.length <= LIMITS.buttonsInARow
      ? [actions.map((action) => buttonOf(action, rules))]
      : menusOf(actions, rules).map((menu) => [menu]);
  return blocks.map((elements, block) => ({
    type: 'actions',
    elements: elements.map((element, index) => ({
      ...element,
      action_id: `${rules.scope}:${place}.${block}.${index}`,
    })),
  }));
}

function buttonOf({ label, command }: Action, { tokenOf }: ActionRules): types.Button {
  return { type: 'button', text: labelOf(label, command), value: tokenOf(command) };
}

/** Options of one menu differ in what they run: of two that run the same line, the first is enough. */
function menusOf(actions: readonly Action[], { tokenOf }: ActionRules): readonly types.StaticSelect[] {
  const lines = actions.map(({ command }) => command);
  const different = actions.filter(({ command }, place) => lines.indexOf(command) === place);
  const options = different.map(({ label, command }) => ({
    text: labelOf(label, command),
    value: tokenOf(command),
  }));
  const { select } = LIMITS;
  const bounds = { weightOf: blocksWeight, weight: select.weight, count: select.options };
  return splitByWeight(options, bounds).map((group) => ({ type: 'static_select', options: [...group] }));
}

function labelOf(label: string, command: string): types.PlainTextElement {
  return { type: 'plain_text', text: safeLabel(label, command), emoji: false };
}
