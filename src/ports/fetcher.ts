/** What the server said last time; sent back so that an unchanged page costs nothing. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a server says of where a page stands and how long it will not change. */
export interface Lodging {
  /** The address to use from now on, when the server moved the page for good; null when it did not. */
  readonly movedTo: string | null;
  /** How long the answer is fresh by its cache headers; null when they do not say. */
  readonly freshForMs: number | null;
}

export type FetchOutcome =
  | ({
      readonly kind: 'fetched';
      /** The address after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      /** Value of the Content-Type header, or null. */
      readonly contentType: string | null;
      readonly validators: Validators;
    } & Lodging)
  | ({ readonly kind: 'unchanged' } & Lodging)
  | {
      readonly kind: 'refused';
      /** One sentence that a person can act on. */
      readonly reason: string;
      /** When it is worth trying again; null when it is not. */
      readonly retryAfterMs: number | null;
      /** The server says that the page is gone for good (410). */
      readonly isGone: boolean;
    };

/** Reads from the public internet, and only from there. Outcomes are values; it does not throw. */
export interface Fetcher {
  get(url: string, validators?: Validators): Promise<FetchOutcome>;
}
