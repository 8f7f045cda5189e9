import { IntegrationError, type ReferenceData } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError, described, shown } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';

/** What `checkReadiness` and `loadReferenceData` promise. */
export const readiness: Theme<AdapterBench> = {
  name: 'readiness and reference data',
  page: 'docs/writing-an-adapter.md#members',
  behaviours: [
    {
      title: 'names its tenant, by id and for people',
      advice:
        'Answer from checkReadiness what the system calls the organisation or file it posts to: people see the name, jobs remember the id.',
      run: async ({ adapter }) => {
        const { tenant, name, warnings } = await adapter.checkReadiness();
        demand(
          [tenant, name].every((text) => text.trim() !== ''),
          `checkReadiness must name the tenant, but answers the id "${tenant}" and the name "${name}".`,
        );
        demand(
          warnings.every((warning) => warning.trim() !== ''),
          'Every warning of checkReadiness must be a sentence that a person can read.',
        );
      },
    },
    {
      title: 'names the same tenant every time, also after a restart and a post',
      advice:
        'Take the tenant from the system itself, never from a session, a token or chance: a job whose tenant changes is refused.',
      run: async (bench) => {
        const before = await bench.adapter.checkReadiness();
        await bench.postOne(bench.entry('tenant'));
        const after = await (await bench.harness.reopen()).checkReadiness();
        demandEqual(after.tenant, before.tenant, 'The tenant must never change.');
      },
    },
    {
      title: 'loads the same facts again, with the closed period as a day',
      advice:
        'Answer closedThrough as YYYY-MM-DD, or null where nothing is closed: booking dates are compared with it as text.',
      run: async ({ adapter, facts }) => {
        demand(
          facts.closedThrough === null || /^\d{4}-\d\d-\d\d$/.test(facts.closedThrough),
          `closedThrough must be a day such as 2026-01-31, or null, but is ${shown(facts.closedThrough)}.`,
        );
        demandEqual(await adapter.loadReferenceData(), facts, 'loadReferenceData must load the same facts again.');
      },
    },
    {
      title: 'a ledger that is out of reach is not ready',
      advice:
        'Ask the system each time and let its failure through as an IntegrationError: nothing may be read from Pleo for a ledger that cannot take it.',
      run: async (bench) => {
        await bench.adapter.checkReadiness();
        await bench.harness.disconnect();
        const error = await demandIntegrationError(
          () => bench.adapter.checkReadiness(),
          'checkReadiness must throw an IntegrationError where the ledger is out of reach.',
        );
        demand(
          ['transient', 'connection-lost', 'misconfigured'].includes(error.kind),
          `A check applies nothing and concerns no entry: it must not throw "${error.kind}".`,
        );
      },
    },
    {
      title: 'facts that cannot be loaded are a failure, not other facts',
      advice:
        'Let the failure through: an empty chart of accounts, or no closed period, would fail good entries or book into a closed month.',
      run: async ({ adapter, facts, harness }) => {
        await harness.disconnect();
        let loaded: ReferenceData;
        try {
          loaded = await adapter.loadReferenceData();
        } catch (error) {
          return demand(
            IntegrationError.isInstance(error),
            `loadReferenceData must throw an IntegrationError where the ledger is out of reach, but threw ${described(error)}.`,
          );
        }
        demandEqual(
          loaded,
          facts,
          'Where the ledger is out of reach, loadReferenceData must throw, or know the same facts.',
        );
      },
    },
  ],
};
