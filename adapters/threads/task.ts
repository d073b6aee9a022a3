/** What a thread is to do. */
export interface Task {
  /** URL of a module. */
  readonly module: string;
  /** Of a function that it exports. */
  readonly name: string;
  readonly input: unknown;
}

export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly message: string };
