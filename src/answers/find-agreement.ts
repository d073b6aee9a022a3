import type { AgreementId } from '../domain/identity.ts';
import type { Agreement } from '../domain/ledger.ts';
import type { Store } from '../ports/store.ts';

/** Agreements are few: what two countries sign in decades. */
const ALL_AGREEMENTS = { limit: 500, offset: 0 };

/** The agreement with that id; else the latest one whose id or name begins with the words, else holds them. */
export async function findAgreement(
  reference: string,
  { ledger }: Pick<Store, 'ledger'>,
): Promise<Agreement | null> {
  const wanted = reference.trim().toLowerCase();
  if (wanted === '') return null;
  const { agreements } = await ledger.getMany([wanted as AgreementId]);
  if (agreements[0]) return agreements[0];
  const { rows } = await ledger.agreements({}, ALL_AGREEMENTS);
  const forms = ({ id, name }: Agreement) => [id.toLowerCase(), name.toLowerCase()];
  const begun = rows.find((each) => forms(each).some((form) => form.startsWith(wanted)));
  return begun ?? rows.find((each) => forms(each).some((form) => form.includes(wanted))) ?? null;
}
