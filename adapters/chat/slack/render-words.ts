/** What the rendering itself says; everything else comes in messages. */
export const words = {
  nothing: 'There is nothing to show.',
  /** Where the Home tab ends before the message does. */
  more: 'There is more than fits on this page.',
  /** In a cell or field that holds nothing. */
  noValue: '–',
} as const;
