/** What the adapter itself says on Slack; everything else comes in messages. */
export const words = {
  tooOld: 'This button is too old to be known. Please ask again.',
  failed: 'Something went wrong before the answer could be shown. Please ask again.',
} as const;
