import { money, type AccountingAdapter } from '@ledgerferry/core';
import type { MemoryDocument } from '@ledgerferry/testkit';
import { isLedgerWrite } from '../world/boundary.js';
import { entryOf, type World } from '../world/world.js';
import type { FaultKind } from './fault-kind.js';

/** What people do while the runner is down, or under its feet. */
export const PEOPLE_FAULTS: readonly FaultKind[] = [
  {
    id: 'job-cancelled',
    strikes: ({ port }) => port === 'pleo',
    happen: ({ world, effect }) => {
      world.pleo.cancelOpenJobs();
      return effect();
    },
  },
  whileDown('settings-changed', (world) =>
    world.changeSettings({ posting: 'draft', accounts: { ...OTHER_ACCOUNTS }, reexport: 'link' }),
  ),
  whileDown('adapter-upgraded', (world) => world.upgradeAdapter(withAnotherBody)),
  toLastBooked('accountant-edits', ({ ledger }, { externalId, summary }) =>
    ledger.edit(externalId, { summary: summary && { ...summary, accounts: ['9999'] } }),
  ),
  {
    id: 'accountant-moves',
    // what Pleo has not heard of yet is known by its day alone: nobody could find it on another one
    strikes: ({ port, method }) => port === 'pleo' && (method === 'report' || method === 'complete'),
    happen: async ({ world, process, effect }) => {
      await effect();
      process.aftermath.push(() => moveLastExported(world));
      return process.die();
    },
  },
  toLastBooked('accountant-deletes', (world, { externalId, reference }) => {
    world.tamper(entryOf(reference), 'deleted');
    world.ledger.remove(externalId);
  }),
  toLastBooked('accountant-voids', (world, { externalId, reference }) => {
    world.tamper(entryOf(reference), 'voided');
    world.ledger.edit(externalId, { state: 'voided' });
  }),
  toLastBooked('accountant-copies', (world, document) => {
    world.tamper(entryOf(document.reference), 'copied');
    const { reference, recordType, summary, body } = document;
    world.ledger.book({ reference, recordType, state: 'live', summary, body });
  }),
  toLastBooked('accountant-changes-amount', (world, { externalId, reference, summary }) => {
    if (!summary) return;
    world.tamper(entryOf(reference), 'changed-amount');
    const { currency, minorUnits, exponent } = summary.total;
    world.ledger.edit(externalId, { summary: { ...summary, total: money(currency, minorUnits + 1, exponent) } });
  }),
];

const OTHER_ACCOUNTS = { wallet: '55011', outOfPocket: '63041', contra: '55991', payable: '63001' };

/** The process dies after the effect; something is changed before it starts again. */
function whileDown(id: string, change: (world: World) => void): FaultKind {
  return {
    id,
    strikes: () => true,
    happen: async ({ world, process, effect }) => {
      await effect();
      process.aftermath.push(() => change(world));
      return process.die();
    },
  };
}

/** The process dies after a write; an accountant finds the newest document before it starts again. */
function toLastBooked(id: string, change: (world: World, document: MemoryDocument) => void): FaultKind {
  return {
    id,
    strikes: isLedgerWrite,
    happen: async ({ world, process, effect }) => {
      await effect();
      process.aftermath.push(() => {
        const newest = world.ledger.documents().findLast(({ summary, state }) => summary && state !== 'voided');
        if (newest) change(world, newest);
      });
      return process.die();
    },
  };
}

/** The newest entry that Pleo shows as exported is put on another day. */
function moveLastExported({ ledger, pleo }: World): void {
  const told = new Set(pleo.books().flatMap(({ items }) => items.map(({ externalId }) => externalId)));
  const newest = ledger.documents().findLast(({ summary, externalId }) => summary && told.has(externalId));
  if (newest?.summary) ledger.edit(newest.externalId, { summary: { ...newest.summary, date: '2026-01-15' } });
}

/** A newer version books the same, in other words. */
function withAnotherBody(adapter: AccountingAdapter): AccountingAdapter {
  return {
    ...adapter,
    plan: (entry, facts) => {
      const { documents, prerequisites } = adapter.plan(entry, facts);
      return {
        prerequisites,
        documents: documents.map((document) => ({ ...document, body: { version: 2, content: document.body } })),
      };
    },
  };
}
