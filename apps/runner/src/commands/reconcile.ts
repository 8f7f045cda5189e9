import { reconcileJob, type Reconciliation } from '@ledgerferry/core';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count, indent, layOut } from '../presentation/table.js';
import { withCompanies } from '../with-companies.js';
import { companyOfJob, type JobInput } from './show.js';

/** Compares Pleo, our state and the ledger, entry by entry. Answers 1 where they differ. */
export async function reconcile(input: JobInput): Promise<ExitCode> {
  return withCompanies(input, { work: 'short-command' }, async ({ companies }) => {
    const { job, ports } = await companyOfJob(companies, input.job);
    const reconciliation = await reconcileJob(ports, job.jobId);
    const isHandedOver = ports.adapter.capabilities.delivery === 'file';
    const text = input.json ? JSON.stringify(reconciliation) : describe(reconciliation, isHandedOver);
    input.surroundings.stdout.write(`${text}\n`);
    return reconciliation.agrees ? EXIT.done : EXIT.someFailed;
  });
}

function describe({ jobId, agrees, rows }: Reconciliation, isHandedOver: boolean): string {
  const differing = rows.filter((row) => row.differs);
  const table = differing.map(({ accountingEntryId, pleo, store, ledger, note }) => [
    accountingEntryId,
    `Pleo: ${pleo}`,
    `state: ${store}`,
    `ledger: ${ledger}`,
    note ?? '',
  ]);
  return [
    agrees
      ? `Export Job ${jobId}: Pleo, the state and the ledger agree on ${count(rows.length, 'entry', 'entries')}.`
      : `Export Job ${jobId}: ${differing.length} of ${count(rows.length, 'entry', 'entries')} differ.`,
    ...(isHandedOver ? ['This adapter hands files over: success means handed over, not booked.'] : []),
    ...(table.length > 0 ? [indent(layOut(table))] : []),
  ].join('\n');
}
