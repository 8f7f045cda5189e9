import type { Concern } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import type { AdapterHarness } from './adapter-harness.js';

type AdapterConcern = Concern<AdapterBench>;

export const canBeAsked: AdapterConcern = {
  when: 'documents can be looked up',
  holds: ({ adapter }) => adapter.capabilities.reference.lookup !== 'none',
};

export const cannotBeAsked: AdapterConcern = {
  when: 'documents cannot be looked up',
  holds: ({ adapter }) => adapter.capabilities.reference.lookup === 'none',
};

export const isScanned: AdapterConcern = {
  when: 'documents are found among those of a day',
  holds: ({ adapter }) => adapter.capabilities.reference.lookup === 'scan',
};

export const refusesDuplicates: AdapterConcern = {
  when: 'references are unique',
  holds: ({ adapter }) => adapter.capabilities.reference.unique,
};

export const takesDuplicates: AdapterConcern = {
  when: 'references are not unique',
  holds: ({ adapter }) => !adapter.capabilities.reference.unique,
};

export const tellsCaseApart: AdapterConcern = {
  when: 'the alphabet has letters of both cases',
  holds: ({ adapter }) =>
    /[a-z]/.test(adapter.capabilities.reference.alphabet) && /[A-Z]/.test(adapter.capabilities.reference.alphabet),
};

export const recognisesRepeats: AdapterConcern = {
  when: 'a request key is recognised',
  holds: ({ adapter }) => adapter.capabilities.repeat.windowMs > 0,
};

export const forgetsErrors: AdapterConcern = {
  when: 'errors are not answered again under their request key',
  holds: ({ adapter }) => !adapter.capabilities.repeat.cachesErrors,
};

export const hasDrafts: AdapterConcern = {
  when: 'a record type can be a draft',
  holds: ({ adapter }) => Object.values(adapter.capabilities.recordTypes).some(({ draft }) => draft),
};

export const takesBatches: AdapterConcern = {
  when: 'a call takes several documents and answers for each',
  holds: (bench) => bench.adapter.capabilities.batchOutcome === 'each' && bench.batchSize() > 1,
};

export const runsSideBySide: AdapterConcern = {
  when: 'several calls may be in flight',
  holds: ({ adapter }) => adapter.capabilities.maximumInFlight > 1,
};

export const takesReceipts: AdapterConcern = {
  when: 'the ledger takes receipts',
  holds: ({ adapter }) => adapter.capabilities.attachments !== null,
};

export const refusesEntries: AdapterConcern = {
  when: 'the ledger itself refuses entries (`buildRefused`)',
  holds: ({ harness }) => harness.buildRefused !== null,
};

export const needsPrerequisites: AdapterConcern = {
  when: 'payables need prerequisites',
  holds: (bench) => bench.plan(bench.payable('needy')).prerequisites.length > 0,
};

export const hasSecrets: AdapterConcern = {
  when: 'there is a secret to keep',
  holds: ({ harness }) => harness.secrets.length > 0,
};

export const seesPostings: AdapterConcern = {
  when: 'the back door shows `postings`',
  holds: ({ harness }) => harness.ledger.postings !== undefined,
};

export const seesLinks: AdapterConcern = {
  when: 'the back door shows `links`',
  holds: ({ harness }) => harness.ledger.links !== undefined,
};

/** Holds where the harness can do something that is optional. */
export function harnessCan(hook: keyof AdapterHarness): AdapterConcern {
  return { when: `the harness has \`${hook}\``, holds: ({ harness }) => harness[hook] !== undefined };
}

/** Holds where the harness can book this currency. */
export function books(currency: string): AdapterConcern {
  return {
    when: `the harness books \`${currency}\``,
    holds: ({ harness }) => harness.currencies?.includes(currency) ?? false,
  };
}
