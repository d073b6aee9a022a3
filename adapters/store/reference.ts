import type { ExpressionBuilder, ExpressionWrapper, ReferenceExpression, SqlBool } from 'kysely';

/** A shorter beginning of an id fits too much to be meant. */
export const MIN_REFERENCE = 4;

/** `~` sorts after every character of an id, so that an index on the ids can be used. */
export function startsWith<Schema, Table extends keyof Schema>(
  where: ExpressionBuilder<Schema, Table>,
  column: ReferenceExpression<Schema, Table>,
  beginning: string,
): ExpressionWrapper<Schema, Table, SqlBool> {
  return where.between(column, beginning as never, `${beginning}~` as never);
}
