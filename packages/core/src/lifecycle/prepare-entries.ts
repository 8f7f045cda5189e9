import { invoiceIdentityOf } from '../bookkeeping/invoice-identity.js';
import {
  invoiceLookUp,
  wantedInvoices,
  type InvoiceCandidate,
  type InvoiceLookUp,
} from '../bookkeeping/invoice-look-up.js';
import { settleInvoices } from '../bookkeeping/settle-invoices.js';
import type { Problem } from '../errors/problem.js';
import type { AccountingEntry } from '../model/accounting-entry.js';
import { EntryPlanner } from './entry-planner.js';
import type { Preparation, PreparationFacts } from './preparation.js';
import { compareText, type FetchedItem } from './read-items.js';

/**
 * Step 4, second half. Matches payments with their invoices and plans every entry's documents. One bad item holds up nothing but the
 * payments that settle it. An entry that was begun keeps its day and its plan; where that no longer holds, it is only looked up.
 */
export async function prepareEntries(
  wanted: readonly string[],
  fetched: ReadonlyMap<string, FetchedItem>,
  facts: PreparationFacts,
): Promise<Preparation> {
  const planner = new EntryPlanner(facts);
  const booked: AccountingEntry[] = [];
  for (const accountingEntryId of wanted) {
    const result = fetched.get(accountingEntryId)?.booked ?? { problems: [missingPayload(accountingEntryId)] };
    if ('problems' in result) planner.reject(accountingEntryId, result.problems);
    else booked.push(planner.keepBookingDate(result.entry));
  }
  const invoices = await planBillsFirst(booked, planner, facts);
  for (const entry of booked.toSorted(byBookingDate)) {
    const matched = settleInvoices(entry, invoices, facts.settings);
    if ('problems' in matched) planner.reject(entry.accountingEntryId, matched.problems);
    else planner.add(matched.entry);
  }
  return planner.preparation();
}

/** Plans what may leave an invoice, so that payments can name its document; answers with a look-up over these and the booked invoices. */
async function planBillsFirst(
  entries: readonly AccountingEntry[],
  planner: EntryPlanner,
  facts: PreparationFacts,
): Promise<InvoiceLookUp> {
  const wanted = wantedInvoices(entries);
  const isWanted = wanted.reconciliationIds.length > 0 || wanted.invoiceNumbers.length > 0;
  const booked = isWanted ? await facts.findInvoices(wanted) : [];
  const named = new Set(wanted.reconciliationIds);
  const ofThisJob = entries
    .filter((entry) => entry.kind === 'bill' || named.has(entry.reconciliationId))
    .flatMap((entry) => plannedInvoice(entry, planner) ?? []);
  return invoiceLookUp([...ofThisJob, ...booked]);
}

function plannedInvoice(entry: AccountingEntry, planner: EntryPlanner): InvoiceCandidate | undefined {
  const planned = planner.plan(entry);
  if ('problem' in planned) return undefined;
  const identity = invoiceIdentityOf(entry, planned);
  const [invoice] = planned.documents;
  if (!identity || !invoice) return undefined;
  const { accountingEntryId, amount } = entry;
  return { ...identity, accountingEntryId, documentKey: invoice.key, externalId: null, amount };
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
