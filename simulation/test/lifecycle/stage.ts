import { copyFileSync, rmSync } from 'node:fs';
import {
  bookkeepingSettingsSchema,
  exportCompany,
  settleEntry,
  silentLogger,
  type AccountingAdapter,
  type AdapterCapabilities,
  type BookkeepingSettings,
  type ItemSource,
  type JobReport,
  type LeaseHolder,
  type PersonsVerdict,
  type StateStore,
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
import { COMPANY_ID } from '../../src/world/reference-job.js';

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

/** Puts something between the engine and the ledger. */
export type LedgerChange = (adapter: AccountingAdapter) => AccountingAdapter;

/** Puts something between the engine and Pleo. */
export type PleoChange = (source: ItemSource) => ItemSource;

/** Puts something between the engine and its state. */
export type StateChange = (store: StateStore) => StateStore;

/** What is particular to one run. */
export interface Circumstances {
  /** Where the process dies. Default: it lives. */
  readonly crash?: CrashPoint;
  readonly pleo?: PleoChange;
  readonly ledger?: LedgerChange;
  readonly state?: StateChange;
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

  /** Somebody keeps a copy of the state file between two runs. */
  copyState(): void {
    copyFileSync(this.#statePath, `${this.#statePath}.copy`);
  }

  /** Somebody puts the copy back in place of the state file between two runs. */
  restoreState(): void {
    this.loseState();
    copyFileSync(`${this.#statePath}.copy`, this.#statePath);
  }

  /** A person looked into the ledger and says what is there of an entry. */
  async settle(accountingEntryId: string, verdict: PersonsVerdict): Promise<void> {
    const holder = this.#nextProcess();
    const store = this.#openStore(holder);
    await settleEntry({ companyId: COMPANY_ID, store, clock: this.clock, holder }, accountingEntryId, verdict);
    await store.close();
  }

  /** One process that lives until it is done; the report of its first job. */
  async runJob(circumstances: Omit<Circumstances, 'crash'> = {}): Promise<JobReport> {
    const { reports } = await this.run(circumstances);
    const [report] = reports;
    if (typeof report !== 'object') throw new Error('no job was run');
    return report;
  }

  /** One process: runs until it is done or dies at `crash`. */
  async run({
    crash,
    pleo = (source) => source,
    ledger = (adapter) => adapter,
    state = (store) => store,
  }: Circumstances = {}): Promise<{
    readonly reports: readonly JobReport[] | 'crashed';
    readonly fuse: CrashFuse;
  }> {
    const fuse = new CrashFuse(crash, (method) => this.#letLandLater(method));
    const holder = this.#nextProcess();
    const store = this.#openStore(holder);
    const adapter = createMemoryAdapter({
      ledger: this.ledger,
      clock: this.clock,
      capabilities: this.#capabilities,
      contacts: this.#contacts,
    });
    const finished = exportCompany({
      companyId: COMPANY_ID,
      settings: this.#settings,
      source: fuse.guard('pleo', pleo(this.pleo.source())),
      store: fuse.guard('store', state(store)),
      adapter: fuse.guard('ledger', ledger(adapter)),
      validators: [],
      holder,
      clock: fuse.guard('clock', this.clock),
      logger: silentLogger,
      onProgress: () => {},
    });
    const reports = await Promise.race([finished, fuse.blown]);
    await store.close();
    return { reports, fuse };
  }

  #nextProcess(): LeaseHolder {
    return { host: 'here', bootId: 'boot', pid: (this.#runs += 1), startedAt: 'then' };
  }

  /** The store as one process opens it: those before it are dead. */
  #openStore({ pid }: LeaseHolder): StateStore & { close(): Promise<void> } {
    return createSqliteStateStore({
      path: this.#statePath,
      clock: this.clock,
      isGone: (holder) => holder.pid < pid,
    });
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
