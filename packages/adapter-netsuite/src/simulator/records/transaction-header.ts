import type { Books } from '../books/books.js';
import type { HeldTransaction } from '../books/held-records.js';
import type { TransactionType } from '../books/netsuite-books.js';
import { baseCurrencyId } from '../books/seed-records.js';
import { customValues, kept } from './custom-values.js';
import { notSettable } from '../http/problems.js';
import type { Sent, SentFields } from './sent-fields.js';

/** All of a transaction but its lines, as it would be after a write; what is missing is null. */
export interface TransactionHeader extends Omit<
  HeldTransaction,
  | 'id'
  | 'name'
  | 'periodId'
  | 'exchangeRate'
  | 'lines'
  | 'taxes'
  | 'overridesTax'
  | 'applications'
  | 'createdAt'
  | 'modifiedAt'
> {
  /** Null where the date decides. */
  readonly periodId: string | null;
  /** Null where NetSuite's own table decides. */
  readonly exchangeRate: string | null;
  /** Null where NetSuite numbers it. */
  readonly number: string | null;
}

/** Reads what was sent over what was there. It refuses nothing: that comes once everything is read. */
export function readHeader(
  recordType: TransactionType,
  sent: SentFields,
  before: HeldTransaction | null,
  books: Books,
): TransactionHeader {
  const isJournal = recordType === 'journalEntry';
  const entityId = isJournal ? null : kept(sent.reference('entity'), before?.entityId);
  const subsidiaryId = kept(sent.reference('subsidiary'), before?.subsidiaryId) ?? primarySubsidiaryId(entityId, books);
  const date = sent.date('tranDate');
  readWhatChangesNothing(sent);
  return {
    recordType,
    externalId: kept(sent.text('externalId'), before?.externalId),
    number: kept(sent.text('tranId'), before?.name) || null,
    isInactive: false,
    date: date ?? before?.date ?? today(books),
    dueDate: recordType === 'vendorBill' ? kept(sent.date('dueDate'), before?.dueDate) : null,
    // another day is another period, unless one is named
    periodId: kept(sent.reference('postingPeriod'), typeof date === 'string' ? null : before?.periodId),
    subsidiaryId,
    currencyId: sent.reference('currency') ?? before?.currencyId ?? usualCurrencyId(entityId, subsidiaryId, books),
    exchangeRate: kept(sent.decimal('exchangeRate'), before?.exchangeRate),
    memo: kept(sent.text('memo'), before?.memo),
    entityId,
    accountId: isJournal ? null : kept(sent.reference('account'), before?.accountId),
    payablesId: recordType === 'vendorPayment' ? kept(sent.reference('apAcct'), before?.payablesId) : null,
    departmentId: kept(sent.reference('department'), before?.departmentId),
    classId: kept(sent.reference('class'), before?.classId),
    locationId: kept(sent.reference('location'), before?.locationId),
    isApproved: isApproved(recordType, sent, before, books),
    isVoided: before?.isVoided ?? false,
    reversalId: before?.reversalId ?? null,
    reversalDate: before?.reversalDate ?? null,
    isReversal: before?.isReversal ?? false,
    custom: customValues(sent, before?.custom),
  };
}

function readWhatChangesNothing(sent: SentFields): void {
  for (const name of ['customForm', 'terms']) sent.reference(name);
  for (const name of ['paymentHold', 'toBePrinted']) sent.flag(name);
}

/** What nobody says to be approved waits where approval is routed, and counts where it is not. */
function isApproved(
  recordType: TransactionType,
  sent: SentFields,
  before: HeldTransaction | null,
  { account: { approvals } }: Books,
): boolean {
  if (recordType !== 'journalEntry' && recordType !== 'vendorBill') return true;
  const isJournal = recordType === 'journalEntry';
  const said = isJournal ? sent.flag('approved') : isOfApproved(sent.choice('approvalStatus'));
  if ((isJournal ? approvals.journals : approvals.bills) === 'on') return said ?? before?.isApproved ?? false;
  if (said !== undefined && said !== null)
    sent.refuse(...notSettable(isJournal ? 'approved' : 'approvalstatus').details);
  return true;
}

function isOfApproved(status: Sent<string>): Sent<boolean> {
  return typeof status === 'string' ? status === '2' : status;
}

function primarySubsidiaryId(entityId: string | null, { vendors, employees }: Books): string | null {
  const entity = entityId === null ? null : (vendors.get(entityId) ?? employees.get(entityId));
  return entity?.subsidiaryIds?.[0] ?? null;
}

function usualCurrencyId(entityId: string | null, subsidiaryId: string | null, books: Books): string {
  const entity = entityId === null ? null : books.vendors.get(entityId);
  return entity?.currencyId ?? baseCurrencyId(subsidiaryId, books);
}

function today({ now }: Books): string {
  return new Date(now()).toISOString().slice(0, 10);
}
