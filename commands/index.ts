import type { Command } from '../src/ports/command.ts';
import { agreement } from './agreement.ts';
import { agreements } from './agreements.ts';
import { ask } from './ask.ts';
import { coverage } from './coverage.ts';
import { deletion } from './delete.ts';
import { digest } from './digest.ts';
import { evidence } from './evidence.ts';
import { follow } from './follow.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { mute } from './mute.ts';
import { pause } from './pause.ts';
import { resume } from './resume.ts';
import { retry } from './retry.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { story } from './story.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { timeline } from './timeline.ts';
import { unsubscribe } from './unsubscribe.ts';
import { visits } from './visits.ts';
import { who } from './who.ts';
import { why } from './why.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  help,
  latest,
  story,
  search,
  ask,
  timeline,
  visits,
  agreements,
  agreement,
  evidence,
  who,
  coverage,
  digest,
  subscribe,
  follow,
  subscriptions,
  pause,
  resume,
  unsubscribe,
  mute,
  retry,
  settings,
  sources,
  deletion,
  why,
  status,
];
