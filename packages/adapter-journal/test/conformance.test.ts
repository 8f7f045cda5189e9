import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@ledgerferry/core';
import { describeAccountingAdapter } from '@ledgerferry/testkit';
import { createJournalAdapter } from '../src/journal-adapter.js';
import { journalBackDoor } from './journal-back-door.js';

for (const extension of ['journal', 'beancount']) {
  describeAccountingAdapter(`journal (*.${extension})`, {
    createHarness() {
      const parent = mkdtempSync(join(tmpdir(), 'adapter-journal-'));
      const [books, unplugged, fileName] = [join(parent, 'books'), join(parent, 'unplugged'), `2026.${extension}`];
      mkdirSync(books);
      const connection = { file: join(books, fileName), receipts: join(books, 'receipts') };
      const open = () => createJournalAdapter({ connection, clock: systemClock });
      const backDoor = () => journalBackDoor(existsSync(unplugged) ? unplugged : books, fileName);
      return {
        adapter: open(),
        ledger: { documents: () => backDoor().documents(), attachments: () => backDoor().attachments() },
        reopen: open,
        buildRefused: null,
        disconnect: () => renameSync(books, unplugged),
        secrets: [],
        close: () => rmSync(parent, { recursive: true, force: true }),
      };
    },
  });
}
