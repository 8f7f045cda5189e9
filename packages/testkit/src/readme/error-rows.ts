import type { ErrorCatalogue } from '@ledgerferry/core';

const OWNERS = { bookkeeper: 'bookkeeper', administrator: 'administrator', ledgerferry: "Ledgerferry's makers" };

/** An error catalogue as the rows of a table: code, meaning, who acts, what to do. */
export function errorRows(catalogue: ErrorCatalogue): readonly (readonly string[])[] {
  return Object.entries(catalogue).map(([code, { meaning, owner, fix }]) => [
    `\`${code}\``,
    meaning,
    OWNERS[owner],
    fix,
  ]);
}
