import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { money } from '@ledgerferry/core';
import { buildAccountingEntry } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { find, openJournal, post, type Extension } from './journal-fixture.js';

const entry = buildAccountingEntry();
const REFERENCE = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/journal';
const EXTERNAL_ID = 'LF-34PTMLV6WWELWKFW';
const found = {
  status: 'live',
  key: REFERENCE,
  externalId: EXTERNAL_ID,
  externalUrl: null,
  summary: { date: '2026-03-11', total: money('DKK', 89520, 2), accounts: ['3620', '55010'] },
  others: [],
};

describe.each<Extension>(['journal', 'beancount'])('finding in a %s file', (extension) => {
  const openBooked = async () => {
    const journal = openJournal(extension);
    await post(journal.adapter, entry);
    return journal;
  };

  test('answers what is booked', async () => {
    const { adapter, reopen } = await openBooked();
    expect(await find(adapter, entry)).toEqual([found]);
    expect(await find(reopen(), entry)).toEqual([found]);
  });

  test('a draft is a draft until a person marks it', async () => {
    const { adapter, edit } = openJournal(extension);
    const draft = buildAccountingEntry({ posting: 'draft' });
    await post(adapter, draft);
    expect((await find(adapter, draft))[0]?.status).toBe('draft');
    edit((text) => text.replace('2026-03-11 !', '2026-03-11 *'));
    expect((await find(adapter, draft))[0]?.status).toBe('live');
  });

  test('an entry that a person deleted is absent', async () => {
    const { adapter, edit } = await openBooked();
    edit((text) => text.slice(0, text.indexOf('2026-03-11')));
    expect(await find(adapter, entry)).toEqual([{ status: 'absent', key: REFERENCE }]);
  });

  test('an entry that a person turned into a comment is absent', async () => {
    const { adapter, edit } = await openBooked();
    edit((text) => text.replace(/^(2026-03-11[^]*)$/m, (block) => block.replace(/^(?=.)/gm, '; ')));
    expect(await find(adapter, entry)).toEqual([{ status: 'absent', key: REFERENCE }]);
  });

  test('an entry that stands twice is found with the other', async () => {
    const { adapter, edit } = await openBooked();
    edit((text) => text + text.slice(text.indexOf('2026-03-11')));
    expect(await find(adapter, entry)).toMatchObject([
      {
        status: 'live',
        externalId: EXTERNAL_ID,
        others: [expect.stringMatching(/^LF-34PTMLV6WWELWKFW \(line \d+\)$/)],
      },
    ]);
  });

  test('another amount, date and account of a person are what is found', async () => {
    const { adapter, edit } = await openBooked();
    edit((text) =>
      text
        .replaceAll('895.20', '1,000.5')
        .replace('2026-03-11', '2026-03-12')
        .replace(/^( +\S*)3620( +1,000)/m, '$13655$2'),
    );
    expect(await find(adapter, entry)).toMatchObject([
      { summary: { date: '2026-03-12', total: money('DKK', 100050, 2), accounts: ['3655', '55010'] } },
    ]);
  });

  test('an amount that a person left out balances the others', async () => {
    const { adapter, edit } = await openBooked();
    edit((text) => text.replace(/^(.*3620) +895\.20 DKK$/m, '$1'));
    expect((await find(adapter, entry))[0]).toEqual(found);
  });

  test('other indentation, line ends and comments change nothing', async () => {
    const { adapter, edit } = await openBooked();
    edit((text) => text.replaceAll(/^ +/gm, '\t').replaceAll('\n', '\r\n').replaceAll('DKK\r', 'DKK ; paid\r'));
    expect((await find(adapter, entry))[0]).toEqual(found);
    expect((await post(adapter, entry))[0]?.status).toBe('exists');
  });

  test('appends behind a last line without an end', async () => {
    const { adapter, reopen, edit } = await openBooked();
    edit((text) => text.trimEnd());
    const next = buildAccountingEntry({ accountingEntryId: 'next' });
    await post(adapter, next);
    expect((await find(reopen(), entry))[0]).toEqual(found);
    expect((await find(reopen(), next))[0]?.status).toBe('live');
  });

  test('a ledger that cannot be read is a failure, not an absence', async () => {
    const { adapter, file } = openJournal(extension);
    expect((await find(adapter, entry))[0]?.status).toBe('absent');
    await post(adapter, entry);
    rmSync(file);
    await expect(find(adapter, entry)).rejects.toMatchObject({ kind: 'transient', code: 'JOURNAL_VANISHED' });
    rmSync(join(file, '..'), { recursive: true });
    await expect(find(adapter, entry)).rejects.toMatchObject({ kind: 'misconfigured', code: 'JOURNAL_FOLDER_MISSING' });
  });
});

test('a comment block in hledger hides what it holds', async () => {
  const { adapter, edit } = openJournal();
  await post(adapter, entry);
  edit((text) => text.replace('2026-03-11', 'comment\n2026-03-11').concat('end comment\n'));
  expect(await find(adapter, entry)).toEqual([{ status: 'absent', key: REFERENCE }]);
});
