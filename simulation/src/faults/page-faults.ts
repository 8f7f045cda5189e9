import { IntegrationError, type Page } from '@ledgerferry/core';
import { isPage } from '../world/boundary.js';
import type { FaultKind } from './fault-kind.js';

type Reading = IteratorResult<Page<unknown>>;

/** What goes wrong with one page of a listing. */
export const PAGE_FAULTS: readonly FaultKind[] = [
  {
    id: 'page-torn',
    strikes: isPage,
    happen: async ({ effect }) => {
      await effect();
      throw new IntegrationError('transient', 'HTTP_UNREADABLE_ANSWER', 'Pleo sent half a page.');
    },
  },
  spoiled('page-reordered', (page) => ({ ...page, rows: page.rows.toReversed() })),
  spoiled('row-twice', (page) => ({ ...page, rows: [...page.rows, ...page.rows.slice(0, 1)] })),
  spoiled('row-missing', (page) => ({ ...page, rows: page.rows.slice(1) })),
  spoiled('total-changed', (page) => ({ ...page, total: (page.total ?? 0) + 1 })),
  {
    id: 'page-missing',
    strikes: isPage,
    happen: async ({ effect }) => {
      await effect();
      return effect();
    },
  },
  {
    id: 'pages-loop',
    strikes: isPage,
    happen: async ({ effect }) => ({ ...((await effect()) as Reading), comesAgain: true }),
  },
];

function spoiled(id: string, spoil: (page: Page<unknown>) => Page<unknown>): FaultKind {
  return {
    id,
    strikes: isPage,
    happen: async ({ effect }) => {
      const reading = (await effect()) as Reading;
      return reading.done ? reading : { done: false, value: spoil(reading.value) };
    },
  };
}
