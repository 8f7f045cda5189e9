import { expect, test } from 'vitest';
import { isAboutContent, soundsAlreadyThere } from '../../src/errors/already-there.js';
import type { ErrorDetail } from '../../src/errors/error-detail.js';

function detail(words: string, path: string | null = null, code = 'USER_ERROR'): ErrorDetail {
  return { code, path, detail: words };
}

test.each([
  'Error while accessing a resource. This entity already exists.',
  'Dieser Datensatz ist bereits vorhanden.',
  'Cet enregistrement existe déjà.',
  'Este registro ya existe.',
  'Questa entità è già presente',
  'Deze record bestaat al.',
  'Denne post findes allerede.',
  'Posten finns redan.',
  'Tento záznam již existuje.',
  'このレコードは既に存在します。',
  '此记录已存在。',
])('a record sounds as if it were there: %s', (words) => {
  expect(soundsAlreadyThere([detail(words)])).toBe(true);
});

test.each([
  'The record instance does not exist. Provide a valid record instance ID.',
  'Die Datensatzinstanz ist nicht vorhanden.',
  'Please enter value(s) for: Subsidiary',
  'This period does not exist.',
])('a record does not: %s', (words) => {
  expect(soundsAlreadyThere([detail(words)])).toBe(false);
});

test('a refused external id, and the code of duplicates, say so in no language', () => {
  expect(soundsAlreadyThere([detail('Nej.', 'externalId', 'INVALID_CONTENT')])).toBe(true);
  expect(soundsAlreadyThere([detail('Nej.', null, 'DUP_RCRD')])).toBe(true);
});

test('a refusal is about what was sent only where each of its places says so', () => {
  expect(isAboutContent([detail('No.', 'expense.items[0].account')])).toBe(true);
  expect(isAboutContent([detail('No.', 'entity'), detail('No.')])).toBe(false);
  expect(isAboutContent([detail('No.', 'externalId')])).toBe(false);
  expect(isAboutContent([])).toBe(false);
});
