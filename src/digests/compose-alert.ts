import type { EditionPlan } from '../domain/edition-plan.ts';
import type { DigestPorts, EditionRequest, Material } from './edition-request.ts';
import { planEdition } from './plan-edition.ts';
import { isNews, isRecent, reportsOf } from './reports-of.ts';
import type { Snapshots } from './share-snapshots.ts';
import { readTold } from './told-facts.ts';

/**
 * What an alert tells: new stories, events and agreements, and how they went on. Anniversaries, offices, coverage and
 * what lies ahead without a new report are for digests.
 */
export async function composeAlert(
  request: EditionRequest,
  ports: DigestPorts,
  snapshots: Snapshots,
): Promise<EditionPlan> {
  const snapshot = await snapshots({ fromAt: request.lookFromAt, toAt: request.period.toAt });
  const told = await readTold(snapshot.subjects, request, ports);
  const relationship = { ...ports.relationship, anniversaries: [], people: [] };
  const material: Material = { request, snapshot, told, relationship };
  const events = snapshot.events.filter(({ evidence }) => {
    const reports = reportsOf(evidence, material);
    return reports.some((article) => isRecent(article, request)) && isNews(reports, request);
  });
  return planEdition({ ...material, snapshot: { ...snapshot, events, silences: [] } }, []);
}
