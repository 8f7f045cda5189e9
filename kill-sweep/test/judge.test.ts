import { expect, onTestFinished, test } from 'vitest';
import { finishJob } from '../src/finish-job.ts';
import { judge } from '../src/judge.ts';
import { openWorkplace, type Workplace } from '../src/workplace.ts';

async function finishedWorkplace(): Promise<Workplace> {
  const workplace = await openWorkplace('look-up');
  onTestFinished(() => workplace.close());
  expect(await finishJob(workplace)).toEqual([]);
  return workplace;
}

/** Sends what the runner never would, through the front that the runner uses. */
function send(url: string, body: unknown): Promise<Response> {
  const headers = { authorization: 'Bearer kill-sweep', 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

test('a job that waits is unfinished', async () => {
  const workplace = await openWorkplace('look-up');
  onTestFinished(() => workplace.close());

  expect(judge(workplace.farEnds, workplace.input)).toEqual([{ wrong: 'unfinished', about: 'the job is pending' }]);
});

test(
  'a voucher and a receipt that come twice are duplicates, and a stranger is wrong',
  { timeout: 120_000 },
  async () => {
    const { farEnds, input } = await finishedWorkplace();
    expect(judge(farEnds, input)).toEqual([]);
    const sent = farEnds.crossings.find(({ path }) => path === '/v1/vouchers');
    const voucher = JSON.parse(sent?.body.toString() ?? '') as { readonly reference: string };
    const receipt = farEnds.crossings.find(({ path }) => path.includes('/files?'));

    await send(`${farEnds.ledgerUrl}/v1/vouchers`, voucher);
    await send(`${farEnds.ledgerUrl}/v1/vouchers`, { ...voucher, reference: 'stranger/journal' });
    await fetch(`${farEnds.ledgerUrl}${receipt?.path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer kill-sweep' },
      body: receipt?.body ?? null,
    });

    const findings = judge(farEnds, input);
    expect(findings.map(({ wrong }) => wrong).toSorted()).toEqual(['duplicate', 'duplicate', 'wrong']);
    expect(findings).toContainEqual({ wrong: 'duplicate', about: `voucher ${voucher.reference}` });
    expect(findings).toContainEqual({ wrong: 'wrong', about: 'voucher stranger/journal' });
  },
);

test('what the input asks for and the books lack is a loss', { timeout: 120_000 }, async () => {
  const { farEnds, input } = await finishedWorkplace();
  const [first] = input.job.exportItems.filter(({ accountingEntryId }) => !input.faulty.has(accountingEntryId));
  if (!first) throw new Error('the job has no entry');
  const extra = { ...structuredClone(first), accountingEntryId: 'one-more', type: 'fee' };
  const exportItems = [...input.job.exportItems, extra];

  expect(judge(farEnds, { ...input, job: { ...input.job, exportItems } })).toContainEqual({
    wrong: 'loss',
    about: 'entry one-more',
  });
});
