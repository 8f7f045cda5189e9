import { expect, test } from 'vitest';
import { entryText } from '../../src/bookkeeping/entry-text.js';
import { money } from '../../src/model/money.js';

const ENTRY = { description: 'ACME Cloud - Mia\n Holm', itemType: 'card_purchase', foreignAmount: null } as const;

test('is the description on one line, else the type in words', () => {
  expect(entryText(ENTRY, 100)).toBe('ACME Cloud - Mia Holm');
  expect(entryText({ ...ENTRY, description: ' ' }, 100)).toBe('card purchase');
});

test('cuts neither the amount in the supplier’s currency nor what it must end in', () => {
  const foreign = { ...ENTRY, foreignAmount: money('USD', 1_250, 2) };
  expect(entryText(foreign, 100, ' (tax I25)')).toBe('ACME Cloud - Mia Holm (12.50 USD) (tax I25)');
  expect(entryText(foreign, 30, ' (tax I25)')).toBe('ACME Cl… (12.50 USD) (tax I25)');
});
