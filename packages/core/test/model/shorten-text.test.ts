import { expect, test } from 'vitest';
import { shortenText } from '../../src/model/shorten-text.js';

test('a text that fits stays as it is', () => {
  expect(shortenText('Mia Holm', 8)).toBe('Mia Holm');
});

test('a longer one ends in an ellipsis, within the length', () => {
  expect(shortenText('Mia Holm', 7)).toBe('Mia Ho…');
});

test('no character is cut in two', () => {
  expect(shortenText('ab😀cd', 4)).toBe('ab…');
  expect(shortenText('ab😀cd', 5)).toBe('ab😀…');
});
