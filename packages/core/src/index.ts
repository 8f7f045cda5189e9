export { silentLogger, type Logger } from './logger.js';
export { systemClock, type Clock } from './clock.js';
export {
  ADAPTER_CONTRACT,
  defineAdapter,
  type AdapterDefinition,
  type AdapterDependencies,
  type ConsentedAccess,
  type ConsentedTenant,
  type ConsentRequest,
  type CredentialStore,
} from './define-adapter.js';

export {
  ITEM_FAILURE_REASON_TYPES,
  JOB_FAILURE_REASON_TYPES,
  type ItemFailureReasonType,
  type JobFailureReasonType,
} from './errors/failure-reason.js';
export {
  CALL_NOT_BEGUN,
  IntegrationError,
  type ErrorKind,
  type IntegrationErrorOptions,
} from './errors/integration-error.js';
export { type Problem, type ProblemOwner } from './errors/problem.js';
export {
  errorsOf,
  errorsWithAdvice,
  type Advice,
  type ErrorCatalogue,
  type ErrorDefinition,
  type ErrorMaker,
} from './errors/error-catalogue.js';
export { CORE_ERRORS, type CoreErrorCode } from './errors/core-errors.js';

export { currencyExponent, type CurrencyExponents } from './model/currency.js';
export {
  addMoney,
  formatMoney,
  isSameMoney,
  money,
  negateMoney,
  parseDecimal,
  readLedgerAmount,
  subtractMoney,
  toDecimal,
  withMinorUnits,
  type Money,
} from './model/money.js';
export { accountInWords, codeAndName } from './model/account-in-words.js';
export { normalizedName } from './model/normalized-name.js';
export { shortenText } from './model/shorten-text.js';
export {
  type ExportJob,
  type ExportJobItem,
  type ExportJobItemStatus,
  type ExportJobStatus,
} from './model/export-job.js';
export {
  EXPORT_ITEM_TYPES,
  type Amounts,
  type ExportItem,
  type ExportItemLine,
  type ExportItemType,
  type InvoiceInformation,
  type Person,
  type PleoAccount,
  type PleoTag,
  type PleoTax,
  type ReceiptFile,
  type Supplier,
  type UnreadableExportItem,
  type Vendor,
} from './model/export-item.js';
export {
  type AccountingEntry,
  type AccountingEntryKind,
  type AccountReference,
  type AccountRole,
  type Counterparty,
  type Dimension,
  type EntryInvoice,
  type EntryLine,
  type EntryTax,
  type Posting,
  type SettledInvoice,
  type TaxTreatment,
} from './model/accounting-entry.js';
export { type Document, type DocumentSummary, type EntryPlan, type Json, type JsonObject } from './model/document.js';
export { isJsonObject } from './model/is-json-object.js';
export { resolveDocumentKeys } from './model/resolve-document-keys.js';
export { type ItemOutcome } from './model/item-outcome.js';

export {
  ItemSource,
  type FinalEvent,
  type ItemUpdate,
  type MayBegin,
  type Page,
  type ReceiptContent,
  type UpdateResult,
} from './ports/item-source.js';
export {
  AccountingAdapter,
  type AdapterCapabilities,
  type AttachCall,
  type DocumentQuery,
  type Finding,
  type FoundAttachment,
  type OutgoingDocument,
  type PostCall,
  type PostOutcome,
  type Readiness,
  type RecordTypeCapability,
  type ReferenceCapability,
  type ReferenceData,
} from './ports/accounting-adapter.js';
export { findingAmong, type HeldDocument } from './ports/finding-among.js';
export { Validator } from './ports/validator.js';
export {
  StateStore,
  type AuditRecord,
  type BookedInvoice,
  type DocumentIdentity,
  type DocumentResult,
  type Intent,
  type InvoiceIdentity,
  type EntryCarriedElsewhere,
  type JobCarriedElsewhere,
  type Lease,
  type LeaseAnswer,
  type LeaseHolder,
  type Recording,
  type StoredDocument,
  type StoredItem,
  type StoredJob,
} from './ports/state-store.js';

export { bookExportItem, type BookedItem } from './bookkeeping/book-export-item.js';
export {
  bookkeepingSettingsSchema,
  type AccountSettingName,
  type BookkeepingSettings,
} from './bookkeeping/bookkeeping-settings.js';
export { type BookkeepingDays } from './bookkeeping/booking-date.js';
export { amountsCanBeKept, type AmountKeeping, type AmountMisfit } from './bookkeeping/amount-rule.js';
export { entryText } from './bookkeeping/entry-text.js';
export {
  sharePayment,
  type PaymentMisfit,
  type PaymentShare,
  type SharedPayment,
} from './bookkeeping/payment-shares.js';
export { invoicePostings, paymentPostings, postingsOf } from './bookkeeping/postings.js';
export {
  problemsIn,
  refused,
  resolved,
  resolveEach,
  valueOf,
  type Refused,
  type Resolution,
} from './bookkeeping/resolution.js';

export { documentFingerprint, documentReference } from './lifecycle/document-reference.js';
export { exportCompany } from './lifecycle/export-company.js';
export { type ExportPorts, type ExportProgress, type GuardedPorts } from './lifecycle/export-ports.js';
export { type LedgerReader } from './lifecycle/guard-adapter.js';
export { type JobReport } from './lifecycle/job-report.js';

export { checkCompany, type CompanyCheck } from './inspection/check-company.js';
export {
  explainEntry,
  type Action,
  type EntryExplanation,
  type ExplainedDocument,
} from './inspection/explain-entry.js';
export { findWaitingJob } from './inspection/find-waiting-job.js';
export { LEDGER_DIFFERENCES, type Difference, type LedgerDifferenceCode } from './inspection/ledger-differences.js';
export { type ComparedTotal } from './inspection/compare-totals.js';
export { type LedgerStatus } from './inspection/find-differences.js';
export { type StoryLine } from './inspection/tell-story.js';
export { groupProblems, problemOf, type ProblemGroup } from './inspection/group-problems.js';
export { planCompany, type PlannedJob } from './inspection/plan-company.js';
export { type ReadingPorts } from './inspection/reading-ports.js';
export { reconcileJob, type Reconciliation, type ReconciliationRow } from './inspection/reconcile-job.js';
export { isSharedKey, settleEntry, type PersonsVerdict, type Settlement } from './inspection/settle-entry.js';
