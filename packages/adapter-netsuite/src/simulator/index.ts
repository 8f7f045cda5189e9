export type {
  AccountFeatures,
  AccountType,
  ApprovalRouting,
  CurrencySeed,
  CustomFieldSeed,
  DateFormat,
  DimensionSeed,
  EmployeeSeed,
  LedgerAccountSeed,
  MandatoryDimension,
  NetsuiteAccount,
  PeriodSeed,
  PeriodState,
  SegmentSeed,
  SubsidiarySeed,
  TaxCodeSeed,
  TaxFeature,
  VendorSeed,
} from './account/netsuite-account.js';
export { defaultAccount } from './account/default-account.js';
export type {
  AttachedFile,
  BookedAccount,
  BookedEntity,
  BookedLine,
  BookedPosting,
  BookedTransaction,
  NetsuiteBooks,
  TransactionType,
} from './books/netsuite-books.js';
export type { RecordedRequest } from './http/recorded-request.js';
export type { NetsuiteSimulator } from './netsuite-simulator.js';
export type {
  NetsuiteSimulatorOptions,
  SimulatedCertificate,
  SimulatedGovernance,
  SimulatedRole,
  SimulatedScope,
  SimulatedToken,
} from './netsuite-simulator-options.js';
export { startNetsuiteSimulator } from './start-netsuite-simulator.js';
