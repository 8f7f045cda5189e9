export { buildAccount, buildAccountingEntry, buildEntryLine, buildPayableEntry } from './build-accounting-entry.js';
export { type LedgerAttachment, type LedgerBackDoor, type LedgerDocument } from './ledger-back-door.js';
export { createManualClock, type ManualClock, type ManualClockOptions } from './manual-clock.js';
export { createMemoryAdapter, memoryCapabilities, type MemoryAdapterOptions } from './memory-adapter.js';
export { MemoryLedger, type MemoryDocument, type NewLedgerDocument } from './memory-ledger.js';
export { type MemoryCall, type MemoryMethod, type ScriptedFault } from './scripted-fault.js';
export { buildAmounts, buildExportItem, buildExportItemLine } from './build-export-item.js';
export { MemoryPleo, type MemoryExportJob, type MemoryJobBook } from './memory-pleo.js';
export { accountingAdapterBehaviours, runAdapterBehaviour } from './adapter-suite/accounting-adapter-behaviours.js';
export { type AdapterBench } from './adapter-suite/adapter-bench.js';
export { type AdapterHarness } from './adapter-suite/adapter-harness.js';
export { type AdapterBehaviour } from './adapter-suite/behaviour.js';
export { describeAccountingAdapter, type AdapterSuiteOptions } from './adapter-suite/describe-accounting-adapter.js';
export { describeItemSource, type ItemSourceSuiteOptions } from './item-source-suite/describe-item-source.js';
export {
  itemSourceBehaviours,
  type ItemSourceBehaviour,
  type ItemSourceHarness,
} from './item-source-suite/item-source-behaviours.js';
export { describeValidator, type ValidatorSuiteOptions } from './validator-suite/describe-validator.js';
export { describeStateStore, missingStateStoreBehaviours } from './describe-state-store.js';
export {
  type StateStoreBehaviour,
  type StateStoreBench,
  type StateStoreSuite,
  type StateStoreUnderTest,
} from './state-store/state-store-behaviour.js';
