import type { Field, Inlines } from '../../../src/domain/message.ts';
import { LIMITS } from './limits.ts';
import { plain, type Run, renderInlines, renderLines, runsWeight } from './render-inlines.ts';
import { richText, section } from './render-text.ts';
import { words } from './render-words.ts';
import { safeText } from './safe-text.ts';
import { splitByWeight } from './split-by-weight.ts';
import { type Piece, pieceOf } from './split-posts.ts';

/** One field a line, labels in bold; records of several fields are apart by an empty line. */
export function renderRecords(records: readonly (readonly Field[])[]): readonly Piece[] {
  const lines = records.flatMap((fields) =>
    fields.flatMap(fieldLines).map((line, index) => ({ line, isApart: index === 0 })),
  );
  const groups = splitByWeight(lines, {
    weightOf: ({ line }) => runsWeight(line) + 2,
    weight: LIMITS.richText + 2,
  });
  return groups.map((group) => {
    const runs = group.flatMap(({ line, isApart }, index) =>
      index === 0 ? line : [plain(isApart ? '\n\n' : '\n'), ...line],
    );
    return pieceOf(richText(section(runs)));
  });
}

function fieldLines({ label, value }: Field): readonly (readonly Run[])[] {
  const name = safeText(label).trim();
  if (name === '') return renderLines(value);
  const shown: Inlines = renderInlines(value).length > 0 ? value : [{ kind: 'text', text: words.noValue }];
  return renderLines([{ kind: 'bold', text: `${name}:` }, { kind: 'text', text: ' ' }, ...shown]);
}
