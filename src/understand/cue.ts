/**
 * What a word of a sentence hints at. `visit` … `call` name happenings; `future` … `cancelled` their status; `state`,
 * `official`, `working` the kind of a visit; `signed` … `in-force` steps of an agreement; `invites` and `former` guard
 * against reading an invitation as a visit and a past office as a present one.
 */
export type Cue =
  | 'visit'
  | 'meeting'
  | 'call'
  | 'invites'
  | 'future'
  | 'postponed'
  | 'cancelled'
  | 'state'
  | 'official'
  | 'working'
  | 'signed'
  | 'to-sign'
  | 'negotiated'
  | 'proposed'
  | 'ratified'
  | 'in-force'
  | 'former';

/** Phrases as they stand in running text; nominal forms match their inflections, verbs are listed by form. */
export type CueWords = Readonly<Record<Cue, readonly string[]>>;
