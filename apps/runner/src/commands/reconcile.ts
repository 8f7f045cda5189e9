import { reconcileJob } from '@ledgerferry/core';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describeReconciliation } from '../presentation/describe-reconciliation.js';
import { lookAtCompanies } from '../with-companies.js';
import { companyOfJob, type JobInput } from './show.js';

/** Compares Pleo, our state and the ledger, entry by entry and in total. Answers 1 where they differ. */
export async function reconcile(input: JobInput): Promise<ExitCode> {
  return lookAtCompanies(input, async (companies) => {
    const { job, ports } = await companyOfJob(companies, input.job);
    const reconciliation = await reconcileJob(ports, job);
    const isHandedOver = ports.adapter.capabilities.delivery === 'file';
    const text = input.json ? JSON.stringify(reconciliation) : describeReconciliation(reconciliation, { isHandedOver });
    input.surroundings.stdout.write(`${text}\n`);
    return reconciliation.agrees ? EXIT.done : EXIT.someFailed;
  });
}
