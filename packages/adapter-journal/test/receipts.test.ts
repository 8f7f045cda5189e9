import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntegrationError } from '@ledgerferry/core';
import { buildAccountingEntry } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { openJournal, post } from './journal-fixture.js';

const entry = buildAccountingEntry({
  receipts: [{ url: 'https://files.example.com/1', type: 'application/pdf', size: 3 }],
});
const ENTRY = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20';
const target = { externalId: 'LF-34PTMLV6WWELWKFW', recordType: 'journal', reference: `${ENTRY}/journal` };
const attachCall = (index: number, fileName: string) => ({
  requestKey: `attach-${index}`,
  key: `${ENTRY}/file/${index}`,
  fileName,
  bytes: new TextEncoder().encode('%PDF'),
  contentType: 'application/pdf',
  target,
});

test('a receipt lies where its entry points', async () => {
  const { adapter, folder, text } = openJournal();
  await post(adapter, entry);
  await adapter.attach(attachCall(0, 'receipt.pdf'));
  const link = /; receipts:(.*)$/m.exec(text())?.[1] ?? '';
  expect(readFileSync(join(folder, link, '0-receipt.pdf'), 'utf8')).toBe('%PDF');
});

test('receipts are found under the names they were given, in their order', async () => {
  const { adapter } = openJournal();
  const names = ['10% off: "æ".pdf', '.hidden/../../x.png', 'plain.jpg'];
  for (const [index, name] of names.entries()) await adapter.attach(attachCall(index, name));
  expect((await adapter.findAttachments(target)).map((found) => found.fileName)).toEqual(names);
});

test('a receipt that is stored again is there once', async () => {
  const { adapter, folder } = openJournal();
  const first = await adapter.attach(attachCall(0, 'receipt.pdf'));
  expect(await adapter.attach(attachCall(0, 'receipt.pdf'))).toEqual(first);
  expect(readdirSync(join(folder, 'receipts', ENTRY))).toEqual(['0-receipt.pdf']);
});

test('what a killed process left half written is not a receipt', async () => {
  const { adapter, folder } = openJournal();
  await adapter.attach(attachCall(0, 'receipt.pdf'));
  writeFileSync(join(folder, 'receipts', ENTRY, '.1.new'), '%P');
  expect(await adapter.findAttachments(target)).toHaveLength(1);
});

test('no receipts yet is an empty list, and a file in their place is an error', async () => {
  const { adapter, folder } = openJournal();
  expect(await adapter.findAttachments(target)).toEqual([]);
  writeFileSync(join(folder, 'receipts'), '');
  await expect(adapter.findAttachments(target)).rejects.toMatchObject({ code: 'JOURNAL_FOLDER_MISSING' });
});

test('a receipt over 30 MB is refused', async () => {
  const { adapter } = openJournal();
  const refused: unknown = await adapter
    .attach({ ...attachCall(0, 'huge.pdf'), bytes: new Uint8Array(30_000_001) })
    .catch((error: unknown) => error);
  expect(IntegrationError.isInstance(refused) && [refused.kind, refused.itemReason]).toEqual([
    'item-rejected',
    'receipt_file_size_limit_exceeded',
  ]);
});
