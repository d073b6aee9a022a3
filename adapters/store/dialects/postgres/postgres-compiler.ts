import { CreateIndexNode, type OrderByItemNode, PostgresQueryCompiler } from 'kysely';

/**
 * Lists end with what is undated. PostgreSQL takes null for the largest value and begins an index that falls with it; SQLite
 * ends it so, and only an index that does spares the sorting.
 */
export class PostgresCompiler extends PostgresQueryCompiler {
  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node);
    const isOfIndex = this.parentNode !== undefined && CreateIndexNode.is(this.parentNode);
    if (isOfIndex && node.direction !== undefined) this.append(' nulls last');
  }
}
