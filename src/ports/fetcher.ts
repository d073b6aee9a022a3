/** What the server said last time; sent back so that an unchanged page costs nothing. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type FetchOutcome =
  | {
      readonly kind: 'fetched';
      /** The address after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      /** Value of the Content-Type header, or null. */
      readonly contentType: string | null;
      readonly validators: Validators;
    }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'refused';
      /** One sentence that a person can act on. */
      readonly reason: string;
      /** When it is worth trying again; null when it is not. */
      readonly retryAfterMs: number | null;
    };

/** Reads from the public internet, and only from there. Outcomes are values; it does not throw. */
export interface Fetcher {
  get(url: string, validators?: Validators): Promise<FetchOutcome>;
}
