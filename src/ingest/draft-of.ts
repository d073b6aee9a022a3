import type { ArticleDraft, Found, Publication } from '../domain/article.ts';
import { LANGUAGES, type Language } from '../domain/identity.ts';
import type { Source } from '../domain/relationship.ts';
import { identifyLanguage } from '../language/identify-language.ts';
import { canonicalUrl } from './canonical-url.ts';
import { findSource } from './find-source.ts';
import { inferTitle, shortenAtWord } from './infer-title.ts';
import { normaliseText, normaliseTitle } from './normalise-text.ts';
import { parsePublished } from './parse-published.ts';

/** Longer ones are not titles, but text in the wrong place. */
const MAX_TITLE = 300;

/** What a format says of one article, before anything is checked or inferred. */
export interface Finding {
  readonly locator: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly text: string;
  /** Language tag as the author stated it. */
  readonly language: string | null;
  /** Language tag of the site or feed around it, which is often wrong; counts only when the text does not decide. */
  readonly languageAround: string | null;
  readonly published: StatedTime | null;
  readonly sourceNames: readonly string[];
  readonly author: string | null;
}

/** One of several articles in a document, or why it cannot be read; `position` follows the document's name. */
export type FindingOrFailure = Finding | { readonly position: string; readonly reason: string };

export interface StatedTime {
  readonly value: string | number;
  /** Where it was stated, in a short phrase. */
  readonly where: string;
}

/** The article draft of a finding; null when there is no text in it. */
export async function draftOf(finding: Finding, sources: readonly Source[]): Promise<ArticleDraft | null> {
  const text = normaliseText(finding.text);
  if (!/\p{L}/u.test(text)) return null;
  const url = finding.url === null ? null : canonicalUrl(finding.url);
  const title = shortenAtWord(normaliseTitle(finding.title ?? ''), MAX_TITLE);
  const language = await languageOf(finding, title === '' ? text : `${title}\n${text}`);
  return {
    url,
    locator: finding.locator,
    title:
      title === ''
        ? { value: inferTitle(text, language.value), certainty: 'inferred' }
        : { value: title, certainty: 'stated' },
    text,
    sourceId: findSource({ names: finding.sourceNames, url }, sources),
    language,
    publication: publicationOf(finding.published),
    author: finding.author,
    feedItem: null,
    isBacklog: false,
  };
}

async function languageOf(finding: Finding, text: string): Promise<Found<Language>> {
  const stated = languageOfTag(finding.language);
  if (stated !== null) return { value: stated, certainty: 'stated' };
  const { language, certainty } = await identifyLanguage(text);
  if (certainty !== 'unknown') return { value: language, certainty };
  const around = languageOfTag(finding.languageAround);
  return around === null ? { value: language, certainty } : { value: around, certainty: 'inferred' };
}

/** `en-GB` → `en`; a language that Dragoman does not read is `other`. Sites write the country `kz` for Kazakh. */
function languageOfTag(tag: string | null): Language | null {
  const primary = /^[a-z]{2,3}(?=$|[-_])|^other$/i.exec(tag?.trim() ?? '')?.[0].toLowerCase();
  if (primary === undefined) return null;
  const code = primary === 'kz' || primary === 'kaz' ? 'kk' : primary;
  return LANGUAGES.find((language) => language === code) ?? 'other';
}

function publicationOf(stated: StatedTime | null): Publication {
  if (stated === null) return { at: null, certainty: 'unknown', reason: 'no date found' };
  const at = parsePublished(stated.value);
  if (at === null)
    return { at, certainty: 'unknown', reason: `unreadable date in ${stated.where}: ${stated.value}` };
  return { at, certainty: 'stated', reason: stated.where };
}
