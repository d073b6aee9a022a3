/** Functions that a thread is asked to run. */
export function double(input: number): number {
  return input * 2;
}

export function fail(input: string): never {
  throw new Error(`cannot do ${input}`);
}

export function neverEnd(): never {
  for (;;);
}
