import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Store } from '../../../src/ports/store.ts';
import { aStory } from '../../fixtures/a-story.ts';
import { aDraft } from '../../fixtures/an-article.ts';

const SECRETS = 50;
const ARTICLES = 20;
const LEASE_MS = 60_000;

interface Task {
  readonly address: string;
  readonly platform: string;
  readonly now: number;
}

/**
 * Run as a thread with a connection of its own, as another process would have it. It says that it is ready and, once it
 * is answered, asks for secrets, takes in the same articles as the others and sends deliveries until there are none; then it
 * says what it was given, in order.
 */
const task = workerData as Task;
const store = await openStore(task.address);
parentPort?.postMessage('ready');
if (parentPort) await once(parentPort, 'message');
const secrets = await askForSecrets(store);
const added = await ingestAll(store, task);
const taken = await sendAll(store, task);
await store.close();
parentPort?.postMessage({ secrets, added, taken });
parentPort?.close();

async function askForSecrets({ keepsakes }: Store): Promise<readonly string[]> {
  const told: string[] = [];
  for (let n = 0; n < SECRETS; n += 1) told.push(await keepsakes.secret(`secret ${n}`));
  return told;
}

/** Resolves with the articles that were new. Each is stored with a story of its own, in one transaction. */
async function ingestAll(store: Store, { now }: Task): Promise<readonly string[]> {
  const added: string[] = [];
  for (let n = 0; n < ARTICLES; n += 1) {
    const draft = aDraft({ url: `https://example.org/together/${n}` });
    await store.transaction(async ({ articles, passages, stories }) => {
      const { article, outcome } = await articles.save(draft, now);
      await passages.index(article.id, [{ articleId: article.id, start: 0, end: 9, terms: ['together'] }]);
      await stories.replace([aStory({ id: `s-${n}`, articleIds: [article.id] })], []);
      if (outcome === 'new') added.push(article.id);
    });
  }
  return added;
}

async function sendAll({ deliveries }: Store, { platform, now }: Task): Promise<readonly string[]> {
  const sent: string[] = [];
  while ((await deliveries.nextDueAt([platform])) !== null) {
    const claimed = await deliveries.claimNext(now, now + LEASE_MS, [platform]);
    if (claimed === null) continue;
    sent.push(claimed.delivery.id);
    await deliveries.markSent(claimed.delivery.id, now);
  }
  return sent;
}
