import { spanOf, spansOverlap } from '../domain/day.ts';
import type { OfficeChange } from '../domain/edition-plan.ts';
import type { Person, Tenure } from '../domain/relationship.ts';
import { daysLookedAt } from './days-looked-at.ts';
import type { Material, Section } from './edition-request.ts';
import { isParticular } from './is-wanted.ts';
import { officeKey } from './told-keys.ts';

/** Who took or left an office in the days looked at, as the profile has it, the earliest first. */
export function officeChanges(material: Material): Section<OfficeChange> {
  const { request, relationship, told } = material;
  const { interest } = request;
  const days = daysLookedAt(request);
  const people = relationship.people.filter(({ id }) =>
    isParticular(interest) ? interest.personIds.includes(id) : true,
  );
  const rows = people
    .flatMap((person) => person.tenures.flatMap((tenure) => changesOf(person, tenure)))
    .filter((change) => {
      const span = spanOf(change.on);
      const isNow = span !== null && span.precision !== 'year' && spansOverlap(span, days);
      return isNow && !told.has(keyOf(change));
    })
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.personId.localeCompare(b.personId));
  return { rows, told: rows.map(keyOf) };
}

function changesOf({ id }: Person, { officeId, from, to }: Tenure): readonly OfficeChange[] {
  const of = { personId: id, officeId };
  return [
    ...(from === null ? [] : [{ kind: 'took' as const, ...of, on: from }]),
    ...(to === null ? [] : [{ kind: 'left' as const, ...of, on: to }]),
  ];
}

function keyOf({ personId, officeId, kind, on }: OfficeChange): string {
  return officeKey(personId, officeId, `${kind}:${on}`);
}
