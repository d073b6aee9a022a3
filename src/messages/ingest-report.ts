import type { KnownLanguage } from '../domain/identity.ts';
import type { Message } from '../domain/message.ts';
import { bullets, field, fields, paragraph } from './blocks.ts';
import { bold, text } from './inline.ts';
import { wordsIn } from './words-in.ts';

interface Counts {
  readonly new: number;
  readonly revised: number;
  readonly unchanged: number;
}

/** What an ingest did: one line a source, then what could not be read, by name and reason. */
export interface IngestFindings {
  readonly sources: readonly (Counts & {
    readonly name: string;
    readonly failed: readonly { readonly name: string; readonly reason: string }[];
  })[];
  readonly totals: Counts & { readonly failed: number };
}

export function ingestReport({ sources, totals }: IngestFindings, language: KnownLanguage): Message {
  const words = wordsIn(language).program;
  if (sources.length === 0) return { blocks: [paragraph(words.ingestedNothing)] };
  const counted = (counts: Counts) => words.ingestedCounts(counts.new, counts.revised, counts.unchanged);
  const failed = sources.flatMap((source) => source.failed);
  const rows = [
    ...sources.map((source) => field(source.name, counted(source))),
    field(words.inAll, counted(totals)),
  ];
  const failures = [
    paragraph([bold(words.unreadable(totals.failed))]),
    bullets(failed.map(({ name, reason }) => [bold(name), text(`: ${reason}`)])),
  ];
  return { blocks: [fields(rows), ...(failed.length === 0 ? [] : failures)] };
}
