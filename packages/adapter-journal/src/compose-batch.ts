import {
  isSameMoney,
  toDecimal,
  type DocumentSummary,
  type OutgoingDocument,
  type PostCall,
  type PostOutcome,
} from '@ledgerferry/core';
import { externalIdOf } from './external-id.js';
import { journalBody, type JournalAccount, type JournalBody } from './journal-body.js';
import { journalProblem } from './journal-errors.js';
import { summaryOf, type LedgerContents } from './ledger-contents.js';
import type { Addition } from './ledger-file.js';
import type { LedgerEntry, LedgerForm, Tag } from './ledger-form.js';
import type { LedgerIndex } from './ledger-index.js';

/** What a batch needs besides the ledger. */
export interface BatchSettings {
  readonly form: LedgerForm;
  /** The link to a document's receipts, by its reference. */
  readonly receiptsLink: (reference: string) => string;
}

/**
 * Turns a call into text and outcomes. Each entry is preceded by the accounts and currencies that the ledger does not know
 * yet; what its outcome says was booked is read back from the text.
 */
export function composeBatch(
  call: PostCall,
  index: LedgerIndex,
  { form, receiptsLink }: BatchSettings,
): Addition<readonly PostOutcome[]> {
  const grown = index.fork();
  const texts: string[] = [];
  const added: LedgerContents[] = [];

  const outcomes = call.documents.map((outgoing): PostOutcome => {
    const { key } = outgoing.document;
    if (grown.find(outgoing.reference).length > 0) return { status: 'exists', key };
    const body = journalBody.parse(outgoing.document.body);
    const tags = tagsOf(outgoing.reference, body, call.resolved, receiptsLink);
    const text = write(
      entryOf(outgoing.reference, body, tags, (account) => nameOf(account, grown, form)),
      body,
      grown,
      form,
    );
    const contents = form.read(text, grown.lines + 1);
    const summary = readBack(outgoing, contents, grown);
    if (!summary) return { status: 'refused', key, problem: journalProblem('JOURNAL_UNWRITABLE', outgoing.reference) };
    grown.add(contents);
    texts.push(text);
    added.push(contents);
    return { status: 'posted', key, externalId: externalIdOf(outgoing.reference), externalUrl: null, summary };
  });

  return { text: texts.join(''), enter: (file) => added.forEach((contents) => file.add(contents)), result: outcomes };
}

function entryOf(
  reference: string,
  body: JournalBody,
  tags: readonly Tag[],
  name: (account: JournalAccount) => string,
): LedgerEntry {
  return {
    date: body.date,
    draft: body.posting === 'draft',
    externalId: externalIdOf(reference),
    payee: body.payee,
    description: body.description,
    tags,
    postings: body.postings.map((posting) => ({
      account: name(posting.account),
      quantity: toDecimal(posting),
      currency: posting.currency,
      tags: posting.tags,
    })),
  };
}

function nameOf(account: JournalAccount, index: LedgerIndex, form: LedgerForm): string {
  const name = form.accountName(account);
  return index.accountNamed(name) ?? name;
}

/** The entry, behind what must be declared for it. */
function write(entry: LedgerEntry, body: JournalBody, index: LedgerIndex, form: LedgerForm): string {
  const declarations = new Map<string, string>();
  for (const [place, { account, currency, exponent }] of body.postings.entries()) {
    if (!index.knowsCurrency(currency))
      declarations.set(`currency ${currency}`, form.declareCurrency(currency, exponent));
    const name = entry.postings[place]?.account ?? '';
    if (!index.knowsAccount(name)) declarations.set(`account ${name}`, form.declareAccount(name, account));
  }
  const declared = [...declarations.values()].join('');
  return `${declared === '' ? '' : `\n${declared}`}${form.write(entry)}`;
}

/** What a reader of the text will see; null where that is not what was meant. */
function readBack(
  { document, reference }: OutgoingDocument,
  contents: LedgerContents,
  index: LedgerIndex,
): DocumentSummary | null {
  const [read, ...others] = contents.transactions;
  if (read?.reference !== reference || others.length > 0) return null;
  const summary = summaryOf(read, (currency) => contents.currencies.get(currency) ?? index.decimalsOf(currency));
  return summary && document.summary && isSameMoney(summary.total, document.summary.total) ? summary : null;
}

function tagsOf(
  reference: string,
  body: JournalBody,
  resolved: PostCall['resolved'],
  receiptsLink: BatchSettings['receiptsLink'],
): readonly Tag[] {
  const settles = body.settles.map((invoice) =>
    'externalId' in invoice ? invoice.externalId : idOf(invoice.documentKey, resolved),
  );
  return [
    ['reference', reference],
    ['external-id', externalIdOf(reference)],
    ...body.tags,
    ...(settles.length > 0 ? [['settles', settles.join('; ')] satisfies Tag] : []),
    ...(body.hasReceipts ? [['receipts', receiptsLink(reference)] satisfies Tag] : []),
  ];
}

function idOf(documentKey: string, resolved: PostCall['resolved']): string {
  const externalId = resolved.get(documentKey);
  if (externalId === undefined) throw new Error(`${documentKey} must be posted before the document that names it`);
  return externalId;
}
