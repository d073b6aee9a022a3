import { answerQuestion } from '../src/answers/answer-question.ts';
import type { Message } from '../src/domain/message.ts';
import { answerMessage } from '../src/messages/answer-message.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import { wordsIn } from '../src/messages/words-in.ts';
import type { Command, CommandContext } from '../src/ports/command.ts';
import { textOption } from '../src/ports/option-values.ts';

export const ask = {
  name: 'ask',
  description: 'A short answer in stored sentences, each with its source, or an honest no',
  examples: [
    'ask When did Tokayev visit Pakistan?',
    'ask What was signed in February 2026?',
    'ask Who is the foreign minister of Kazakhstan?',
  ],
  options: [
    {
      name: 'question',
      description: 'A question in plain words',
      kind: 'text',
      isRequired: true,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const question = textOption(options, 'question')?.trim() ?? '';
    const answer = await answerQuestion(question, context);
    if (answer.kind === 'unknown') return notSaid(answer.lookedFor, context);
    return answerMessage({ question, ...answer }, context);
  },
} satisfies Command;

/** The honest no: what was looked for, and what may help. */
function notSaid(lookedFor: readonly string[], context: CommandContext): Message {
  const words = wordsIn(context.language).ask;
  if (lookedFor.length === 0) return emptyMessage({ said: words.noQuestion, tries: ['help ask'] }, context);
  const said = `${words.unknown} ${words.lookedFor(lookedFor.join(', '))}`;
  return emptyMessage({ said, tries: [`search ${lookedFor.join(' ')}`, 'timeline', 'latest'] }, context);
}
