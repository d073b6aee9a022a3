import type { en } from './en.ts';

/** Every word a user reads, in one language. `en.ts` gives the shape. */
export type Words = typeof en;
