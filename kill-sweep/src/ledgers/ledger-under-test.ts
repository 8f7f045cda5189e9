import type { ExportItem } from '@ledgerferry/pleo-simulator';
import type { Crossed, Crossing } from '../counting-front.ts';

/** A record that the ledger holds and that counts, as its own books have it. */
export interface BookedRecord {
  readonly id: string;
  /** `<accounting entry id>/<role>`. */
  readonly reference: string;
  readonly currency: string;
  /** In hundredths. */
  readonly total: number;
}

/** A receipt as the ledger's own books have it. */
interface BookedReceipt {
  readonly recordId: string;
  readonly byteLength: number;
}

/** A simulated accounting system: how its adapter is set up, and the back door that the judge looks through. */
export interface LedgerUnderTest {
  /** Where the simulator listens. */
  readonly url: string;
  /** The package of its adapter. */
  readonly adapter: string;
  /** The accounts of the bookkeeping settings. */
  readonly accounts: unknown;
  /** The adapter's settings, led through the front at `url`. */
  readonly connection: (url: string) => unknown;
  /** What an entry becomes that goes through accounts payable and is paid at once: an invoice and its payment, or one record of both. */
  readonly recordsOfPaidInvoice: 1 | 2;
  readonly records: () => readonly BookedRecord[];
  readonly receipts: () => readonly BookedReceipt[];
  /** What a request is for that is none to Pleo. */
  readonly kindOf: (crossing: Pick<Crossing, 'method' | 'path'>) => 'read' | 'voucher' | 'receipt' | null;
  /** What the runner hears in place of what the ledger said. */
  readonly rewrite: (crossing: Crossing, crossed: Crossed) => Crossed;
  /** References that it refuses to hold twice, and was made to take again. */
  readonly takenAgain: readonly string[];
  readonly close: () => Promise<void>;
}

/** How an item of the simulated Pleo comes to fit a ledger, or not to. */
export interface ItemFit {
  /** The same item in accounts and tax codes that the ledger knows. */
  readonly fit: (item: ExportItem) => ExportItem;
  /** Names something in a taxed purchase that the ledger does not know. */
  readonly spoil: (item: ExportItem) => void;
}
