import { expect, test } from 'vitest';
import { accountInWords } from '../../src/model/account-in-words.js';

test.each([
  ['404', null, 'Bank fees', '404 "Bank fees"'],
  [null, 'gl-404', 'Bank fees', 'gl-404 "Bank fees"'],
  ['404', 'gl-404', null, '404'],
  [null, null, 'Bank fees', '"Bank fees"; Pleo knows no code of it'],
  [null, null, null, 'without a code'],
])('code %s, identifier %s and name %s are %s', (code, identifier, name, words) => {
  expect(accountInWords({ role: 'category', code, identifier, name })).toBe(words);
});
