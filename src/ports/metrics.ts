/** What can be measured: how often something happened, how long it took, how much there is of something. */
interface Measure {
  readonly kind: 'count' | 'time' | 'level';
  /** As operators find it among the measures of all their programs. */
  readonly name: string;
  readonly meaning: string;
  /** Each with few values: names of the program's own, never what people write. */
  readonly labels: readonly string[];
}

/** Every measure there is; times are handed over in milliseconds and shown in seconds. */
export const MEASURES = {
  feedChecks: {
    kind: 'count',
    name: 'dragoman_feed_checks_total',
    meaning: 'Checks of feeds by outcome.',
    labels: ['outcome'],
  },
  articles: {
    kind: 'count',
    name: 'dragoman_articles_total',
    meaning: 'Articles that reached the archive by what became of them.',
    labels: ['outcome'],
  },
  editions: {
    kind: 'count',
    name: 'dragoman_editions_total',
    meaning: 'Editions by kind and outcome.',
    labels: ['kind', 'outcome'],
  },
  deliveries: {
    kind: 'count',
    name: 'dragoman_deliveries_total',
    meaning: 'Attempts to send a delivery by platform and outcome.',
    labels: ['platform', 'outcome'],
  },
  stageLag: {
    kind: 'time',
    name: 'dragoman_stage_lag_seconds',
    meaning:
      'How late a stage did its work: feeds after they were due, editions after they were due, deliveries after they were recorded.',
    labels: ['stage'],
  },
  stageBehind: {
    kind: 'level',
    name: 'dragoman_stage_behind_seconds',
    meaning: 'For how long the oldest work that waits for a stage has been due; 0 when none waits.',
    labels: ['stage'],
  },
  commandTime: {
    kind: 'time',
    name: 'dragoman_command_seconds',
    meaning: 'Commands by name and outcome, with how long the answer took.',
    labels: ['command', 'outcome'],
  },
  databaseErrors: {
    kind: 'count',
    name: 'dragoman_database_errors_total',
    meaning: 'Calls of the database that failed and may succeed another time.',
    labels: [],
  },
  platforms: {
    kind: 'level',
    name: 'dragoman_platform_up',
    meaning: 'Whether a chat platform is connected: 1, or 0.',
    labels: ['platform'],
  },
} as const satisfies Readonly<Record<string, Measure>>;

type Measures = typeof MEASURES;

/** Names of the measures of one kind. */
export type MeasureName<Kind extends Measure['kind']> = {
  [Name in keyof Measures]: Measures[Name]['kind'] extends Kind ? Name : never;
}[keyof Measures];

export type LabelsOf<Name extends keyof Measures> = {
  readonly [Label in Measures[Name]['labels'][number]]: string;
};

/** Where the bot notes what operators want to see. Nothing here fails or takes time. */
export interface Metrics {
  count<Name extends MeasureName<'count'>>(name: Name, labels: LabelsOf<Name>, by?: number): void;
  time<Name extends MeasureName<'time'>>(name: Name, labels: LabelsOf<Name>, tookMs: number): void;
  level<Name extends MeasureName<'level'>>(name: Name, labels: LabelsOf<Name>, value: number): void;
  /** All measures as text that a monitoring program reads. */
  page(): Promise<{ readonly contentType: string; readonly text: string }>;
}
