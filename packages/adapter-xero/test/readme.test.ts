import type { ErrorCatalogue } from '@ledgerferry/core';
import { errorRows, readReadme, settingsOf } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ENDPOINTS } from '../src/api/endpoints.js';
import { xeroConsent } from '../src/consent.js';
import { CALL_ERRORS } from '../src/errors/call-errors.js';
import { ENTRY_ERRORS } from '../src/errors/entry-errors.js';
import { SETTING_ERRORS } from '../src/errors/setting-errors.js';
import { XERO_ERRORS } from '../src/errors/xero-errors.js';
import { xeroCapabilities } from '../src/xero-capabilities.js';
import { xeroConnectionSchema } from '../src/xero-connection.js';
import { ITEMS, recordsByMethod } from './readme/posted-records.js';

const { text, tableUnder, deadPaths, unnamedFolders } = readReadme(new URL('..', import.meta.url));
const CONNECTION = xeroConnectionSchema.parse({ auth: { clientId: 'an-app' } });
const OUT_OF_POCKET_ON_BANK = { outOfPocket: '095' };

describe('what the README says it posts', () => {
  const usual = ITEMS.map(([name, item]) => [name, ...recordsByMethod(item)]);

  test('is what is planned for every item of Pleo, by both methods', () => {
    expect(tableUnder('### Items')).toEqual(usual);
  });

  test('is what is planned otherwise where employees paid from a bank account', () => {
    const onBank = ITEMS.map(([name, item]) => [name, ...recordsByMethod(item, OUT_OF_POCKET_ON_BANK)]);
    const otherwise = onBank.filter((row, place) => row.join() !== usual[place]?.join());
    expect(tableUnder('### Items where the out-of-pocket account is a bank account')).toEqual(otherwise);
  });

  test('names the endpoint, the drafts, the batches and the reference of every record type', () => {
    const { recordTypes } = xeroCapabilities(CONNECTION);
    const known = Object.entries(ENDPOINTS).map(([recordType, { name, reference }]) => {
      const { draft, postBatchSize } = recordTypes[recordType] ?? {};
      return [
        recordType.replace('-', ' '),
        `\`${name}\``,
        `\`${reference}\``,
        draft ? 'yes' : 'no',
        `${postBatchSize}`,
      ];
    });
    expect(tableUnder('### Records').map((row) => row.slice(0, 5))).toEqual(known);
  });
});

describe('the settings of the README', () => {
  const settings = settingsOf(z.toJSONSchema(xeroConnectionSchema, { io: 'input' }));

  test('are those of the schema, with its defaults', () => {
    const documented = tableUnder('## Settings').map(([name, byDefault]) => [name, byDefault]);
    const known = settings.map(({ name, byDefault }) => [
      `\`${name}\``,
      name === 'auth.scopes' ? '[all](#scopes)' : byDefault,
    ]);
    expect(documented).toEqual(known);
  });

  test.each(settings.filter(({ values }) => values.length > 0))(
    'say what each value of $name does',
    ({ name, values }) => {
      const meaning = tableUnder('## Settings').find(([documented]) => documented === `\`${name}\``)?.[2];
      for (const value of values) expect(meaning).toContain(`\`${String(value)}\``);
    },
  );
});

test('the scopes of the README are those asked for, each with the records it is for', () => {
  const documented = tableUnder('## Scopes');
  expect(documented.map(([scope]) => scope)).toEqual(xeroConsent(CONNECTION)?.scopes.map((scope) => `\`${scope}\``));
  for (const { scope, name } of Object.values(ENDPOINTS))
    expect(documented.find(([asked]) => asked === `\`${scope}\``)?.[1]).toContain(`\`${name}\``);
});

describe('the errors of the README', () => {
  test.each<readonly [string, ErrorCatalogue]>([
    ['### Accounts, tax rates, tracking and settings', SETTING_ERRORS],
    ['### Entries, contacts and receipts', ENTRY_ERRORS],
    ['### Calls', CALL_ERRORS],
  ])('%s are those of the catalogue', (heading, catalogue) => {
    expect(tableUnder(heading)).toEqual(errorRows(catalogue));
  });

  test('leave none out', () => {
    const missing = Object.keys(XERO_ERRORS).filter((code) => !text.includes(`| \`${code}\``));
    expect(missing).toEqual([]);
  });
});

test('the reading order of the README names what is there, and leaves no folder out', () => {
  expect(deadPaths()).toEqual([]);
  expect(unnamedFolders()).toEqual([]);
});
