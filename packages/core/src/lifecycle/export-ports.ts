import type { BookkeepingSettings } from '../bookkeeping/bookkeeping-settings.js';
import type { Clock } from '../clock.js';
import type { Logger } from '../logger.js';
import type { AccountingAdapter } from '../ports/accounting-adapter.js';
import type { ItemSource } from '../ports/item-source.js';
import type { LeaseHolder, StateStore } from '../ports/state-store.js';
import type { Validator } from '../ports/validator.js';

/** How far a job has come, for a person who watches. */
export interface ExportProgress {
  readonly jobId: string;
  /** The step of the story. */
  readonly step: 'start' | 'validate' | 'retrieve' | 'fetch' | 'record' | 'attach' | 'update' | 'complete';
  readonly done: number;
  readonly total: number;
}

/** All that the lifecycle works with. */
export interface ExportPorts extends GuardedPorts {
  readonly adapter: AccountingAdapter;
}

/** What the steps of a job work with: all but the adapter, which they reach through its guards alone. */
export interface GuardedPorts {
  readonly companyId: string;
  readonly settings: BookkeepingSettings;
  readonly source: ItemSource;
  readonly store: StateStore;
  /** Further rules, beside the engine's own and the adapter's. */
  readonly validators: readonly Validator[];
  /** This process, as others see it. */
  readonly holder: LeaseHolder;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onProgress: (progress: ExportProgress) => void;
}
