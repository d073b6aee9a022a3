import type { EditionRequest } from './edition-request.ts';

/** Does it touch one of the topics and one of the people that were asked for? */
export function isWanted(
  { topicIds, personIds }: { topicIds: readonly string[]; personIds: readonly string[] },
  wanted: Pick<EditionRequest, 'topicIds' | 'personIds'>,
): boolean {
  return touches(wanted.topicIds, topicIds) && touches(wanted.personIds, personIds);
}

function touches(wanted: readonly string[], found: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((id) => found.includes(id));
}
