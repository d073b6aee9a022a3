import type { KnownLanguage } from '../domain/identity.ts';
import type { Relationship } from '../domain/relationship.ts';
import type { ChatAdapter } from '../ports/chat-adapter.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';

/** What the jobs work with. */
export interface JobPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly relationship: Relationship;
  /** The platforms this process can send to. */
  readonly adapters: readonly ChatAdapter[];
  /** The language in which editions are written. */
  readonly language: KnownLanguage;
  /** An edition missed for longer than this is not sent any more; the next one tells what it would have told. */
  readonly graceMs: number;
}
