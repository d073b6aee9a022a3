/** What one of the five fields of a cron expression may hold. */
export interface CronFieldSpec {
  readonly name: 'minute' | 'hour' | 'day' | 'month' | 'weekday';
  readonly min: number;
  readonly max: number;
  /** Names in the order of their numbers, the first of them for `min`. */
  readonly names: readonly string[];
}

export const WEEKDAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const CRON_FIELDS: readonly CronFieldSpec[] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: MONTH_NAMES },
  { name: 'weekday', min: 0, max: 7, names: WEEKDAY_NAMES },
];

/** The numbers a field stands for, sorted; null when it is malformed. `7` is Sunday, as is `0`. */
export function parseCronField(text: string, spec: CronFieldSpec): readonly number[] | null {
  const values = new Set<number>();
  for (const part of text.toLowerCase().split(',')) {
    const range = parsePart(part, spec);
    if (range === null) return null;
    for (let value = range.from; value <= range.to; value += range.step) {
      values.add(spec.name === 'weekday' ? value % 7 : value);
    }
  }
  return [...values].sort((a, b) => a - b);
}

function parsePart(part: string, spec: CronFieldSpec): { from: number; to: number; step: number } | null {
  const match = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d+))?$/.exec(part);
  if (match === null) return null;
  const [, first = '', last, stepText] = match;
  const step = stepText === undefined ? 1 : Number(stepText);
  if (step < 1) return null;
  if (first === '*') return last === undefined ? { from: spec.min, to: lastOf(spec), step } : null;
  if (last === undefined && stepText !== undefined) return null;
  const from = numberOf(first, spec);
  const to = last === undefined ? from : numberOf(last, spec);
  if (from === null || to === null) return null;
  const end = spec.name === 'weekday' && to === 0 && from > 0 ? 7 : to;
  return end < from ? null : { from, to: end, step };
}

/** `*` of the weekday runs to Saturday: its 7 is only another way to write Sunday. */
function lastOf(spec: CronFieldSpec): number {
  return spec.name === 'weekday' ? 6 : spec.max;
}

function numberOf(text: string, spec: CronFieldSpec): number | null {
  const named = spec.names.indexOf(text);
  if (named >= 0) return named + spec.min;
  if (!/^\d{1,2}$/.test(text)) return null;
  const value = Number(text);
  return value >= spec.min && value <= spec.max ? value : null;
}
