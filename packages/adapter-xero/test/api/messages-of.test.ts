import { expect, test } from 'vitest';
import { messagesOf } from '../../src/api/messages-of.js';

test('errors are collected at every depth, each once', () => {
  const element = {
    ValidationErrors: [{ Message: 'first' }, { Description: 'second' }],
    LineItems: [{ ValidationErrors: [{ Message: 'first' }] }, { ValidationErrors: [{ Message: 'third' }] }],
    Contact: { ValidationErrors: [{ Message: 'fourth' }] },
    Warnings: [{ Message: 'a warning' }],
  };
  expect(messagesOf(element, 'ValidationErrors')).toEqual(['first', 'second', 'third', 'fourth']);
  expect(messagesOf(element, 'Warnings')).toEqual(['a warning']);
});

test('an element without errors has none', () => {
  expect(messagesOf({ ValidationErrors: [], LineItems: null }, 'ValidationErrors')).toEqual([]);
});
