import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import {
  bookkeepingSettingsSchema,
  exportCompany,
  settleEntry,
  silentLogger,
  type AccountingAdapter,
  type BookkeepingSettings,
  type IntegrationError,
  type JobReport,
  type LeaseHolder,
  type OutgoingDocument,
  type PersonsVerdict,
} from '@ledgerferry/core';
import {
  createManualClock,
  createMemoryAdapter,
  MemoryLedger,
  MemoryPleo,
  type ManualClock,
  type MemoryExportJob,
} from '@ledgerferry/testkit';
import type { Fault, FaultKind } from '../faults/fault-kind.js';
import { nameOf, type Boundary } from './boundary.js';
import type { LedgerClass } from './ledger-classes.js';
import { COMPANY_ID, entriesThatNeed } from './reference-job.js';
import { SimulatedProcess, type Told } from './simulated-process.js';
import { StateTape } from './state-tape.js';

const SETTINGS = {
  posting: 'final',
  closedPeriod: 'today',
  accounts: { wallet: '55010', outOfPocket: '63040', contra: '55990', payable: '63000' },
};

/** Two entries of the reference job fall into this closed period: they are booked on the day the job is started. */
const CLOSED_THROUGH = '2026-03-10';

const ON_A_RECEIPTS_WAY: ReadonlySet<string> = new Set(['pleo.openFile', 'ledger.attach', 'ledger.findAttachments']);

/** Two calls at once, of five documents each. */
const DOCUMENTS_IN_FLIGHT = 10;

/** How a process of the world ended. */
export type Ending =
  | { readonly how: 'finished'; readonly reports: readonly JobReport[] }
  | { readonly how: 'died' }
  /** The run itself failed, as a command would with its exit code. */
  | { readonly how: 'refused'; readonly error: IntegrationError };

interface WorldOptions {
  readonly ledgerClass: LedgerClass;
  readonly kindOf: (fault: Fault) => FaultKind;
  /** How long each use of the outside takes, in milliseconds. */
  readonly latency: () => number;
  /** False where the next process starts on another machine, so that a dead one's lease has to run out. */
  readonly sameMachine: boolean;
  /** Hears of everything that the processes use. */
  readonly tell?: ((told: Told) => void) | undefined;
}

/** Changes what a newer version of the adapter would change. */
export type AdapterVersion = (adapter: AccountingAdapter) => AccountingAdapter;

/** Pleo, the ledger, the state and the time of one case: they outlive every process. */
export class World {
  readonly ledgerClass: LedgerClass;
  readonly clock: ManualClock = createManualClock({ jumps: true });
  readonly ledger: MemoryLedger;
  readonly pleo: MemoryPleo;
  readonly tape: StateTape;
  /** What people and the ledger did to entries, by entry id: the judge allows for it. */
  readonly tampered = new Map<string, 'deleted' | 'voided' | 'copied' | 'changed-amount'>();
  readonly refused = new Set<string>();
  /** True where a fault struck a receipt's way: by default an entry is exported without it. */
  mayLackReceipts = false;
  /** True where a process never came to an end. */
  hasHung = false;
  /** How many documents were in calls that a fault struck. */
  mayBeParked = 0;
  /** Which kinds of fault struck where: `ledger.post|answer-lost` to how often. */
  readonly strikes = new Map<string, number>();
  readonly processes: SimulatedProcess[] = [];
  readonly #options: WorldOptions;
  #settings: BookkeepingSettings = bookkeepingSettingsSchema.parse(SETTINGS);
  #adapterVersion: AdapterVersion = (adapter) => adapter;
  readonly #travelling = new Set<Promise<void>>();
  #late: { readonly dueAt: number; readonly effect: () => Promise<unknown> }[] = [];

  constructor(options: WorldOptions) {
    this.#options = options;
    this.ledgerClass = options.ledgerClass;
    this.ledger = new MemoryLedger({ clock: this.clock });
    this.pleo = new MemoryPleo({ clock: this.clock });
    this.tape = new StateTape({ clock: this.clock, isGone: (holder) => options.sameMachine && this.#isDead(holder) });
  }

  addJob(job: MemoryExportJob): void {
    this.pleo.addJob(job);
  }

  /** A person did something to an entry. A copy stays a copy, whatever is done to it then. */
  tamper(accountingEntryId: string, how: 'deleted' | 'voided' | 'copied' | 'changed-amount'): void {
    if (this.tampered.get(accountingEntryId) !== 'copied') this.tampered.set(accountingEntryId, how);
  }

  /** From now on the ledger refuses this document, unless it has it already. */
  refuse({ document, reference }: OutgoingDocument): void {
    if (this.ledger.documents().some((held) => held.reference === reference)) return;
    for (const accountingEntryId of entriesThatNeed(document.key)) this.refused.add(accountingEntryId);
    this.ledger.refuse(reference, {
      code: 'SIMULATED_REFUSAL',
      reason: 'accounting_system_validation_failure',
      owner: 'bookkeeper',
      message: 'The ledger does not take this document.',
    });
  }

  /** An administrator changes settings between two runs. */
  changeSettings(change: object): void {
    this.#settings = bookkeepingSettingsSchema.parse({ ...SETTINGS, ...change });
  }

  /** The next start brings another version of the adapter. */
  upgradeAdapter(version: AdapterVersion): void {
    this.#adapterVersion = version;
  }

  /** Lets a use of the outside take its time. */
  async travel(ms: number): Promise<void> {
    const arrival = this.clock.sleep(ms);
    this.#travelling.add(arrival);
    await arrival;
    this.#travelling.delete(arrival);
  }

  /** Comes back when nothing is on its way: no machine's sleep holds up what has left it. */
  async quiet(): Promise<void> {
    await turnOfTheEventLoop();
    while (this.#travelling.size > 0) {
      await Promise.all(this.#travelling);
      await turnOfTheEventLoop();
    }
  }

  /** A call to Pleo that takes effect later than its caller waits. */
  landLater(ms: number, effect: () => Promise<unknown>): void {
    this.#late.push({ dueAt: this.clock.now() + ms, effect });
  }

  landLateEffects(): void {
    const now = this.clock.now();
    const due = this.#late.filter((late) => late.dueAt <= now);
    if (due.length === 0) return;
    this.#late = this.#late.filter((late) => late.dueAt > now);
    // nobody hears what becomes of them
    for (const { effect } of due) effect().catch(() => undefined);
  }

  noteStrike(boundary: Boundary, kind: string): void {
    const cell = `${nameOf(boundary)}|${kind}`;
    this.strikes.set(cell, (this.strikes.get(cell) ?? 0) + 1);
    this.mayLackReceipts ||= ON_A_RECEIPTS_WAY.has(nameOf(boundary));
    this.mayBeParked += kind === 'store-deleted' ? Infinity : DOCUMENTS_IN_FLIGHT;
  }

  /** One life of the command `run`: until it is done, is refused, or dies. */
  async run(faults: readonly Fault[] = []): Promise<Ending> {
    const pid = this.processes.length + 1;
    const process = new SimulatedProcess({ world: this, pid, faults, ...this.#options });
    this.processes.push(process);
    const adapter = createMemoryAdapter({
      ledger: this.ledger,
      clock: this.clock,
      capabilities: this.ledgerClass.capabilities,
      // a vendor in doubt would keep all its entries waiting: not where nothing can be looked up
      contacts: this.ledgerClass.capabilities.reference.lookup !== 'none',
      closedThrough: CLOSED_THROUGH,
    });
    const finished = exportCompany({
      companyId: COMPANY_ID,
      settings: this.#settings,
      source: process.port('pleo', this.pleo.source(), []),
      store: process.store(),
      adapter: process.port('ledger', this.#adapterVersion(adapter), ['rules', 'plan']),
      validators: [],
      holder: holderOf(pid),
      clock: process.clock(),
      logger: silentLogger,
      onProgress: () => {},
    }).then(
      (reports): Ending => ({ how: 'finished', reports }),
      (error: IntegrationError): Ending => ({ how: 'refused', error }),
    );
    const ending = await Promise.race([finished, process.death.then((): Ending => ({ how: 'died' }))]);
    await Promise.all(process.companions);
    process.end();
    for (const happen of process.aftermath) await happen();
    return ending;
  }

  /** A person looked into the ledger and says what is there of an entry. */
  async settle(accountingEntryId: string, verdict: PersonsVerdict): Promise<void> {
    const process = new SimulatedProcess({ world: this, pid: this.processes.length + 1, faults: [], ...this.#options });
    this.processes.push(process);
    const ports = { store: process.store(), clock: process.clock(), holder: holderOf(process.pid) };
    await settleEntry({ companyId: COMPANY_ID, ...ports }, accountingEntryId, verdict);
    process.end();
  }

  #isDead({ pid }: LeaseHolder): boolean {
    return this.processes[pid - 1]?.isOver ?? false;
  }
}

/** The entry that a document's reference names. */
export function entryOf(reference: string): string {
  return reference.split('/')[0] ?? reference;
}

function holderOf(pid: number): LeaseHolder {
  return { host: 'here', bootId: 'boot', pid, startedAt: 'then' };
}
