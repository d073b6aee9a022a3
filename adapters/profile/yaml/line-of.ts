import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';

export type Path = readonly PropertyKey[];

/** 1-based line of what stands at `path` in a YAML text, or of the nearest thing above it that does stand there. */
export function lineOf(text: string, path: Path): number {
  const wanted = path.map(String);
  let nearest: Node = { path: [], at: 0 };
  for (const node of nodesOf(text)) {
    const isNearer = node.path.length >= nearest.path.length && node.path.length <= wanted.length;
    if (isNearer && node.path.every((step, index) => step === wanted[index])) nearest = node;
  }
  return text.slice(0, nearest.at).split('\n').length;
}

interface Node {
  readonly path: readonly string[];
  readonly at: number;
}

interface Level {
  readonly isMapping: boolean;
  index: number;
  /** Key read, its value still to come. */
  key: string | null;
}

type Event = ReturnType<typeof parseEvents>[number];

/** Every key, item and value with its path, in the order of the text. */
function nodesOf(text: string): Node[] {
  const levels: Level[] = [];
  return parseEvents(text, {}).flatMap((event) => {
    const at = startOf(event);
    const path = pathOf(levels);
    const key = keyIn(text, event, levels.at(-1));
    if (key === null) advance(levels, event);
    return at === null ? [] : [{ path: key === null ? path : [...path.slice(0, -1), key], at }];
  });
}

function startOf(event: Event): number | null {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : null;
}

/** The key, when this event is one; the level remembers it for the value that follows. */
function keyIn(text: string, event: Event, level: Level | undefined): string | null {
  if (event.type !== EVENT_ID.SCALAR || level?.isMapping !== true || level.key !== null) return null;
  level.key = getScalarValue(text, event);
  return level.key;
}

function advance(levels: Level[], event: Event): void {
  if (event.type === EVENT_ID.POP) levels.pop();
  const opens =
    event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.POP && event.type !== EVENT_ID.ALIAS;
  if (opens) {
    levels.push({ isMapping: event.type === EVENT_ID.MAPPING, index: 0, key: null });
    return;
  }
  const level = levels.at(-1);
  if (level === undefined) return;
  level.key = null;
  level.index += 1;
}

/** The outermost level is the document itself and has no step of its own. */
function pathOf(levels: readonly Level[]): string[] {
  return levels.slice(1).map((level) => (level.isMapping ? (level.key ?? '') : String(level.index)));
}
