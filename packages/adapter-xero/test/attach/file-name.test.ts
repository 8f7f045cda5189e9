import { expect, test } from 'vitest';
import { fromXeroFileName, toXeroFileName } from '../../src/attach/file-name.js';

test("the engine's own names are sent as they are", () => {
  const name = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20-1.pdf';
  expect(toXeroFileName(name)).toBe(name);
});

test('characters that Xero minds are written so that they can be read again', () => {
  expect(toXeroFileName('Kvittering 7 (ø) a_b+c.pdf')).toBe('Kvittering_207_20_28_c3_b8_29_20a_5fb_2bc.pdf');
  for (const name of ['Kvittering 7 (ø) a_b+c.pdf', '100% <"|?*>:/\\.png', '🧾.jpg', '%20.pdf', '_5f.pdf'])
    expect(fromXeroFileName(toXeroFileName(name))).toBe(name);
});

test('two names stay two', () => {
  expect(toXeroFileName('a b.pdf')).not.toBe(toXeroFileName('a_20b.pdf'));
});

test('the name of a file that a person attached stays as it is', () => {
  for (const name of ['scan_of_March.pdf', 'Invoice ø.pdf', 'a_ff.pdf', '50%.pdf'])
    expect(fromXeroFileName(name)).toBe(name);
});
