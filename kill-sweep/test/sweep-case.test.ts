import { expect, test } from 'vitest';
import { nameOf, parseCase } from '../src/sweep-case.ts';

test('a case is repeated by its name, of which place and ledger may be left out', () => {
  expect(parseCase('commit:9:after:unique')).toEqual({ part: 'commit', number: 9, place: 'after', ledger: 'unique' });
  expect(nameOf(parseCase('request:17'))).toBe('request:17:before:look-up');
});

test('what is no case is told in a sentence', () => {
  expect(() => parseCase('request:17:later')).toThrow('"later" is none of before, after, late');
  expect(() => parseCase('random:x')).toThrow('needs a whole number from 1 after random');
  expect(() => parseCase('reboot:1')).toThrow('"reboot" is none of request, commit, lost-state, random, stopped');
});
