import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@ledgerferry/core';
import { buildAccount, buildAccountingEntry, buildEntryLine } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hledgerForm } from '../src/hledger-form.js';
import journal from '../src/index.js';
import { LedgerFile } from '../src/ledger-file.js';
import { find, openJournal, post } from './journal-fixture.js';

const entry = buildAccountingEntry();

describe('what would spoil an append is refused', () => {
  test.each([
    ['comment\nan open block\n', /inside a block that "comment" opened/],
    ['apply account Firm\n', /inside a block that "apply account" opened/],
    ['; mine\ncommodity 1.000,00 DKK\n', /line 2 declares a decimal comma/],
    ['decimal-mark ,\n', /line 1 declares a decimal comma/],
  ])('%j', async (text, reason) => {
    const { adapter, write, text: read } = openJournal();
    write(text);
    const refusal = { kind: 'misconfigured', code: 'JOURNAL_CANNOT_APPEND', message: expect.stringMatching(reason) };
    await expect(post(adapter, entry)).rejects.toMatchObject(refusal);
    await expect(adapter.checkReadiness()).rejects.toMatchObject(refusal);
    expect(read()).toBe(text);
  });
});

describe('one writer at a time', () => {
  test('waits for a writer in another process, and goes on when that is killed', async () => {
    const { adapter, file } = openJournal();
    const script =
      'const { DatabaseSync } = require("node:sqlite");' +
      'const lock = new DatabaseSync(process.argv[1]); lock.exec("BEGIN EXCLUSIVE"); console.log("locked"); setInterval(() => lock, 1000);';
    const holder = spawn(process.execPath, ['-e', script, `${file}.lock`], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const posting = post(adapter, entry);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(existsSync(file)).toBe(false);
    holder.kill('SIGKILL');
    expect((await posting)[0]?.status).toBe('posted');
  });

  test('what a killed writer left half written is never seen', async () => {
    const { adapter, file, folder, text } = openJournal();
    await post(adapter, entry);
    writeFileSync(`${file}.new`, text().slice(0, 100));
    expect((await find(adapter, entry))[0]?.status).toBe('live');
    await post(adapter, buildAccountingEntry({ accountingEntryId: 'next' }));
    expect(readdirSync(folder)).not.toContain('books.journal.new');
    expect(text().match(/reference:/g)).toHaveLength(2);
  });

  test('what a person adds between two calls stays', async () => {
    const { adapter, edit, text } = openJournal();
    await post(adapter, entry);
    edit((before) => `${before}\n2026-03-12 * by hand\n    3620   1.00 DKK\n    55010\n`);
    await post(adapter, buildAccountingEntry({ accountingEntryId: 'next' }));
    expect(text()).toContain('2026-03-12 * by hand\n');
    expect(text().match(/reference:/g)).toHaveLength(2);
  });

  test('what a person saves in the middle of a call stays, and the call goes on from there', async () => {
    const { adapter, file, edit, text } = openJournal();
    await post(adapter, entry);
    const ledger = new LedgerFile({ file, form: hledgerForm, clock: systemClock });
    let compositions = 0;
    await ledger.append(() => {
      compositions += 1;
      if (compositions === 1) edit((before) => `${before}\n; saved meanwhile\n`);
      return { text: '\n; appended\n', enter: () => {}, result: null };
    });
    expect(compositions).toBe(2);
    expect(text()).toMatch(/; saved meanwhile\n\n; appended\n$/);
  });

  test('what stands in a comment block declares nothing', async () => {
    const { adapter, write, text } = openJournal();
    write('comment\naccount 3620\ncommodity 1000.00 DKK\nend comment\n');
    await post(adapter, entry);
    expect(text().match(/^(account 3620|commodity 1000.00 DKK)/gm)).toHaveLength(4);
  });

  test('an account that a person moved into a hierarchy is used where it is', async () => {
    const { adapter, write, text } = openJournal();
    write('account Expenses:Software:3620  ; type:X\n');
    await post(adapter, entry);
    expect(text()).toMatch(/^ {4}Expenses:Software:3620 +895\.20 DKK$/m);
    expect((await find(adapter, entry))[0]).toMatchObject({ summary: { accounts: ['3620', '55010'] } });
  });
});

describe('readiness', () => {
  test('names the ledger and changes nothing', async () => {
    const { adapter, folder, file } = openJournal();
    expect(await adapter.checkReadiness()).toMatchObject({
      tenant: expect.stringMatching(/books\.journal$/),
      name: 'books.journal',
      warnings: [
        `${file} does not exist yet and will be created.`,
        expect.stringMatching(/receipts does not exist yet/),
      ],
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says the same of a ledger before and after it is created', async () => {
    const { adapter } = openJournal();
    const before = await adapter.checkReadiness();
    await post(adapter, entry);
    expect((await adapter.checkReadiness()).tenant).toBe(before.tenant);
  });

  test.each([
    ['a folder', (file: string) => mkdirSync(file)],
    ['a link that leads nowhere', (file: string) => symlinkSync('nowhere', file)],
    ['no text', (file: string) => writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]))],
  ])('refuses %s', async (_, make) => {
    const { adapter, file } = openJournal();
    make(file);
    await expect(adapter.checkReadiness()).rejects.toMatchObject({
      kind: 'misconfigured',
      code: 'JOURNAL_NOT_A_LEDGER',
    });
  });

  test('an account without a code is for the bookkeeper', () => {
    const { adapter } = openJournal();
    const byIdentifier = { ...buildAccount('category', '', 'Software'), code: null, identifier: 'gl-3620' };
    const [rule] = adapter.rules({ closedThrough: null });
    expect(rule?.validate(buildAccountingEntry({ lines: [buildEntryLine({ account: byIdentifier })] }))).toEqual([
      {
        code: 'JOURNAL_ACCOUNT_WITHOUT_CODE',
        reason: 'missing_configuration',
        owner: 'bookkeeper',
        message:
          'The account Software has no code, and this ledger names accounts by code. Give it one in Pleo, then export again.',
      },
    ]);
    expect(rule?.validate(entry)).toEqual([]);
  });

  test('settings are checked strictly', () => {
    expect(journal.connectionSchema.safeParse({ file: 'books.journal', folder: 'x' }).error?.message).toMatch(/folder/);
    expect(journal.connectionSchema.safeParse({ file: 'books.txt' }).error?.message).toMatch(/must end in \.journal/);
    expect(journal.connectionSchema.parse({ file: '/books/2026.beancount' })).toEqual({
      file: '/books/2026.beancount',
      receipts: join('/books', 'receipts'),
    });
  });
});
