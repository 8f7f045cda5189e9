import type { GuardedPorts } from '../lifecycle/export-ports.js';
import type { LedgerReader } from '../lifecycle/guard-adapter.js';

/** Of every port, only what reads. Whoever is given no more has no way to send a write, to anybody. */
export interface ReadingPorts extends Pick<
  GuardedPorts,
  'companyId' | 'settings' | 'validators' | 'clock' | 'logger' | 'onProgress'
> {
  readonly source: Pick<GuardedPorts['source'], 'jobs' | 'job' | 'jobItems' | 'exportItems'>;
  readonly store: Pick<
    GuardedPorts['store'],
    'jobs' | 'items' | 'documents' | 'prerequisites' | 'bookedInvoices' | 'entriesCarriedElsewhere' | 'auditTrail'
  >;
  readonly adapter: LedgerReader;
  /**
   * How long a read is tried again before whoever waits is told, in milliseconds, counted from its first attempt. Default: as long as a
   * job would wait.
   */
  readonly patienceMs?: number | undefined;
}
