import type { ArticleId } from './identity.ts';

/**
 * Platform-neutral content. Text is a list of inline nodes, never a markup string: a headline may contain `*`,
 * `<!channel>` or `@everyone`, and only a platform's renderer knows what to escape.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'italic'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** Words of a source, verbatim. `language` lets a renderer set the direction and mark a foreign original. */
  | { readonly kind: 'quote'; readonly text: string; readonly language: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | Citation;

/** Where a sentence comes from. A renderer never separates it from the sentence before it. */
export interface Citation {
  readonly kind: 'citation';
  readonly articleId: ArticleId;
  /** The outlet's name, as a reader should see it. */
  readonly source: string;
  /** Publication day as shown: `2025-04-24`, `about 2026-02-02`, `undated`. */
  readonly date: string;
  /** Null when the article was read from a file and has no address. */
  readonly url: string | null;
}

export type Inlines = readonly Inline[];

/** A button: pressing it runs `command`, one line of text as a person would type it. */
export interface Action {
  readonly label: string;
  readonly command: string;
}

/** One thing of a list, with what can be done about it: its story, its sources, why it is here. */
export interface Entry {
  readonly text: Inlines;
  /** At most five, the most wanted first. */
  readonly actions: readonly Action[];
}

/** A picture that the bot made. */
export interface ImageFile {
  /** File name with its extension. */
  readonly name: string;
  readonly mediaType: 'image/png';
  readonly base64: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: Inlines }
  | { readonly kind: 'paragraph'; readonly text: Inlines }
  | { readonly kind: 'list'; readonly items: readonly Inlines[]; readonly isOrdered: boolean }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  /** `alt` says in words what the picture shows. */
  | { readonly kind: 'image'; readonly alt: string; readonly file: ImageFile }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Inlines[])[];
    }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

export interface Field {
  readonly label: string;
  readonly value: Inlines;
}

export interface Message {
  readonly blocks: readonly Block[];
}
