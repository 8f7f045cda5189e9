export { buildAccount, buildAccountingEntry, buildEntryLine, buildPayableEntry } from './build-accounting-entry.js';
export { type LedgerAttachment, type LedgerBackDoor, type LedgerDocument } from './ledger-back-door.js';
export { createManualClock, type ManualClock, type ManualClockOptions } from './manual-clock.js';
export { createMemoryAdapter, memoryCapabilities, type MemoryAdapterOptions } from './memory-adapter.js';
export { MemoryLedger, type MemoryDocument, type NewLedgerDocument } from './memory-ledger.js';
export { type MemoryCall, type MemoryMethod, type ScriptedFault } from './scripted-fault.js';
