import type { Inline, Inlines } from '../domain/message.ts';

export function text(words: string): Inline {
  return { kind: 'text', text: words };
}

export function bold(words: string): Inline {
  return { kind: 'bold', text: words };
}

export function italic(words: string): Inline {
  return { kind: 'italic', text: words };
}

export function code(words: string): Inline {
  return { kind: 'code', text: words };
}

/** Words of a source, verbatim, in the language of the source. */
export function quote(words: string, language: string): Inline {
  return { kind: 'quote', text: words, language };
}

/** The parts that are there, with a separator between them. */
export function joined(parts: readonly Inlines[], separator = ' · '): Inlines {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [text(separator), ...part]));
}
