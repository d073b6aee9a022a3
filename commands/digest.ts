import { composeEdition } from '../src/digests/compose-edition.ts';
import { EVERYTHING } from '../src/domain/subscription.ts';
import { editionMessage, isQuiet } from '../src/messages/edition-message.ts';
import { emptyMessage } from '../src/messages/empty-message.ts';
import type { Command } from '../src/ports/command.ts';
import { instantOption } from '../src/ports/option-values.ts';

const DEFAULT_PERIOD_MS = 24 * 3_600_000;

export const digest = {
  name: 'digest',
  description: 'What happened over a period: new stories, visits, agreements, and what is ahead',
  examples: ['digest', 'digest 7d', 'digest 30d'],
  options: [
    {
      name: 'period',
      description: 'From when on: 7d, 2w, 3m, or a date; the last 24 hours when left out',
      kind: 'since',
      isRequired: false,
      isPositional: true,
    },
  ],
  access: 'everyone',
  visibility: 'private',
  async run(options, context) {
    const fromAt = instantOption(options, 'period') ?? context.now - DEFAULT_PERIOD_MS;
    const request = {
      period: { fromAt, toAt: context.now, zone: context.zone },
      lookFromAt: fromAt,
      language: context.language,
      interest: { ...EVERYTHING, topicIds: context.topicIds },
      mutes: await context.store.mutes.ofChannel(context.channel),
      length: 'standard' as const,
      toldTo: [],
      due: null,
    };
    const plan = await composeEdition(request, context);
    const message = editionMessage(plan, context);
    if (!isQuiet(plan)) return message;
    const advice = emptyMessage({ said: '', tries: ['digest 30d', 'latest'] }, context);
    return { blocks: [...message.blocks, ...advice.blocks.slice(1)] };
  },
} satisfies Command;
