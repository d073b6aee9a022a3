import { openStore } from '../../../adapters/store/open-store.ts';
import { aStory } from '../../fixtures/a-story.ts';
import { aDraft } from '../../fixtures/an-article.ts';

/**
 * Run as a process of its own: stores three articles and their story a transaction, for ever. After the second save of
 * each transaction it says which one it is in; in the one named last on the command line it stays there.
 */
const [databaseUrl = '', holdInRound] = process.argv.slice(2);
const store = await openStore(databaseUrl);
await store.migrate();

for (let round = 1; ; round += 1) {
  await store.transaction(async (inner) => {
    const articles = [];
    for (const part of [1, 2, 3]) {
      const draft = aDraft({ url: `https://example.org/${round}/${part}` });
      const { article } = await inner.articles.save(draft, round);
      await inner.passages.index(article.id, [
        { articleId: article.id, start: 0, end: 9, terms: ['airport'] },
      ]);
      articles.push(article.id);
      if (part === 2) await say(round);
    }
    await inner.stories.replace([aStory({ id: `s-${round}`, articleIds: articles })], []);
  });
}

function say(round: number): Promise<void> {
  process.stdout.write(`inside ${round}\n`);
  if (round !== Number(holdInRound)) return Promise.resolve();
  process.stdin.resume();
  return new Promise(() => {});
}
