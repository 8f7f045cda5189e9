import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
        ledger: {
          documents: () => backDoor().documents(),
          attachments: () => backDoor().attachments(),
          postings: (externalId) => backDoor().postings(externalId),
          links: (externalId) => backDoor().links(externalId),
        },
        reopen: open,
        buildRefused: null,
        currencies: ['JPY', 'KWD'],
        disconnect: () => renameSync(books, unplugged),
        secrets: [],
        deleteDocument: (externalId) => {
          const blocks = readFileSync(connection.file, 'utf8').split('\n\n');
          writeFileSync(connection.file, blocks.filter((block) => !block.includes(externalId)).join('\n\n'));
        },
        close: () => rmSync(parent, { recursive: true, force: true }),
      };
    },
  });
}
