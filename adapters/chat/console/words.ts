/** What the console itself says; everything else comes in messages. */
export const words = {
  type: 'Type:',
  working: 'Working …',
  leaveHint: 'Press Ctrl-C again to leave.',
} as const;
