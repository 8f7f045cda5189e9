import type { Problem } from '../errors/problem.js';
import type { AccountingEntry, AccountReference } from '../model/accounting-entry.js';
import type { ExportItem } from '../model/export-item.js';
import type { Money } from '../model/money.js';
import { validateExportItem } from '../validation/validate-export-item.js';
import { accountsMappingOf, type AccountsMapping } from './accounts-mapping.js';
import { bookingDate, type BookingDate, type BookkeepingDays } from './booking-date.js';
import { bookingRouteOf, type BookingRoute } from './bookkeeping-method.js';
import type { BookkeepingSettings } from './bookkeeping-settings.js';
import { configuredAccount } from './configured-account.js';
import { counterpartyOf } from './counterparty.js';
import { entryDescription } from './entry-description.js';
import { entryInvoice, servicePeriod } from './entry-invoice.js';
import { entryLines } from './entry-lines.js';
import { oneLine } from './one-line.js';
import { pleoAccount } from './pleo-account.js';
import { resolveAll, resolved, type Resolution } from './resolution.js';

/** What an item is to be booked as, or every reason why it cannot be booked; the first is the one reported. */
export type BookedItem = { readonly entry: AccountingEntry } | { readonly problems: readonly Problem[] };

/**
 * Turns an Export Item into the entry that must be booked. Pure, never throws: the same item, settings and days give the same entry,
 * and its postings balance.
 */
export function bookExportItem(item: ExportItem, settings: BookkeepingSettings, days: BookkeepingDays): BookedItem {
  const mapping = accountsMappingOf(item);
  if ('problems' in mapping) return mapping;

  const problems = validateExportItem(item, mapping.value);
  if (problems.length > 0) return { problems };

  const route = bookingRouteOf(item, mapping.value);
  if ('problems' in route) return route;

  const parts = resolveAll<EntryParts>({
    lines: entryLines(item, mapping.value, settings),
    settlement: settlementOf(item, mapping.value, settings),
    payable: payableOf(item, route.value, settings),
    counterparty: counterpartyOf(item, mapping.value),
    invoice: entryInvoice(item),
    servicePeriod: servicePeriod(item),
    booked: bookingDate(item, settings, days),
  });
  if ('problems' in parts) return parts;
  return { entry: assembleEntry(item, mapping.value, settings, parts.value) };
}

type EntryParts = Pick<
  AccountingEntry,
  'lines' | 'settlement' | 'payable' | 'counterparty' | 'invoice' | 'servicePeriod'
> & { readonly booked: BookingDate };

/** The money side: for the wallet, the account that Pleo names, else the configured one. */
function settlementOf(
  item: ExportItem,
  mapping: AccountsMapping,
  settings: BookkeepingSettings,
): Resolution<AccountReference> {
  const named = mapping.settlement === 'wallet' ? pleoAccount(item.contraAccount, 'wallet') : null;
  return named
    ? resolved(named)
    : configuredAccount(mapping.settlement, item.amount.inWalletCurrency.currency, settings);
}

function payableOf(
  item: ExportItem,
  route: BookingRoute,
  settings: BookkeepingSettings,
): Resolution<AccountReference | null> {
  if (route === 'journal') return resolved(null);
  return configuredAccount('payable', item.amount.inWalletCurrency.currency, settings);
}

function assembleEntry(
  item: ExportItem,
  mapping: AccountsMapping,
  settings: BookkeepingSettings,
  { booked, ...parts }: EntryParts,
): AccountingEntry {
  return {
    accountingEntryId: item.accountingEntryId,
    kind: mapping.kind,
    itemType: item.type,
    itemSubType: item.subType,
    date: booked.date,
    movedFrom: booked.movedFrom,
    posting: settings.posting,
    amount: item.amount.inWalletCurrency,
    direction: mapping.direction,
    ...parts,
    employee: item.user && { name: oneLine(item.user.name), code: item.user.code },
    description: entryDescription(item),
    foreignAmount: foreignAmountOf(item),
    settles: [],
    reconciliationId: item.reconciliationId,
    reconciledEntries: item.reconciledEntries,
    attendees: item.attendees,
    webUrl: item.webUrl,
    receipts: item.files,
  };
}

function foreignAmountOf(item: ExportItem): Money | null {
  const { inSupplierCurrency, inWalletCurrency } = item.amount;
  return inSupplierCurrency.currency === inWalletCurrency.currency ? null : inSupplierCurrency;
}
