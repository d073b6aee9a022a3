/** What the adapter itself says on Slack; everything else comes in messages. */
export const words = {
  tooOld: 'This button is too old to be known. Please ask again.',
  failed: (id: string) =>
    `Something went wrong before the answer could be shown (id ${id}). It has been noted; please ask again.`,
} as const;
