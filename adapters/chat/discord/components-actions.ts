import type { Action } from '../../../src/domain/message.ts';
import type { EntryPart, Part } from './components-part.ts';
import { renderMenus } from './render-actions.ts';
import { renderText } from './render-text.ts';
import { renderWords } from './render-words.ts';

/**
 * Parts of one post in which every line is run from one place only, the first: two components that carry the same are
 * refused. An entry that has no action left is text.
 */
export function withoutRepeats(parts: readonly Part[]): readonly Part[] {
  const seen = new Set<string>();
  const fresh = (actions: readonly Action[]) =>
    actions.filter(({ command }) => {
      const isFresh = !seen.has(command);
      seen.add(command);
      return isFresh;
    });
  return parts.flatMap((part) => withActions(part, fresh));
}

function withActions(part: Part, choose: (actions: readonly Action[]) => readonly Action[]): readonly Part[] {
  if (part.kind === 'entry') {
    const [button, ...further] = choose([part.button, ...part.further]);
    return [button === undefined ? renderText(part.markdown) : { ...part, button, further }];
  }
  if (part.kind === 'buttons') {
    const actions = choose(part.actions);
    return actions.length === 0 ? [] : [{ ...part, actions }];
  }
  if (part.kind === 'menu') {
    const options = choose(part.options);
    return options.length === 0 ? [] : [{ ...part, options }];
  }
  return [part];
}

/** What else can be done about the entries of a post, in menus behind the last of them. */
export function withMenus(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLastIndex(({ kind }) => kind === 'entry');
  const further = parts.flatMap((part) => (part.kind === 'entry' ? furtherActions(part) : []));
  return [
    ...parts.slice(0, last + 1),
    ...renderMenus(further, renderWords.moreAbout),
    ...parts.slice(last + 1),
  ];
}

function furtherActions({ name, further }: EntryPart): readonly Action[] {
  return further.map(({ label, command }) => ({ label: `${label} · ${name}`, command }));
}
