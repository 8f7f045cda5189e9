import { expect, test } from 'vitest';
import { findingAmong, type HeldDocument } from '../../src/ports/finding-among.js';

function held(externalId: string, state: HeldDocument['state']): HeldDocument {
  return { externalId, externalUrl: `https://ledger.example/${externalId}`, state, summary: null };
}

test('nothing under a reference is absent', () => {
  expect(findingAmong('entry/booking', [])).toEqual({ status: 'absent', key: 'entry/booking' });
});

test('a document counts before those that were voided, and names its like', () => {
  const all = [held('1', 'voided'), held('2', 'draft'), held('3', 'live'), held('4', 'voided')];
  expect(findingAmong('entry/booking', all)).toEqual({
    status: 'draft',
    key: 'entry/booking',
    externalId: '2',
    externalUrl: 'https://ledger.example/2',
    summary: null,
    others: ['3'],
  });
});

test('where all were voided, the first is', () => {
  expect(findingAmong('entry/booking', [held('1', 'voided'), held('2', 'voided')])).toEqual({
    status: 'voided',
    key: 'entry/booking',
    externalId: '1',
  });
});
