/** Mentions of people, groups and everybody; what else Slack puts in angle brackets has words or an address. */
const MENTION = /<(?:@|!)[^<>]*>/g;
const REFERENCE = /<(#|https?:|mailto:|tel:)([^<>|]*)(?:\|([^<>]*))?>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** What a person typed: without mentions, links as their address, channels as their name, escapes undone. */
export function plainWords(text: string): string {
  return text
    .replace(MENTION, ' ')
    .replace(REFERENCE, (_, sign: string, target: string, label = '') => {
      if (sign === '#') return label === '' ? ' ' : `#${label}`;
      return sign.startsWith('http') ? `${sign}${target}` : label || target;
    })
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
