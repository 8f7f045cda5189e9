import { expect, test } from 'vitest';
import { dayOf, momentOf } from '../../src/api/xero-date.js';

test('a day is the UTC day as written', () => {
  expect(dayOf('/Date(1573755038314+0000)/')).toBe('2019-11-14');
  expect(dayOf('/Date(1551139200000)/')).toBe('2019-02-26');
  expect(dayOf('/Date(-86400000+0000)/')).toBe('1969-12-31');
});

test('a day is read from the text that some answers have beside it', () => {
  expect(dayOf('2019-02-26T00:00:00')).toBe('2019-02-26');
});

test('what is no date is none', () => {
  expect(dayOf(null)).toBeUndefined();
  expect(dayOf('yesterday')).toBeUndefined();
  expect(momentOf('2019-02-26')).toBeUndefined();
});
