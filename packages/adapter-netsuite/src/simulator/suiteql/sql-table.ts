import type { SqlValue } from './sql-value.js';

/** A row: gives the value of a column by its name in lower case. */
export type Row = (column: string) => SqlValue;

/** A table that queries can read. */
export interface SqlTable {
  /** In lower case. */
  readonly columns: readonly string[];
  rows(): readonly Row[];
}

/** Makes a table of records, with what each column says of one. Columns are read when they are asked for. */
export function sqlTable<T>(
  records: () => readonly T[],
  columns: Readonly<Record<string, (record: T) => SqlValue>>,
): SqlTable {
  const rowOf =
    (record: T): Row =>
    (column) =>
      columns[column]?.(record) ?? null;
  return { columns: Object.keys(columns), rows: () => records().map(rowOf) };
}
