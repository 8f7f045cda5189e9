import { generateExportJob } from '@ledgerferry/pleo-simulator';
import { describe, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../open-workplace.js';
import { runLedgerferry, type Ran } from '../run-ledgerferry.js';

/** A workplace with a further job: five of its twelve entries lack a category, two are of a type that nobody knows. */
async function openBrokenWorkplace(): Promise<Workplace & { readonly brokenJob: string }> {
  const workplace = await openWorkplace({ items: 1, types: ['wallet_topup'] });
  const { companyId } = workplace.job;
  const sound = generateExportJob({ seed: 8, items: 12, types: ['card_purchase'], receipts: 0, companyId });
  const exportItems = sound.exportItems.map((item, index) => {
    if (index >= 7) return item;
    if (index >= 5) return { ...item, type: 'crypto_purchase' };
    return { ...item, accountingEntryLines: item.accountingEntryLines.map((line) => ({ ...line, account: null })) };
  });
  workplace.simulator.addJob({ ...sound, exportItems });
  return { ...workplace, brokenJob: sound.id };
}

function ferry({ configuration }: Workplace, ...argv: readonly string[]): Promise<Ran> {
  return runLedgerferry([...argv, '--config', configuration]);
}

/** Every code that is named, with how many entries are said to have it. */
function codesIn(text: string): readonly (readonly [string, number])[] {
  return [...text.matchAll(/^ *(\d+) entr(?:y|ies), for .* \[([A-Z_]+)\]$/gm)].map(([, count, code = '']) => [
    code,
    Number(count),
  ]);
}

const CAUSES = [
  ['MISSING_CATEGORY', 5],
  ['UNKNOWN_ITEM_TYPE', 2],
];

test('plan, run and show tell each cause once, with the number of entries it hits', async () => {
  const workplace = await openBrokenWorkplace();

  const planned = await ferry(workplace, 'plan');
  const told = await ferry(workplace, 'run');
  const shown = await ferry(workplace, 'show', workplace.brokenJob);

  expect(codesIn(planned.stdout)).toEqual(CAUSES);
  expect(codesIn(told.stdout)).toEqual(CAUSES);
  expect(codesIn(shown.stdout)).toEqual(CAUSES);
  expect(told.stdout).toContain(
    '5 entries, for the bookkeeper: A line has no category, or its category has no account in the accounting system. [MISSING_CATEGORY]',
  );
});

describe('companies that one thing stops', () => {
  /** Three companies with a Pleo credential that is refused. */
  async function refused(): Promise<Workplace> {
    const workplace = await openWorkplace({ items: 1 });
    const { settings, simulator, write } = workplace;
    const [company] = settings.companies;
    const others = ['1', '2'].map((digit) => ({
      ...company,
      id: `3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c2${digit}`,
      name: `Other ${digit}`,
      connection: { file: `./other-${digit}.journal` },
    }));
    await write({ ...settings, pleo: { baseUrl: simulator.url, apiKey: 'wrong' }, companies: [company, ...others] });
    return workplace;
  }

  test.each([
    ['check', 'stdout', 'Example ApS, Other 1, Other 2: not ready\n  Pleo does not accept the credentials.'],
    ['run', 'stderr', 'Example ApS, Other 1, Other 2: Pleo does not accept the credentials.'],
    ['jobs', 'stderr', 'Example ApS, Other 1, Other 2: Pleo does not accept the credentials.'],
  ] as const)('%s names them in one message, with who must act', async (command, stream, message) => {
    const told = (await ferry(await refused(), command))[stream];

    expect(told).toContain(message);
    expect(told.match(/HTTP_UNAUTHORIZED\]/g)).toHaveLength(1);
    expect(told).toContain('For the administrator: Check the credentials of the far end that the message names');
  });

  test('check tells each of them what to do in its JSON', async () => {
    const told: unknown = JSON.parse((await ferry(await refused(), 'check', '--json')).stdout);

    const error = { code: 'HTTP_UNAUTHORIZED', owner: 'administrator' };
    expect(told).toMatchObject({
      companies: [
        { ready: false, error },
        { ready: false, error },
        { ready: false, error },
      ],
    });
  });
});
