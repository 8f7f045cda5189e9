import type { Books } from './books.js';
import type { HeldManualJournal, HeldPayment, Hundredths } from './held-records.js';
import { postingsOf } from './postings.js';
import type { HeldDocument, HeldKind } from './xero-books.js';

const STATES: Readonly<Record<string, HeldDocument['state']>> = {
  DRAFT: 'draft',
  SUBMITTED: 'draft',
  AUTHORISED: 'live',
  PAID: 'live',
  POSTED: 'live',
  DELETED: 'voided',
  VOIDED: 'voided',
};

type Told = Omit<HeldDocument, 'kind' | 'state' | 'accounts'>;

/** Every document, kind by kind, each kind in the order of its making. */
export function heldDocuments(books: Books): readonly HeldDocument[] {
  const { bankTransactions, invoices, creditNotes, payments, bankTransfers, manualJournals } = books;
  const tell = (kind: HeldKind, { id, status, reference, date, currency, total }: Told): HeldDocument => {
    const accounts = [...new Set(postingsOf(books, id).map(({ account }) => account))];
    return { kind, id, state: STATES[status] ?? 'live', status, reference, date, currency, total, accounts };
  };
  return [
    ...bankTransactions.all().map((held) => tell('bank-transaction', { ...held, reference: held.reference ?? '' })),
    ...invoices
      .all()
      .map((held) => tell(held.type === 'ACCPAY' ? 'bill' : 'invoice', { ...held, reference: held.number ?? '' })),
    ...creditNotes.all().map((held) => tell('credit-note', { ...held, reference: held.number ?? '' })),
    ...payments.all().map((held) => tell('payment', ofPayment(books, held))),
    ...bankTransfers.all().map((held) =>
      tell('bank-transfer', {
        ...held,
        reference: held.reference ?? '',
        currency: books.accounts.get(held.fromAccountId)?.currency ?? books.seed.baseCurrency,
        total: held.amount,
      }),
    ),
    ...manualJournals.all().map((held) =>
      tell('manual-journal', {
        ...held,
        reference: held.narration,
        currency: books.seed.baseCurrency,
        total: journalTotal(held),
      }),
    ),
  ];
}

function ofPayment(books: Books, held: HeldPayment): Told {
  const paid = books.invoices.get(held.invoiceId ?? '') ?? books.creditNotes.get(held.creditNoteId ?? '');
  const currency = paid?.currency ?? books.seed.baseCurrency;
  return { ...held, reference: held.reference ?? '', currency, total: held.amount };
}

/** The sum of a journal's debits. */
function journalTotal({ lines }: HeldManualJournal): Hundredths {
  return lines.reduce((sum, { lineAmount }) => sum + Math.max(lineAmount, 0), 0);
}
