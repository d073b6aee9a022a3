/** For how many days things are kept, counted from their publication or due time; null for ever. */
export interface Retention {
  readonly articlesDays: number | null;
  readonly editionsDays: number | null;
}
