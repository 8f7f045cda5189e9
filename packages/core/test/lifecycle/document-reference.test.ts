import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentReference } from '../../src/lifecycle/document-reference.js';
import type { ReferenceCapability } from '../../src/ports/accounting-adapter.js';

const KEY = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/booking';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function field(maxLength: number, alphabet: string): ReferenceCapability {
  return { maxLength, alphabet, lookup: 'exact', unique: false };
}

describe('the name that the ledger knows a document by', () => {
  test('is its key in clear where the field takes it', () => {
    expect(documentReference(KEY, field(50, `${LETTERS}-/`))).toBe(KEY);
  });

  test('has an underscore where a slash is not taken', () => {
    expect(documentReference(KEY, field(50, `${LETTERS}-_`))).toBe('6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20_booking');
  });

  test('is a hash where the field is too short or takes other characters', () => {
    const short = documentReference(KEY, field(20, `${LETTERS}-/`));
    expect(short).toMatch(/^[a-z0-9\-/]{16}$/);
    expect(documentReference(KEY, field(50, LETTERS))).toMatch(/^[a-z0-9]{16}$/);
    expect(documentReference(KEY, field(20, `${LETTERS}-/`))).toBe(short);
  });

  test('tells two keys apart, also those that differ in a slash alone', () => {
    const keys = fc.tuple(fc.stringMatching(/^[a-z0-9/_-]{1,40}$/), fc.stringMatching(/^[a-z0-9/_-]{1,40}$/));
    fc.assert(
      fc.property(keys, ([left, right]) => {
        fc.pre(left !== right);
        const reference = field(50, `${LETTERS}-_`);
        expect(documentReference(left, reference)).not.toBe(documentReference(right, reference));
      }),
      { examples: [[['a/b', 'a_b']]] },
    );
  });

  test('is refused where the field cannot hold enough of it', () => {
    expect(() => documentReference(KEY, field(10, LETTERS))).toThrow('cannot hold a reference of 80 bits');
  });
});
