import { buildExportItem } from '../src/build-export-item.js';
import { describeItemSource } from '../src/item-source-suite/describe-item-source.js';
import { createManualClock } from '../src/manual-clock.js';
import { MemoryPleo } from '../src/memory-pleo.js';

const jobId = 'a3a7b6c1-0000-4000-8000-000000000001';
const companyId = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';

describeItemSource('Pleo in memory', {
  createHarness() {
    const pleo = new MemoryPleo({ clock: createManualClock() });
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((accountingEntryId) =>
      buildExportItem(100, { accountingEntryId }),
    );
    pleo.addJob({ id: jobId, companyId, createdAt: '2026-03-11T09:00:00Z', items });
    return { source: pleo.source(), companyId, jobId };
  },
});
