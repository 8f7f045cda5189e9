import type { ErrorCatalogue } from '@ledgerferry/core';
import { errorRows, readReadme, settingsOf } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CALL_ERRORS } from '../src/errors/call-errors.js';
import { ENTRY_ERRORS } from '../src/errors/entry-errors.js';
import { NETSUITE_ERRORS } from '../src/errors/netsuite-errors.js';
import { SETTING_ERRORS } from '../src/errors/setting-errors.js';
import { netsuiteCapabilities } from '../src/netsuite-capabilities.js';
import { netsuiteConnectionSchema } from '../src/netsuite-connection.js';
import { RECORD_NAMES } from '../src/plan/netsuite-record.js';
import { connection } from './plan/sample-books.js';
import { ITEMS, recordsOf } from './readme/posted-records.js';

const { text, tableUnder, deadPaths, unnamedFolders } = readReadme(new URL('..', import.meta.url));

/** The account of money in transit, which no bills are paid from. */
const NO_BANK = { wallet: '55990' };

describe('what the README says it posts', () => {
  test('is one journal of every item of Pleo, where nothing else is set', () => {
    const [journals] = text.match(/Every entry is one journal/g) ?? [];
    expect(journals).toBeDefined();
    expect(ITEMS.filter(([, item]) => recordsOf(item, 'journal') !== 'journal')).toEqual([]);
  });

  test('is what is planned otherwise with vendor bills, from accounts that can pay bills and from others', () => {
    const rows = ITEMS.map(([name, item]) => [
      name,
      recordsOf(item, 'vendor-bill'),
      recordsOf(item, 'vendor-bill', NO_BANK),
    ]);
    const otherwise = rows.filter(([, ...records]) => records.some((record) => record !== 'journal'));
    expect(tableUnder('### With `payables: vendor-bill`')).toEqual(otherwise);
  });

  test('names every record type as REST does, with its drafts and the most in a call', () => {
    const { recordTypes } = netsuiteCapabilities(connection());
    const known = Object.entries(RECORD_NAMES).map(([recordType, name]) => {
      const { draft, postBatchSize } = recordTypes[recordType] ?? {};
      const words = recordType === 'journal-entry' ? 'journal' : recordType.replace('-', ' ');
      return [words, `\`${name}\``, draft ? 'yes' : 'no', `${postBatchSize}`];
    });
    expect(tableUnder('### Records').map((row) => row.slice(0, 4))).toEqual(known);
  });
});

describe('the settings of the README', () => {
  const settings = settingsOf(z.toJSONSchema(netsuiteConnectionSchema, { io: 'input' }));

  test('are those of the schema, with its defaults', () => {
    const documented = tableUnder('## Settings').map(([name, byDefault]) => [name, byDefault]);
    expect(documented).toEqual(settings.map(({ name, byDefault }) => [`\`${name}\``, byDefault]));
  });

  test.each(settings.filter(({ values }) => values.length > 0))(
    'say what each value of $name does',
    ({ name, values }) => {
      const meaning = tableUnder('## Settings').find(([documented]) => documented === `\`${name}\``)?.[2];
      for (const value of values) expect(meaning).toContain(`\`${String(value)}\``);
    },
  );
});

describe('the errors of the README', () => {
  test.each<readonly [string, ErrorCatalogue]>([
    ['### Accounts, dimensions, taxes and settings', SETTING_ERRORS],
    ['### Entries, vendors and receipts', ENTRY_ERRORS],
    ['### Calls', CALL_ERRORS],
  ])('%s are those of the catalogue', (heading, catalogue) => {
    expect(tableUnder(heading)).toEqual(errorRows(catalogue));
  });

  test('leave none out', () => {
    expect(Object.keys(NETSUITE_ERRORS).filter((code) => !text.includes(`| \`${code}\``))).toEqual([]);
  });
});

test('the reading order of the README names what is there, and leaves no folder out', () => {
  expect(deadPaths()).toEqual([]);
  expect(unnamedFolders()).toEqual([]);
});
