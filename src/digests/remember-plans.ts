import type { EditionPlan } from '../domain/edition-plan.ts';

/** Enough for the wishes of most channels, and little to keep. */
const MOST_PLANS = 200;

/** Channels that want the same and were told the same read the same: its plan is made once. */
export function rememberPlans(): (key: string, make: () => EditionPlan) => EditionPlan {
  const plans = new Map<string, EditionPlan>();
  return (key, make) => {
    const plan = plans.get(key) ?? make();
    if (plans.size >= MOST_PLANS) plans.clear();
    plans.set(key, plan);
    return plan;
  };
}
