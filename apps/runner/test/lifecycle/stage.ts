import { rmSync } from 'node:fs';
import {
  bookkeepingSettingsSchema,
  exportCompany,
  silentLogger,
  type AdapterCapabilities,
  type BookkeepingSettings,
  type ItemSource,
  type JobReport,
} from '@ledgerferry/core';
import { createSqliteStateStore } from '@ledgerferry/state-sql';
import {
  createManualClock,
  createMemoryAdapter,
  MemoryLedger,
  memoryCapabilities,
  MemoryPleo,
  type ManualClock,
  type MemoryExportJob,
} from '@ledgerferry/testkit';
import { CrashFuse, type CrashPoint } from './crash-fuse.js';
import { COMPANY_ID } from './reference-job.js';

const SETTINGS = {
  posting: 'final',
  accounts: { wallet: '55010', outOfPocket: '63040', contra: '55990', payable: '63000' },
};

export interface StageOptions {
  /** What differs from the memory adapter's own. */
  readonly capabilities?: Partial<AdapterCapabilities>;
  /** What differs from the usual bookkeeping settings. */
  readonly settings?: object;
  readonly statePath: string;
}

/** The far ends of one simulated world: they outlive every run. */
export class Stage {
  readonly clock: ManualClock = createManualClock({ jumps: true });
  readonly ledger = new MemoryLedger({ clock: this.clock });
  readonly pleo = new MemoryPleo({ clock: this.clock });
  readonly #capabilities: Partial<AdapterCapabilities>;
  readonly #contacts: boolean;
  readonly #statePath: string;
  #settings: BookkeepingSettings;
  #runs = 0;

  constructor({ capabilities = {}, settings = {}, statePath }: StageOptions) {
    this.#capabilities = { ...capabilities, recordTypes: smallBatches };
    // a vendor in doubt would keep all its entries waiting: not where nothing can be looked up
    this.#contacts = capabilities.reference?.lookup !== 'none';
    this.#statePath = statePath;
    this.#settings = bookkeepingSettingsSchema.parse({ ...SETTINGS, ...settings });
  }

  addJob(job: MemoryExportJob): void {
    this.pleo.addJob(job);
  }

  /** An administrator changes a setting between two runs. */
  changeSettings(settings: object): void {
    this.#settings = bookkeepingSettingsSchema.parse({ ...SETTINGS, ...settings });
  }

  /** Somebody deletes the state file between two runs. */
  loseState(): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${this.#statePath}${suffix}`, { force: true });
  }

  /** One process: runs until it is done or dies at `crash`. */
  async run(
    crash?: CrashPoint,
    source: ItemSource = this.pleo.source(),
  ): Promise<{ readonly reports: readonly JobReport[] | 'crashed'; readonly fuse: CrashFuse }> {
    const fuse = new CrashFuse(crash, (method) => this.#letLandLater(method));
    const pid = (this.#runs += 1);
    const store = createSqliteStateStore({
      path: this.#statePath,
      clock: this.clock,
      isGone: (holder) => holder.pid < pid,
    });
    const adapter = createMemoryAdapter({
      ledger: this.ledger,
      clock: this.clock,
      capabilities: this.#capabilities,
      contacts: this.#contacts,
    });
    const finished = exportCompany({
      companyId: COMPANY_ID,
      settings: this.#settings,
      source: fuse.guard('pleo', source),
      store: fuse.guard('store', store),
      adapter: fuse.guard('ledger', adapter),
      validators: [],
      holder: { host: 'here', bootId: 'boot', pid, startedAt: 'then' },
      clock: fuse.guard('clock', this.clock),
      logger: silentLogger,
      onProgress: () => {},
    });
    const reports = await Promise.race([finished, fuse.blown]);
    await store.close();
    return { reports, fuse };
  }

  /** The write that is being made fails here and takes effect later, within what the adapter declares. */
  #letLandLater(method: string): void {
    if (method !== 'post' && method !== 'attach') return;
    const { lingerMs = 0 } = this.#capabilities;
    const number = this.ledger.calls(method).length + 1;
    this.ledger.scheduleFault({ method, number, effect: 'late', lateByMs: Math.max(lingerMs - 1, 0) });
  }
}

/** Batches of five, so that a small job has several calls. */
const smallBatches = Object.fromEntries(
  Object.entries(memoryCapabilities.recordTypes).map(([name, type]) => [
    name,
    { ...type, postBatchSize: name === 'contact' ? 1 : 5 },
  ]),
);
