import type { BookkeepingSettings } from '../bookkeeping/bookkeeping-settings.js';
import { invoiceIdentityOf } from '../bookkeeping/invoice-identity.js';
import { invoiceLookUp, wantedInvoices, type InvoiceLookUp } from '../bookkeeping/invoice-look-up.js';
import { settleInvoices } from '../bookkeeping/settle-invoices.js';
import type { Problem } from '../errors/problem.js';
import type { AccountingEntry } from '../model/accounting-entry.js';
import type { Document } from '../model/document.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { ReferenceData } from '../ports/accounting-adapter.js';
import type { BookedInvoice, StoredDocument } from '../ports/state-store.js';
import { bookedOutcome } from './conclude-entry.js';
import type { PreparedDocument, PreparedEntry } from './document-book.js';
import { documentFingerprint, documentReference } from './document-reference.js';
import type { LedgerReader } from './guard-adapter.js';
import { compareText, type FetchedItem } from './read-items.js';

/** What entries are prepared from. Nothing here is asked of anybody: the outcome depends on these facts alone. */
export interface PreparationFacts {
  readonly jobId: string;
  readonly settings: BookkeepingSettings;
  readonly reader: Pick<LedgerReader, 'capabilities' | 'plan'>;
  readonly referenceData: ReferenceData;
  /** What earlier jobs and runs knew of these entries' documents. */
  readonly stored: readonly StoredDocument[];
  /** Finds the booked invoices that the payments among the entries may settle. */
  readonly findInvoices: (wanted: ReturnType<typeof wantedInvoices>) => Promise<readonly BookedInvoice[]>;
}

export interface Preparation {
  /** By booking date, then id. */
  readonly entries: readonly PreparedEntry[];
  /** What the entries share, each once. */
  readonly prerequisites: readonly PreparedDocument[];
  /** Outcomes known without asking the accounting system: entries that cannot be booked, or were booked under another plan. */
  readonly settled: readonly ItemOutcome[];
}

/**
 * Step 4, second half. Matches payments with their invoices and plans every entry's documents. One bad item holds up nothing but the
 * payments that settle it.
 */
export async function prepareEntries(
  wanted: readonly string[],
  fetched: ReadonlyMap<string, FetchedItem>,
  facts: PreparationFacts,
): Promise<Preparation> {
  const settled: ItemOutcome[] = [];
  const storedByEntry = Map.groupBy(facts.stored, (document) => document.accountingEntryId);
  const reject = (accountingEntryId: string, [problem]: readonly Problem[]): void => {
    const begun = (storedByEntry.get(accountingEntryId) ?? []).filter(isLedgerDocument);
    if (begun.some(({ state }) => state !== 'refused')) settled.push(outcomeOfOldPlan(accountingEntryId, begun, facts));
    else if (problem) settled.push({ status: 'failed', accountingEntryId, problem, externalId: null });
  };
  const booked: AccountingEntry[] = [];
  for (const accountingEntryId of wanted) {
    const result = fetched.get(accountingEntryId)?.booked ?? { problems: [missingPayload(accountingEntryId)] };
    if ('problems' in result) reject(accountingEntryId, result.problems);
    else booked.push(keepBookingDate(result.entry, storedByEntry.get(accountingEntryId) ?? []));
  }

  const planner = new EntryPlanner(facts, storedByEntry);
  const invoices = await planBillsFirst(booked, planner, facts);
  for (const entry of booked.toSorted(byBookingDate)) {
    const matched = settleInvoices(entry, invoices, facts.settings);
    if ('problems' in matched) reject(entry.accountingEntryId, matched.problems);
    else settled.push(...planner.add(matched.entry));
  }
  return { entries: planner.entries, prerequisites: planner.prerequisites, settled };
}

/** An entry that was begun on a day stays on it, whatever the closed-period policy says today. */
function keepBookingDate(entry: AccountingEntry, stored: readonly StoredDocument[]): AccountingEntry {
  const date = stored.find((document) => document.date !== null)?.date;
  return date && date !== entry.date ? { ...entry, date, movedFrom: entry.movedFrom ?? entry.date } : entry;
}

/** Plans the bills, so that payments can name their documents; answers with a look-up over them and the booked invoices. */
async function planBillsFirst(
  entries: readonly AccountingEntry[],
  planner: EntryPlanner,
  facts: PreparationFacts,
): Promise<InvoiceLookUp> {
  const wanted = wantedInvoices(entries);
  const isWanted = wanted.reconciliationIds.length > 0 || wanted.invoiceNumbers.length > 0;
  const booked = isWanted ? await facts.findInvoices(wanted) : [];
  const ofThisJob = entries.flatMap((entry) => {
    const identity = invoiceIdentityOf(entry);
    const [invoice] = identity ? planner.plan(entry).documents : [];
    return identity && invoice
      ? [{ ...identity, accountingEntryId: entry.accountingEntryId, documentKey: invoice.key, externalId: null }]
      : [];
  });
  return invoiceLookUp([...ofThisJob, ...booked]);
}

/** Plans entries one by one, and remembers what they share. */
class EntryPlanner {
  readonly entries: PreparedEntry[] = [];
  readonly #prerequisites = new Map<string, PreparedDocument>();
  readonly #facts: PreparationFacts;
  readonly #storedByEntry: ReadonlyMap<string | null, readonly StoredDocument[]>;

  constructor(facts: PreparationFacts, storedByEntry: ReadonlyMap<string | null, readonly StoredDocument[]>) {
    this.#facts = facts;
    this.#storedByEntry = storedByEntry;
  }

  get prerequisites(): readonly PreparedDocument[] {
    return [...this.#prerequisites.values()];
  }

  plan(entry: AccountingEntry): ReturnType<LedgerReader['plan']> {
    return this.#facts.reader.plan(entry, this.#facts.referenceData);
  }

  /** Plans the entry; answers with its outcome where it was begun under another plan. */
  add(entry: AccountingEntry): readonly ItemOutcome[] {
    const { documents, prerequisites } = this.plan(entry);
    const stored = (this.#storedByEntry.get(entry.accountingEntryId) ?? []).filter(isLedgerDocument);
    if (departsFromPlan(documents, stored)) return [outcomeOfOldPlan(entry.accountingEntryId, stored, this.#facts)];
    for (const shared of prerequisites) {
      if (!this.#prerequisites.has(shared.key)) this.#prerequisites.set(shared.key, this.#prepare(shared, null, null));
    }
    const invoice = invoiceIdentityOf(entry);
    this.entries.push({
      entry,
      documents: documents.map((document, index) =>
        this.#prepare(document, entry.accountingEntryId, index === 0 ? invoice : null),
      ),
    });
    return [];
  }

  #prepare(
    document: Document,
    accountingEntryId: string | null,
    invoice: PreparedDocument['invoice'],
  ): PreparedDocument {
    return {
      document,
      reference: documentReference(document.key, this.#facts.reader.capabilities.reference),
      fingerprint: documentFingerprint(document),
      accountingEntryId,
      invoice,
      stored: this.#storedByEntry.get(accountingEntryId)?.find((known) => known.key === document.key),
    };
  }
}

function isLedgerDocument({ role }: StoredDocument): boolean {
  return role !== 'receipt';
}

/** An entry keeps the plan of its first intent: the same documents of the same record types. */
function departsFromPlan(documents: readonly Document[], stored: readonly StoredDocument[]): boolean {
  if (stored.length === 0) return false;
  const planned = new Map(documents.map((document) => [document.key, document.recordType]));
  return stored.length !== planned.size || stored.some((document) => planned.get(document.key) !== document.recordType);
}

/** What became of an entry that would be booked otherwise today: all written, that is what the ledger holds; else a person must decide. */
function outcomeOfOldPlan(
  accountingEntryId: string,
  stored: readonly StoredDocument[],
  { jobId, settings }: Pick<PreparationFacts, 'jobId' | 'settings'>,
): ItemOutcome {
  const [first] = stored;
  if (!first?.externalId || stored.some((document) => document.state !== 'posted')) {
    return { status: 'failed', accountingEntryId, problem: planChanged(stored), externalId: first?.externalId ?? null };
  }
  const { externalId, externalUrl } = first;
  const by = first.jobId === jobId ? 'this-job' : 'before';
  return bookedOutcome({ accountingEntryId, externalId, externalUrl, by }, [], settings);
}

function planChanged(stored: readonly StoredDocument[]): Problem {
  const begun = stored.map((document) => document.role).join(' and ');
  const ids = stored.flatMap((document) => document.externalId ?? []).join(', ');
  return {
    code: 'PLAN_CHANGED',
    reason: 'invalid_configuration',
    owner: 'administrator',
    message: `The entry was begun as ${begun}${ids ? ` (in the ledger as ${ids})` : ''}, but would be booked otherwise today: its category, its period or a setting has changed. Restore that and export it again, or finish it by hand.`,
  };
}

function missingPayload(accountingEntryId: string): Problem {
  return {
    code: 'PAYLOAD_MISSING',
    reason: 'unexpected_failure',
    owner: 'ledgerferry',
    message: `Pleo listed entry ${accountingEntryId} for export but sent no accounting data for it. Export it again; if it stays, ask Pleo.`,
  };
}

function byBookingDate(left: AccountingEntry, right: AccountingEntry): number {
  return compareText(left.date, right.date) || compareText(left.accountingEntryId, right.accountingEntryId);
}
