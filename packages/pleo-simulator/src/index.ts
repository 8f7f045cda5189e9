export { startPleoSimulator } from './start-pleo-simulator.js';
export type { PleoSimulator } from './start-pleo-simulator.js';
export { DEFAULT_API_KEY } from './pleo-simulator-options.js';
export type { PleoSimulatorOptions } from './pleo-simulator-options.js';
export type { OauthOptions } from './http/oauth-tokens.js';
export type { EndpointName } from './http/endpoints.js';
export type { RecordedRequest } from './http/recorded-request.js';
export type { PleoBooks } from './book/pleo-books.js';
export type { EventRecord, JobBook } from './book/job-book.js';
export type { ItemBook } from './book/item-book.js';
export type { Fault, FaultPoint, PageFault } from './faults/fault.js';
export type { FaultSchedule, ScheduledFault } from './faults/fault-schedule.js';
export { generateExportJob } from './generator/generate-export-job.js';
export type { GeneratedMethod, GenerateOptions, WalletCurrency } from './generator/generate-options.js';
export { ENTRY_TYPES } from './generator/entry-types.js';
export type { EntryType } from './generator/entry-types.js';
export type {
  GeneratedExportJob,
  GeneratedReceipt,
  PlantedProblem,
  PlantedProblemKind,
} from './model/generated-export-job.js';
export type { ExportItem } from './model/export-item.js';
export type {
  ItemFailureReasonType,
  ItemStatus,
  ItemUpdateErrorType,
  JobEvent,
  JobFailureReasonType,
  JobStatus,
} from './model/statuses.js';
