/** Not the names under which a country lets others register: `m.gov.kz` is a site of its own. */
const SECOND_FORM_HOST =
  /^(?:(?:m|mobile|amp)\.)+(?!(?:com?|gov|edu|org|net|ac|mil)\.[a-z]{2}$)(?=[^.]+\.[^.])/;
const SECOND_FORM_PATH = /(?<=[^/])\/amp(?=\/?$)|(?<=[^/.])\.amp(?=$|\.html?$)/;
const AMP_PARAMETER = /^(?:amp(?:=(?:1|true|yes)?)?|output(?:type)?=amp|amp_js_v(?:=.*)?|amp_gsa(?:=.*)?)$/i;

const SEARCH_ENGINE = /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/;
const CACHE = /^(?:[a-z0-9-]+\.)?cdn\.ampproject\.org$/;
/** `s/` stands for https; then comes the original address without its scheme. */
const IN_SEARCH_ENGINE = /^\/amp\/(s\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/.*)?)$/i;
const IN_CACHE = /^\/[acsv]\/(s\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/.*)?)$/i;

/** `m.example.org` and `amp.example.org` are `example.org`. */
export function foldedHost(host: string): string {
  return host.replace(SECOND_FORM_HOST, '');
}

/** `/news/1/amp`, `/news/1.amp` and the like are `/news/1`; `/amp` alone may be a page of that name. */
export function foldedPath(path: string): string {
  let folded = path;
  while (SECOND_FORM_PATH.test(folded)) folded = folded.replace(SECOND_FORM_PATH, '');
  return folded;
}

/** Does `name=value` only ask for the AMP form of a page? */
export function isAmpParameter(parameter: string): boolean {
  return AMP_PARAMETER.test(parameter);
}

/** The address of which this one is a copy in an AMP cache; null when it is none. */
export function addressInAmpCache({ hostname, pathname, search, hash }: URL): string | null {
  const form = SEARCH_ENGINE.test(hostname) ? IN_SEARCH_ENGINE : CACHE.test(hostname) ? IN_CACHE : null;
  const [, secure, original] = form?.exec(pathname) ?? [];
  if (original === undefined) return null;
  return `http${secure === undefined ? '' : 's'}://${original}${search}${hash}`;
}
