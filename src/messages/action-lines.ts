import type { Message } from '../domain/message.ts';

/** The lines that the buttons of a message run, each once, in the order in which they stand. */
export function actionLines({ blocks }: Message): readonly string[] {
  const actions = blocks.flatMap((block) => {
    if (block.kind === 'actions') return block.actions;
    return block.kind === 'entries' ? block.entries.flatMap((entry) => entry.actions) : [];
  });
  return [...new Set(actions.map(({ command }) => command))];
}
