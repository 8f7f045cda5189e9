export { startXeroSimulator } from './start-xero-simulator.js';
export type { RateLimitProblem, XeroSimulator } from './xero-simulator.js';
export type { SimulatedApp, SimulatedLimits, XeroSimulatorOptions } from './xero-simulator-options.js';
export { defaultOrganisation } from './organisation/default-organisation.js';
export type {
  AccountClass,
  AccountSeed,
  ContactSeed,
  CurrencySeed,
  OrganisationSeed,
  TaxRateSeed,
  TrackingCategorySeed,
} from './organisation/organisation-seed.js';
export type { HeldDocument, HeldKind, HeldPosting, XeroBooks } from './books/xero-books.js';
export type {
  HeldAccount,
  HeldAttachment,
  HeldBankTransaction,
  HeldBankTransfer,
  HeldContact,
  HeldCreditNote,
  HeldInvoice,
  HeldLine,
  HeldManualJournal,
  HeldPayment,
  Hundredths,
} from './books/held-records.js';
export type { RecordedRequest } from './http/recorded-request.js';
