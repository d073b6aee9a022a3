import type { Action } from '../../../src/domain/message.ts';
import type { Part } from './components-part.ts';
import { limits } from './limits.ts';
import { renderWords } from './render-words.ts';

/** A row of buttons, or menus where one row does not hold them all. */
export function renderActions(actions: readonly Action[]): readonly Part[] {
  if (actions.length === 0) return [];
  if (actions.length <= limits.rowButtons) return [{ kind: 'buttons', actions }];
  return renderMenus(actions, renderWords.choose);
}

export function renderMenus(actions: readonly Action[], placeholder: string): readonly Part[] {
  const count = Math.ceil(actions.length / limits.menuOptions);
  return Array.from({ length: count }, (_, place) => ({
    kind: 'menu',
    placeholder,
    options: actions.slice(place * limits.menuOptions, (place + 1) * limits.menuOptions),
  }));
}
