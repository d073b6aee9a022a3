/** Every word a user reads, in English. One section a command or block. */
export const en = {} as const;
