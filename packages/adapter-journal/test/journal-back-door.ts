import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDecimal } from '@ledgerferry/core';
import type { LedgerAttachment, LedgerBackDoor, LedgerDocument } from '@ledgerferry/testkit';

/** Reads ledger and receipts as files, without the adapter's reader. */
export function journalBackDoor(folder: string, fileName: string): LedgerBackDoor {
  const documents = (): readonly LedgerDocument[] => {
    const file = join(folder, fileName);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n\n').flatMap(readBlock) : [];
  };
  return { documents, attachments: () => readReceipts(join(folder, 'receipts'), documents()) };
}

function readBlock(block: string): readonly LedgerDocument[] {
  const head = /^(\d{4}-\d\d-\d\d) ([!*])/m.exec(block);
  const reference = /reference: ?"?([^"\n]+)/.exec(block)?.[1];
  if (!head || !reference) return [];
  const debits = [...block.matchAll(/^ +\S+ +(\d+\.\d\d) DKK/gm)].map((match) =>
    parseDecimal(match[1] ?? '', 'DKK', 2),
  );
  const total = { currency: 'DKK', minorUnits: debits.reduce((sum, debit) => sum + debit.minorUnits, 0), exponent: 2 };
  return [
    {
      reference,
      externalId: /external-id: ?"?([^"\n]+)/.exec(block)?.[1] ?? '',
      recordType: reference.slice(reference.lastIndexOf('/') + 1),
      state: head[2] === '!' ? 'draft' : 'live',
      summary: { date: head[1] ?? '', total, accounts: [] },
    },
  ];
}

function readReceipts(folder: string, documents: readonly LedgerDocument[]): readonly LedgerAttachment[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((entry) =>
    readdirSync(join(folder, entry)).map((fileName) => ({
      externalId: `${entry}/${fileName}`,
      fileName,
      documentId: documents.find((document) => document.reference.startsWith(`${entry}/`))?.externalId ?? '',
      byteLength: statSync(join(folder, entry, fileName)).size,
    })),
  );
}
