import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { currencyExponent, parseDecimal } from '@ledgerferry/core';
import type { LedgerAttachment, LedgerBackDoor, LedgerDocument, LedgerPosting } from '@ledgerferry/testkit';

/** A document as its text has it. */
interface ReadDocument extends LedgerDocument {
  readonly postings: readonly LedgerPosting[];
  readonly settles: readonly string[];
}

/** Reads ledger and receipts as files, without the adapter's reader. */
export function journalBackDoor(folder: string, fileName: string): Required<LedgerBackDoor> {
  const documents = (): readonly ReadDocument[] => {
    const file = join(folder, fileName);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n\n').flatMap(readBlock) : [];
  };
  const named = (externalId: string) => documents().find((document) => document.externalId === externalId);
  return {
    documents,
    attachments: () => readReceipts(join(folder, 'receipts'), documents()),
    postings: (externalId) => named(externalId)?.postings ?? [],
    links: (externalId) => named(externalId)?.settles ?? [],
  };
}

const POSTING = /^ +(?:[A-Z]\w+:)?(\S+) +(-?\d+(?:\.\d+)?) ([A-Z]{3})$/gm;

function readBlock(block: string): readonly ReadDocument[] {
  const head = /^(\d{4}-\d\d-\d\d) ([!*])/m.exec(block);
  const reference = /reference: ?"?([^"\n]+)/.exec(block)?.[1];
  if (!head || !reference) return [];
  const currency = [...block.matchAll(POSTING)][0]?.[3] ?? 'DKK';
  const exponent = currencyExponent(currency) ?? 2;
  const postings = [...block.matchAll(POSTING)].map(([, account = '', quantity = '']) => ({
    account,
    minorUnits: parseDecimal(quantity, currency, exponent).minorUnits,
  }));
  const debits = postings.reduce((sum, { minorUnits }) => sum + Math.max(minorUnits, 0), 0);
  return [
    {
      reference,
      externalId: /external-id: ?"?([^"\n]+)/.exec(block)?.[1] ?? '',
      recordType: reference.slice(reference.lastIndexOf('/') + 1),
      state: head[2] === '!' ? 'draft' : 'live',
      summary: { date: head[1] ?? '', total: { currency, minorUnits: debits, exponent }, accounts: [] },
      postings,
      settles: /settles: ?"?([^"\n]+)/.exec(block)?.[1]?.split('; ') ?? [],
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
