import { expect, test } from 'vitest';
import { toExactJson } from '../src/index.js';

const AMOUNTS = new Set(['debit', 'credit']);

test('amounts become numbers of the same digits, at any depth', () => {
  const body = { line: { items: [{ debit: '0.10' }, { credit: '9999999999.99', memo: '0.10' }] } };
  expect(toExactJson(body, AMOUNTS)).toBe('{"line":{"items":[{"debit":0.10},{"credit":9999999999.99,"memo":"0.10"}]}}');
});

test('everything else stays JSON', () => {
  const body = { debit: 'a lot', tranId: '7', approved: false, entity: null, "it's": 'Ø "x"\n' };
  expect(JSON.parse(toExactJson(body, AMOUNTS))).toEqual(body);
});
