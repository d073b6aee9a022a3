import type { ImageFile } from '../../../src/domain/message.ts';
import type { Part } from './components-part.ts';
import { limits } from './limits.ts';
import { renderText } from './render-text.ts';
import { safeLabel } from './safe-text.ts';
import { splitText } from './split-text.ts';

/** A picture with its description; the description alone where Discord would not take the file. */
export function renderImage(alt: string, file: ImageFile): readonly Part[] {
  const bytes = new Uint8Array(Buffer.from(file.base64, 'base64'));
  const isTaken = bytes.length > 0 && bytes.length <= limits.fileBytes;
  const description = safeLabel(alt, limits.altText);
  const isWhole = alt.length <= limits.altText;
  const words = isTaken && isWhole ? [] : splitText([{ kind: 'text', text: isTaken ? alt : `[${alt}]` }]);
  return [
    ...words.map(renderText),
    ...(isTaken
      ? [{ kind: 'picture' as const, name: safeFileName(file.name), alt: description, bytes }]
      : []),
  ];
}

/** Discord would change other signs, and the picture would no longer find its file. */
function safeFileName(name: string): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? [];
  const safe = stem
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${safe === '' ? 'image' : safe}${extension === '' ? '.png' : extension.toLowerCase()}`;
}
