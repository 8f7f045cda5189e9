import { accountEndpoints } from '../records/account-endpoints.js';
import { attachmentEndpoints } from '../records/attachment-endpoints.js';
import { bankTransactionEndpoints } from '../records/bank-transaction-endpoints.js';
import { bankTransferEndpoints } from '../records/bank-transfer-endpoints.js';
import { contactEndpoints } from '../records/contact-endpoints.js';
import { creditNoteEndpoints } from '../records/credit-note-endpoints.js';
import { currencyEndpoints } from '../records/currency-endpoints.js';
import { invoiceEndpoints } from '../records/invoice-endpoints.js';
import { manualJournalEndpoints } from '../records/manual-journal-endpoints.js';
import { organisationEndpoints } from '../records/organisation-endpoints.js';
import { paymentEndpoints } from '../records/payment-endpoints.js';
import { taxRateEndpoints } from '../records/tax-rate-endpoints.js';
import { trackingEndpoints } from '../records/tracking-endpoints.js';
import type { Endpoint } from './endpoint.js';

/** Every operation that is simulated. All else is not there. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...organisationEndpoints,
  ...accountEndpoints,
  ...taxRateEndpoints,
  ...trackingEndpoints,
  ...currencyEndpoints,
  ...contactEndpoints,
  ...bankTransactionEndpoints,
  ...attachmentEndpoints,
  ...bankTransferEndpoints,
  ...creditNoteEndpoints,
  ...invoiceEndpoints,
  ...manualJournalEndpoints,
  ...paymentEndpoints,
];
