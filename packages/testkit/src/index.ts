export { buildAccount, buildAccountingEntry, buildEntryLine, buildPayableEntry } from './build-accounting-entry.js';
export {
  type LedgerAttachment,
  type LedgerBackDoor,
  type LedgerDocument,
  type LedgerPosting,
} from './ledger-back-door.js';
export { describeErrorCatalogue } from './describe-error-catalogue.js';
export { createManualClock, type ManualClock, type ManualClockOptions } from './manual-clock.js';
export { createMemoryCredentials, type MemoryCredentials } from './memory-credentials.js';
export { sendJson, startServer, type RequestHandler, type SeenRequest, type TestServer } from './start-server.js';
export { readReadme, type Readme } from './readme/read-readme.js';
export { settingsOf, type Setting, type SettingsSchema } from './readme/settings-of.js';
export { errorRows } from './readme/error-rows.js';
export { createMemoryAdapter, memoryCapabilities, type MemoryAdapterOptions } from './memory-adapter.js';
export { MemoryLedger, type MemoryDocument, type NewLedgerDocument } from './memory-ledger.js';
export { type MemoryCall, type MemoryMethod, type ScriptedFault } from './scripted-fault.js';
export { bookItem } from './book-item.js';
export { buildAmounts, buildExportItem, buildExportItemLine, buildTax } from './build-export-item.js';
export { itemsOfEveryKind, type ItemOfKind, type KindOfItem } from './items-of-every-kind.js';
export { MemoryPleo, type MemoryExportJob, type MemoryJobBook } from './memory-pleo.js';
export { type Behaviour, type Concern, type Conformance, type Failure, type Theme } from './conformance/behaviour.js';
export { adapterConformance, adapterFailures } from './adapter-suite/adapter-conformance.js';
export { type AdapterBench } from './adapter-suite/adapter-bench.js';
export { type AdapterHarness } from './adapter-suite/adapter-harness.js';
export { describeAccountingAdapter, type AdapterSuiteOptions } from './adapter-suite/describe-accounting-adapter.js';
export { describeItemSource, type ItemSourceSuiteOptions } from './item-source-suite/describe-item-source.js';
export { itemSourceConformance, itemSourceFailures } from './item-source-suite/item-source-conformance.js';
export { type ItemSourceHarness, type PleoJobBook } from './item-source-suite/item-source-harness.js';
export { describeValidator } from './validator-suite/describe-validator.js';
export { validatorConformance, validatorFailures } from './validator-suite/validator-conformance.js';
export { type ValidatorSuiteOptions } from './validator-suite/validator-suite-options.js';
export { describeStateStore } from './state-store/describe-state-store.js';
export { stateStoreConformance, stateStoreFailures } from './state-store/state-store-conformance.js';
export {
  exportedAs as buildExportedOutcome,
  journalOf as buildIntendedDocument,
  postedAs as buildPostedDocument,
} from './state-store/state-store-samples.js';
export {
  type StateStoreBench,
  type StateStoreSuiteOptions,
  type StateStoreUnderTest,
} from './state-store/state-store-harness.js';
