import { expect, test } from 'vitest';
import { resolveDocumentKeys } from '../../src/index.js';

const RESOLVED = new Map([['e1/booking', '10001']]);

test('every document that a body names gets its id, at any depth', () => {
  const body = { apply: [{ doc: { id: { documentKey: 'e1/booking' } }, amount: '1.00' }], memo: null };
  expect(resolveDocumentKeys(body, RESOLVED)).toEqual({
    apply: [{ doc: { id: '10001' }, amount: '1.00' }],
    memo: null,
  });
});

test('a body that names a document without an id is not resolved', () => {
  expect(() => resolveDocumentKeys({ doc: { documentKey: 'e2/booking' } }, RESOLVED)).toThrow(
    'the id of e2/booking is not known',
  );
});
