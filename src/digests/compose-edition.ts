import type { EditionPlan } from '../domain/edition-plan.ts';
import { agreementSteps } from './agreement-steps.ts';
import { citedInPlan } from './cited-in-plan.ts';
import { datedEvents } from './dated-events.ts';
import type { DigestPorts, EditionRequest } from './edition-request.ts';
import { lookAhead } from './look-ahead.ts';
import { newStories } from './new-stories.ts';

/** What a digest tells: everything new for its reader, without what earlier editions of the subscription have told. */
export async function composeEdition(request: EditionRequest, ports: DigestPorts): Promise<EditionPlan> {
  const stories = await newStories(request, ports);
  const events = await datedEvents(request, ports);
  const agreements = await agreementSteps(request, ports);
  const ahead = await lookAhead(request, events.rows.rows, ports);
  const sections = [stories, events, agreements, ahead];
  const ids = new Set(sections.flatMap(({ articleIds }) => articleIds));
  const articles = await ports.store.articles.getMany([...ids]);
  const shown = {
    period: request.period,
    due: request.due,
    stories: stories.rows,
    events: events.rows,
    agreements: agreements.rows,
    ahead: ahead.rows,
    articles: new Map(articles.map((article) => [article.id, article])),
    told: [...new Set(sections.flatMap(({ told }) => told))],
  };
  return { ...shown, cited: citedInPlan(shown) };
}
