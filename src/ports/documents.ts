/** A file as found. `locator` is its absolute path. */
export interface Document {
  readonly locator: string;
  /** Path below the folder that was asked for, or the file's name: what a person should see. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type DocumentReading =
  | { readonly kind: 'read'; readonly document: Document }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string };

/** Reads files and folders of this machine that an operator names. */
export interface Documents {
  /**
   * The files at a path: itself, or all below a folder in name order, hidden ones left out. A missing path is one
   * `failed` reading, not an exception.
   */
  read(path: string): AsyncIterable<DocumentReading>;
  /** How many files `read` would give; for a progress bar. */
  count(path: string): Promise<number>;
}
