import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bookkeepingSettingsSchema } from '../../src/bookkeeping/bookkeeping-settings.js';

/** What an operator reads. */
function complaint(settings: unknown): string {
  const parsed = bookkeepingSettingsSchema.safeParse(settings);
  return parsed.success ? '' : z.prettifyError(parsed.error);
}

describe('bookkeeping settings', () => {
  test('nothing configured means drafts, UTC and the careful choice everywhere', () => {
    expect(bookkeepingSettingsSchema.parse({})).toEqual({
      accounts: {},
      timeZone: 'UTC',
      posting: 'draft',
      closedPeriod: 'fail',
      reexport: 'link',
      receipts: 'best-effort',
      unmatchedPayments: 'fail',
    });
  });

  test('an account is one number or one per currency', () => {
    const accounts = { wallet: { DKK: '55010', EUR: '55020' }, outOfPocket: ' 63040 ' };
    expect(bookkeepingSettingsSchema.parse({ accounts }).accounts).toEqual({
      wallet: { DKK: '55010', EUR: '55020' },
      outOfPocket: '63040',
    });
  });

  test.each([
    [{ accounts: { wallet: 55010 } }, 'in quotes, such as "55010"', 'accounts.wallet'],
    [{ accounts: { payable: { DKK: 63000 } } }, 'in quotes, such as "55010"', 'accounts.payable'],
    [{ accounts: { contra: '' } }, 'Expected an account number, such as "55010"', 'accounts.contra'],
    [{ accounts: { wallet: { dkk: '1' } } }, 'one per currency, such as { DKK: "55010" }', 'accounts.wallet'],
    [{ accounts: { walet: '1' } }, 'Unrecognized key: "walet"', 'accounts'],
    [{ timeZone: 'Europe/Kopenhagen' }, '"Europe/Kopenhagen" is not an IANA time zone', 'timeZone'],
    [{ closedThrough: '28.02.2026' }, 'Expected a day as YYYY-MM-DD in quotes', 'closedThrough'],
    [{ closedThrough: '2026-02-30' }, 'Expected a day as YYYY-MM-DD in quotes', 'closedThrough'],
    [{ posting: 'finally' }, 'expected one of "draft"|"final"', 'posting'],
    [{ closedPeriod: 'skip' }, 'expected one of "fail"|"today"|"first-open"', 'closedPeriod'],
  ])('%j is refused with the rule and the path', (settings, rule, path) => {
    expect(complaint(settings)).toContain(rule);
    expect(complaint(settings)).toContain(`→ at ${path}`);
  });

  test('an unknown setting is refused by name', () => {
    expect(complaint({ reExport: 'link' })).toContain('Unrecognized key: "reExport"');
  });
});
