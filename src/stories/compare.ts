import { daysBetween } from '../domain/day.ts';
import type { ArticleLink } from '../domain/story.ts';
import type { Fingerprint } from '../ports/store.ts';
import { showLikeness } from './show-likeness.ts';
import { ANCHOR, DAY, isCompared, NUMBER, STAGE, STEM, THRESHOLDS } from './thresholds.ts';

/** Two articles compared; null when they have nothing to do with each other. Symmetric, and blind to all others. */
export function compare(one: Fingerprint, two: Fingerprint): ArticleLink | null {
  const [a, b] = one.articleId < two.articleId ? [one, two] : [two, one];
  const likeness = likenessOf(a, b);
  if (likeness.score < THRESHOLDS.related) return null;
  const gap = publicationGapDays(a, b);
  const conflict = conflictOf(a, b, gap);
  const reasons = [...likeness.reasons, ...(conflict === null ? [] : [conflict])];
  const link = { a: a.articleId, b: b.articleId, score: round(likeness.score), reasons };
  if (conflict !== null || likeness.score < THRESHOLDS.sameStory) return { ...link, kind: 'related' };
  const copy = copyReason(a, b);
  return copy === null
    ? { ...link, kind: 'same-story' }
    : { ...link, kind: 'same-origin', reasons: [...reasons, copy] };
}

/** Weighted Dice overlap of the features that both languages can share. */
function likenessOf(a: Fingerprint, b: Fingerprint): { score: number; reasons: string[] } {
  const isComparable = (name: string) =>
    isCompared(name) && (a.language === b.language || !name.startsWith(STEM));
  let shared = 0;
  let total = 0;
  const common: { name: string; weight: number }[] = [];
  for (const [name, weight] of Object.entries(a.features)) {
    if (!isComparable(name)) continue;
    total += weight;
    const other = b.features[name];
    if (other === undefined) continue;
    const both = Math.min(weight, other);
    shared += both;
    common.push({ name, weight: both });
  }
  for (const [name, weight] of Object.entries(b.features)) if (isComparable(name)) total += weight;
  return { score: total === 0 ? 0 : (2 * shared) / total, reasons: showLikeness(common) };
}

function publicationGapDays(a: Fingerprint, b: Fingerprint): number {
  return Math.abs((a.publishedAt ?? 0) - (b.publishedAt ?? 0)) / 86_400_000;
}

/** Why two like articles are still not one happening: another stage, another day, another time. */
function conflictOf(a: Fingerprint, b: Fingerprint, gapDays: number): string | null {
  const [dayA, dayB] = [marked(a, DAY), marked(b, DAY)];
  const limit = dayA !== null && dayA === dayB ? THRESHOLDS.daysApartSameDay : THRESHOLDS.daysApart;
  if (gapDays > limit) return `published ${Math.round(gapDays)} days apart`;
  const [stageA, stageB] = [marked(a, STAGE), marked(b, STAGE)];
  if (stageA !== stageB) return `another stage: ${stageA ?? 'past'} and ${stageB ?? 'past'}`;
  if (dayA !== null && dayB !== null && Math.abs(daysBetween(dayA, dayB)) > THRESHOLDS.eventDaysApart) {
    return `another day: ${dayA} and ${dayB}`;
  }
  const [seriesA, seriesB] = [marked(a, NUMBER), marked(b, NUMBER)];
  if (seriesA !== null && seriesB !== null && seriesA !== seriesB)
    return `another number: ${seriesA} and ${seriesB}`;
  return null;
}

function marked({ features }: Fingerprint, prefix: string): string | null {
  const name = Object.keys(features).find((feature) => feature.startsWith(prefix));
  return name === undefined ? null : name.slice(prefix.length);
}

/** Why two articles of one story are one piece of reporting; null when they are independent. */
function copyReason(a: Fingerprint, b: Fingerprint): string | null {
  if (a.language === b.language) {
    const share = overlap(a.shingles, b.shingles);
    if (share >= THRESHOLDS.copiedShingles)
      return `${Math.round(share * 100)} % of the shorter one's wording`;
  }
  const anchorsA = Object.keys(a.features).filter((name) => name.startsWith(ANCHOR));
  const anchorsB = Object.keys(b.features).filter((name) => name.startsWith(ANCHOR));
  if (Math.min(anchorsA.length, anchorsB.length) < THRESHOLDS.fewestAnchors) return null;
  const share = overlap(anchorsA, anchorsB);
  const needed = a.language === b.language ? THRESHOLDS.rewrittenAnchors : THRESHOLDS.translatedAnchors;
  return share >= needed ? `${Math.round(share * 100)} % of names and numbers in the same order` : null;
}

/** Overlap coefficient: the share of the smaller set that the larger one holds. */
function overlap<Item>(a: readonly Item[], b: readonly Item[]): number {
  const [small, large] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  if (small.length === 0) return 0;
  return small.filter((item) => large.has(item)).length / small.length;
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
