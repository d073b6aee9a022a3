/** What the renderer itself says; everything else comes in messages. */
export const renderWords = {
  /** Label of a link whose own words cannot be one. */
  link: 'link',
  /** A message, a button or an entry without words. */
  nothing: '…',
  choose: 'Choose …',
  moreAbout: 'More about …',
} as const;
