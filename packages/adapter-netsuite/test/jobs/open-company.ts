import {
  bookkeepingSettingsSchema,
  exportCompany,
  IntegrationError,
  silentLogger,
  type AccountingAdapter,
  type Clock,
  type ExportItem,
  type JobReport,
  type PostCall,
} from '@ledgerferry/core';
import { createSqliteStateStore, currentProcess } from '@ledgerferry/state-sql';
import { buildExportItem, MemoryPleo } from '@ledgerferry/testkit';
import { onTestFinished } from 'vitest';

const COMPANY_ID = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';
const SETTINGS = {
  posting: 'final',
  accounts: { wallet: '55010', outOfPocket: '63040', contra: '55990', payable: '63000' },
};
const RECEIPT = { url: 'https://files.example/receipt.pdf', type: 'application/pdf', size: null };

/** A purchase of 12.50 DKK with a receipt. */
const PURCHASE = buildExportItem(1_250, { files: [RECEIPT] });

/** A clock that jumps, and on which nothing is ever late: what sleeps until it is called off watches over others. */
function withoutHaste(clock: Clock): Clock {
  return {
    now: () => clock.now(),
    sleep: (ms, signal) =>
      signal && !signal.aborted
        ? new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
        : clock.sleep(ms),
  };
}

/** A company at Pleo with a state of its own: whole jobs of one purchase go through the engine. */
export function openCompany(jumping: Clock) {
  const clock = withoutHaste(jumping);
  const pleo = new MemoryPleo({ clock });
  const openStore = () => {
    const opened = createSqliteStateStore({ path: ':memory:', clock });
    onTestFinished(() => opened.close());
    return opened;
  };
  let store = openStore();
  let jobs = 0;
  return {
    /** From now on nothing is known of what was posted. */
    loseState: () => {
      store = openStore();
    },
    /** Exports an item in a job of its own. */
    export: async (adapter: AccountingAdapter, item: ExportItem = PURCHASE): Promise<JobReport> => {
      jobs += 1;
      const id = `${String(jobs).padStart(8, '0')}-1f0e-4c57-8a55-000000000000`;
      pleo.addJob({ id, companyId: COMPANY_ID, createdAt: new Date(clock.now()).toISOString(), items: [item] });
      const reports = await exportCompany({
        companyId: COMPANY_ID,
        settings: bookkeepingSettingsSchema.parse(SETTINGS),
        source: pleo.source(),
        store,
        adapter,
        validators: [],
        holder: currentProcess(),
        clock,
        logger: silentLogger,
        onProgress: () => {},
      });
      const report = reports.at(-1);
      if (typeof report !== 'object') throw new Error('no job was run');
      return report;
    },
  };
}

/**
 * The adapter over a network that loses the first request to write, brings it right after it was looked up in vain, and lets something happen
 * then.
 */
export function landingLate(adapter: AccountingAdapter, happen: () => void): AccountingAdapter {
  let lost: PostCall | undefined;
  let hasLanded = false;
  return {
    ...adapter,
    post: async (call) => {
      if (lost) return adapter.post(call);
      lost = call;
      throw new IntegrationError('outcome-unknown', 'HTTP_TIMED_OUT', 'The network has lost it.');
    },
    find: async (queries) => {
      const findings = await adapter.find(queries);
      if (lost && !hasLanded) {
        hasLanded = true;
        await adapter.post(lost);
        happen();
      }
      return findings;
    },
  };
}
