import { invoiceIdentityOf } from '../bookkeeping/invoice-identity.js';
import { IntegrationError } from '../errors/integration-error.js';
import type { Problem } from '../errors/problem.js';
import type { AccountingEntry } from '../model/accounting-entry.js';
import type { Document, EntryPlan } from '../model/document.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { StoredDocument } from '../ports/state-store.js';
import type { PreparedDocument, PreparedEntry } from './document-book.js';
import { documentFingerprint, documentReference } from './document-reference.js';
import type { Preparation, PreparationFacts } from './preparation.js';

/** Plans entries one by one, and remembers what they share and what earlier runs began. */
export class EntryPlanner {
  readonly #facts: PreparationFacts;
  readonly #storedByEntry: ReadonlyMap<string | null, readonly StoredDocument[]>;
  readonly #entries: PreparedEntry[] = [];
  readonly #prerequisites = new Map<string, PreparedDocument>();
  readonly #settled: ItemOutcome[] = [];

  constructor(facts: PreparationFacts) {
    this.#facts = facts;
    this.#storedByEntry = Map.groupBy(facts.stored, (document) => document.accountingEntryId);
  }

  preparation(): Preparation {
    return { entries: this.#entries, prerequisites: [...this.#prerequisites.values()], settled: this.#settled };
  }

  /** An entry that was begun on a day stays on it, whatever the closed-period policy says today. */
  keepBookingDate(entry: AccountingEntry): AccountingEntry {
    const date = this.#begun(entry.accountingEntryId).find((document) => document.date !== null)?.date;
    return date && date !== entry.date ? { ...entry, date, movedFrom: entry.movedFrom ?? entry.date } : entry;
  }

  /** The adapter's plan, or the problem that it has none. */
  plan(entry: AccountingEntry): EntryPlan | { readonly problem: Problem } {
    try {
      return this.#facts.reader.plan(entry, this.#facts.referenceData);
    } catch (error) {
      return { problem: whyNotPlanned(error) };
    }
  }

  /** An entry that cannot be booked: its problem is its outcome, unless an earlier run began it. */
  reject(accountingEntryId: string, [problem]: readonly Problem[]): void {
    const begun = this.#begun(accountingEntryId);
    if (begun.length > 0) this.#entries.push(this.#asBegun(accountingEntryId));
    else if (problem) this.#settled.push(this.#rejected(accountingEntryId, problem));
  }

  add(entry: AccountingEntry): void {
    const { accountingEntryId, receipts, settles, movedFrom } = entry;
    const planned = this.plan(entry);
    if ('problem' in planned) return this.reject(accountingEntryId, [planned.problem]);
    const begun = this.#begun(accountingEntryId);
    if (departsFromPlan(planned.documents, begun)) return void this.#entries.push(this.#asBegun(accountingEntryId));
    for (const shared of planned.prerequisites) {
      if (!this.#prerequisites.has(shared.key)) this.#prerequisites.set(shared.key, this.#prepare(shared, null));
    }
    const ofFirst = { invoice: invoiceIdentityOf(entry, planned), toldAs: this.#toldAs(accountingEntryId) };
    const documents = planned.documents.map((document, index) =>
      this.#prepare(document, { accountingEntryId, movedFrom, ...(index === 0 ? ofFirst : OF_NO_FIRST) }),
    );
    this.#entries.push({ accountingEntryId, documents, receipts, settles });
  }

  /** Where another store booked it, as far as Pleo was told, the bookkeeper is told to look there before anything else. */
  #rejected(accountingEntryId: string, problem: Problem): ItemOutcome {
    const externalId = this.#toldAs(accountingEntryId);
    const message = `${problem.message} An earlier export booked it as ${externalId}: look there first.`;
    const known = externalId === null ? problem : { ...problem, message };
    return { status: 'failed', accountingEntryId, problem: known, externalId };
  }

  /** The id under which another store told Pleo that the ledger holds it. */
  #toldAs(accountingEntryId: string): string | null {
    return this.#facts.carriedElsewhere.get(accountingEntryId) ?? null;
  }

  /** What is, or may be, in the ledger of an entry. */
  #begun(accountingEntryId: string): readonly StoredDocument[] {
    return this.#known(accountingEntryId).filter(isInTheLedgerOrInDoubt);
  }

  /** Every document that an earlier run planned for an entry. */
  #known(accountingEntryId: string): readonly StoredDocument[] {
    return (this.#storedByEntry.get(accountingEntryId) ?? []).filter(({ role }) => role !== 'receipt');
  }

  #prepare(
    document: Document,
    ofEntry: Pick<PreparedDocument, 'accountingEntryId' | 'invoice' | 'movedFrom' | 'toldAs'> | null,
  ): PreparedDocument {
    const { accountingEntryId, invoice, movedFrom, toldAs } = ofEntry ?? OF_NO_ENTRY;
    return {
      document,
      reference: documentReference(document.key, this.#facts.reader.capabilities.reference),
      fingerprint: documentFingerprint(document),
      accountingEntryId,
      invoice,
      movedFrom,
      stored: this.#storedByEntry.get(accountingEntryId)?.find((known) => known.key === document.key),
      toldAs,
      unwritable: null,
    };
  }

  /** The entry under the plan it was begun with: what the ledger holds of it counts, what it lacks is not written any more. */
  #asBegun(accountingEntryId: string): PreparedEntry {
    const known = this.#known(accountingEntryId);
    const unwritable = planChanged(known);
    const documents = known.map((stored) => ({
      document: asDocument(stored),
      reference: stored.reference,
      fingerprint: stored.fingerprint,
      accountingEntryId,
      invoice: stored.invoice,
      movedFrom: null,
      stored,
      toldAs: null,
      unwritable,
    }));
    return { accountingEntryId, documents, receipts: [], settles: [] };
  }
}

/** What entries share is of none of them. */
const OF_NO_ENTRY = { accountingEntryId: null, invoice: null, movedFrom: null, toldAs: null };

const OF_NO_FIRST = { invoice: null, toldAs: null };

function isInTheLedgerOrInDoubt({ state }: StoredDocument): boolean {
  return state === 'intended' || state === 'posted' || state === 'parked';
}

/** An entry keeps the plan of its first intent: what was begun must be part of today's plan, as the same record types. */
function departsFromPlan(documents: readonly Document[], begun: readonly StoredDocument[]): boolean {
  const planned = new Map(documents.map((document) => [document.key, document.recordType]));
  return begun.some((document) => planned.get(document.key) !== document.recordType);
}

function asDocument({ key, role, recordType, date, booked }: StoredDocument): Document {
  const summary = date !== null && booked ? { date, total: booked, accounts: [] } : null;
  return { key, role, recordType, body: null, dependsOn: [], summary };
}

function planChanged(known: readonly StoredDocument[]): Problem {
  const roles = known.map((document) => document.role).join(' and ');
  return {
    code: 'PLAN_CHANGED',
    reason: 'invalid_configuration',
    owner: 'administrator',
    message: `The entry was begun as ${roles} and is not all in the ledger, but would be booked otherwise today: its category, its period or a setting has changed. Restore that and export it again; or delete in the ledger what it holds of the entry, and export it again to book it as it would be today.`,
  };
}

/** What a plan refuses keeps its own code, reason and owner: it found what no rule could, because payments were not matched yet. */
function whyNotPlanned(error: unknown): Problem {
  if (!IntegrationError.isInstance(error)) return cannotBePlanned('Its adapter failed unexpectedly.');
  const { kind, code, message, itemReason: reason = 'unexpected_failure', owner = 'ledgerferry' } = error;
  return kind === 'item-rejected' ? { code, reason, owner, message } : cannotBePlanned(message);
}

/** `why` is a sentence. */
function cannotBePlanned(why: string): Problem {
  return {
    code: 'ENTRY_NOT_PLANNED',
    reason: 'unexpected_failure',
    owner: 'ledgerferry',
    message: `The entry cannot be put into the form of this accounting system. ${why} Tell whoever runs Ledgerferry for you.`,
  };
}
