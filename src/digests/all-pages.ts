import type { Page, Window } from '../ports/store.ts';

const PAGE_ROWS = 200;

/** Every row of a paged list. */
export async function allPages<Row>(pageAt: (window: Window) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await pageAt({ limit: PAGE_ROWS, offset: rows.length });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
