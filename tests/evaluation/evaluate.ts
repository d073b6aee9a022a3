import { measureAnswers } from './measure-answers.ts';
import { measureArticles } from './measure-articles.ts';
import { measureFeeds } from './measure-feeds.ts';
import { measureLanguage } from './measure-language.ts';
import { measureLedger } from './measure-ledger.ts';
import { measureSearch } from './measure-search.ts';
import { measureStories } from './measure-stories.ts';
import { readSamples } from './read-samples.ts';
import { tableOf } from './table.ts';

// `npm run evaluate`: how well the program does on the sample articles, against what a careful reader found in them.
const samples = await readSamples();
const rows = [
  ...measureStories(samples.articles),
  ...measureArticles(samples.articles),
  ...(await measureLedger(samples)),
  ...(await measureSearch(samples)),
  ...(await measureAnswers(samples)),
  ...(await measureLanguage()),
  ...(await measureFeeds()),
];
await samples.store.close();
process.stdout.write(`${samples.articles.length} sample articles\n\n${tableOf(rows)}\n`);
