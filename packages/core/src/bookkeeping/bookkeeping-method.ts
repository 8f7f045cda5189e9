import type { ExportItem } from '../model/export-item.js';
import type { AccountsMapping } from './accounts-mapping.js';
import { entryLabel } from './entry-description.js';
import { problem } from './problems.js';
import { refused, resolved, type Resolution } from './resolution.js';

/** `payable`: an invoice and its payment through accounts payable; `journal`: one entry straight against the settlement. */
export type BookingRoute = 'payable' | 'journal';

/**
 * The route of an item: its method decides for the types that can go through accounts payable, all others are journal entries.
 *
 * Source: Pleo, Bookkeeping method resolution.
 */
export function bookingRouteOf(item: ExportItem, mapping: AccountsMapping): Resolution<BookingRoute> {
  switch (item.bookkeepingMethod) {
    case 'accounts_payable':
      return resolved(mapping.throughPayable ? 'payable' : 'journal');
    case 'journal':
    case 'none':
    case null:
      return resolved('journal');
    default:
      return refused(problem('UNKNOWN_BOOKKEEPING_METHOD', unknown(item)));
  }
}

function unknown(item: ExportItem): string {
  return `Pleo asks to book ${entryLabel(item)} by the method "${item.bookkeepingMethod}", which Ledgerferry does not know: book it by hand and tell whoever runs Ledgerferry for you.`;
}
