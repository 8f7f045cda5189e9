import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import abacus from '@ledgerferry/adapter-template';
import journal from '@ledgerferry/adapter-journal';
import netsuite from '@ledgerferry/adapter-netsuite';
import xero from '@ledgerferry/adapter-xero';
import { LEDGER_DIFFERENCES, type Advice, type ErrorDefinition } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { everyError } from '../src/runner-errors.js';

const ROOT = join(import.meta.dirname, '../../..');
const CATALOGUE = { ...everyError(journal), ...everyError(abacus), ...everyError(xero), ...everyError(netsuite) };
const EVERY_CODE: Readonly<Record<string, Advice>> = { ...CATALOGUE, ...LEDGER_DIFFERENCES };

/** What NetSuite says. */
const NETSUITE_CODES = [
  'CONCURRENCY_LIMIT_EXCEEDED',
  'INSUFFICIENT_PERMISSION',
  'INVALID_CONTENT',
  'INVALID_FILE_TYPE',
  'INVALID_LOGIN',
  'INVALID_LOGIN_ATTEMPT',
  'INVALID_PARAMETER',
  'INVALID_REQUEST',
  'INVALID_UPLOAD',
  'LIMIT_EXCEEDED',
  'NONEXISTENT_ID',
  'RCRD_DSNT_EXIST',
  'SSS_FILE_CONTENT_SIZE_EXCEEDED',
  'SSS_INVALID_SCRIPTLET_ID',
  'SSS_INVALID_SCRIPT_OPERATION',
  'SSS_REQUEST_LIMIT_EXCEEDED',
];

/** What is written like a code and is none of ours: Pleo's own types, what the operating system and Node say, names of variables. */
const NOT_OURS = [
  ...NETSUITE_CODES,
  'ACCOUNTING_ENTRY_DOES_NOT_EXIST',
  'ACCOUNTING_ENTRY_UPDATE_FAILED',
  'EXPORT_ENTRY_STATUS_UPDATE_FAILED',
  'API_KEY',
  'EAI_AGAIN',
  'ERR_MODULE_NOT_FOUND',
  'LEDGERFERRY_LOG',
];

/** Simulators speak their vendor's codes alone; the far ends in memory of the testkit have a few of their own. */
const SOURCES = globSync(['packages/*/src/**/*.ts', 'apps/*/src/**/*.ts'], { cwd: ROOT })
  .filter((file) => !file.startsWith('packages/pleo-simulator/') && !file.includes('/simulator/'))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

function matches(pattern: RegExp): readonly { readonly file: string; readonly groups: readonly string[] }[] {
  return SOURCES.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([, ...groups]) => ({ file, groups: groups.map((group) => group ?? '') })),
  );
}

test('every code in the sources is in a catalogue', () => {
  const quoted = matches(/['"]([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)['"]/g);
  const made = matches(
    /(?:new IntegrationError\(\s*'[a-z-]+',|\.error\(|\.problem\(|\bproblem\(|\bcode:)\s*'([A-Z][A-Z0-9_]*)'/g,
  );
  const unknown = [...quoted, ...made].filter(
    ({ groups: [code = ''] }) => !(code in EVERY_CODE) && !NOT_OURS.includes(code) && !code.startsWith('MEMORY_'),
  );

  expect(unknown.map(({ file, groups: [code] }) => `${code} in ${file}`)).toEqual([]);
});

test('every code of a catalogue is used in the sources', () => {
  const used = new Set(matches(/['"]([A-Z][A-Z0-9_]+)['"]/g).map(({ groups: [code] }) => code));

  expect(Object.keys(EVERY_CODE).filter((code) => !used.has(code))).toEqual([]);
});

test('an error that is made by hand is of the kind that its catalogue says', () => {
  const made = matches(/new IntegrationError\(\s*'([a-z-]+)',\s*'([A-Z][A-Z0-9_]*)'/g);
  const other = made.filter(({ groups: [kind, code = ''] }) => {
    const known: ErrorDefinition | undefined = CATALOGUE[code];
    return known && kind !== known.kind && kind !== known.writeKind;
  });

  expect(other.map(({ file, groups }) => `${groups.join(' ')} in ${file}`)).toEqual([]);
});

test('a problem that is made by hand has the owner and the reason that its catalogue says', () => {
  const made = matches(/code: '([A-Z][A-Z0-9_]*)',\s*reason: '([a-z_]+)',\s*owner: '([a-z]+)'/g);
  const other = made.filter(({ groups: [code = '', reason, owner] }) => {
    const known: ErrorDefinition | undefined = CATALOGUE[code];
    return known && (reason !== known.itemReason || owner !== known.owner);
  });

  expect(other.map(({ file, groups }) => `${groups.join(' ')} in ${file}`)).toEqual([]);
});

test('every code is explained in docs/errors.md', () => {
  const page = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');
  const explained = [...page.matchAll(/^#### `([A-Z0-9_]+)`$/gm)].map(([, code = '']) => code);

  expect(explained.toSorted()).toEqual(Object.keys(EVERY_CODE).toSorted());
});
