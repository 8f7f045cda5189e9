import type { ErrorCatalogue } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';

/** Declares what must hold of an adapter's catalogue of errors: people can act on it. Its codes begin with `prefix`, such as `XERO`. */
export function describeErrorCatalogue(prefix: string, catalogue: ErrorCatalogue): void {
  describe('every code', () => {
    test.each(Object.entries(catalogue))(
      '%s has sentences for people, and a reason where it concerns one entry',
      (code, { meaning, fix, kind, itemReason }) => {
        expect(code).toMatch(new RegExp(`^${prefix}(_[A-Z]+)+$`));
        for (const sentence of [meaning, fix]) expect(sentence).toMatch(/^["A-Z].{20,}[.]$/);
        expect(itemReason !== undefined || kind !== 'item-rejected').toBe(true);
      },
    );
  });
}
