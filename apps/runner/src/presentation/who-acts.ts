import type { ProblemOwner } from '@ledgerferry/core';

/** Who must act, in words that follow `for`. */
export const WHO_ACTS: Readonly<Record<ProblemOwner, string>> = {
  bookkeeper: 'the bookkeeper',
  administrator: 'the administrator',
  ledgerferry: "Ledgerferry's makers",
};
