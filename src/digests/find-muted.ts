import type { Relationship } from '../domain/relationship.ts';
import type { Mute } from '../domain/subscription.ts';
import type { Store } from '../ports/store.ts';

/** Something that can be muted, and what it is called. */
export interface Mutable {
  readonly mute: Mute;
  readonly name: string;
}

export interface MutePorts {
  readonly store: Store;
  readonly relationship: Relationship;
}

/** What a reference means: a story by its id or that of one of its articles, a topic or source by its id or name. */
export async function findMutable(
  kind: Mute['kind'],
  reference: string,
  { store, relationship }: MutePorts,
): Promise<Mutable | null> {
  if (kind === 'story') return findStory(reference, store);
  const things = kind === 'topic' ? relationship.topics : relationship.sources;
  const wanted = reference.trim().toLowerCase();
  const forms = ({ id, name }: { id: string; name: string }) => [id.toLowerCase(), name.toLowerCase()];
  const exact = things.find((thing) => forms(thing).includes(wanted));
  const begun = things.filter((thing) => forms(thing).some((form) => form.startsWith(wanted)));
  const found = exact ?? (begun.length === 1 ? begun[0] : undefined);
  return found === undefined ? null : { mute: { kind, id: found.id }, name: found.name };
}

/** What the mutes of a channel are called; the id itself where the profile or the archive no longer has it. */
export async function namesOfMutes(mutes: readonly Mute[], ports: MutePorts): Promise<readonly Mutable[]> {
  return Promise.all(
    mutes.map(async (mute) => ({
      mute,
      name: (await findMutable(mute.kind, mute.id, ports))?.name ?? mute.id,
    })),
  );
}

/** The mutes that keep something out; a story may have been muted by any of its articles. */
export async function mutesOf(
  { mute }: Mutable,
  mutes: readonly Mute[],
  { store }: MutePorts,
): Promise<readonly Mute[]> {
  const sameKind = mutes.filter(({ kind }) => kind === mute.kind);
  if (mute.kind !== 'story') return sameKind.filter(({ id }) => id === mute.id);
  const article = await store.articles.find(mute.id);
  const [story] = article === null ? [] : await store.stories.ofArticles([article.id]);
  const ids: readonly string[] = [mute.id, ...(story?.articleIds ?? [])];
  return sameKind.filter(({ id }) => ids.includes(id));
}

async function findStory(reference: string, { stories, articles }: Store): Promise<Mutable | null> {
  const story = await stories.find(reference);
  if (story !== null) return { mute: { kind: 'story', id: story.leadId }, name: story.title };
  const article = await articles.find(reference);
  return article === null ? null : { mute: { kind: 'story', id: article.id }, name: article.title.value };
}
