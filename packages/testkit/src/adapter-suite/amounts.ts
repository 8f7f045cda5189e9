import { money, type Money } from '@ledgerferry/core';
import { demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { books } from './concerns.js';

/** What becomes of amounts on their way into the ledger: nothing. */
export const amounts: Theme<AdapterBench> = {
  name: 'amounts',
  page: 'docs/writing-an-adapter.md#what-may-never-happen',
  behaviours: [
    {
      title: 'lines of 0.10 and 0.20 come to 0.30',
      advice:
        'Add minor units as integers and write them with toDecimal of core: in floating point 0.1 + 0.2 is 0.30000000000000004.',
      run: (bench) => demandTotal(bench, [bench.amount(10), bench.amount(20)]),
    },
    {
      title: '4.35, 1.10, 0.07 and 8.20 stay what they are',
      advice:
        'Never multiply or divide an amount by 100: 4.35 * 100 is 434.99999999999994. Use toDecimal and parseDecimal of core.',
      run: (bench) =>
        demandTotal(
          bench,
          [435, 110, 7, 820].map((minorUnits) => bench.amount(minorUnits)),
        ),
    },
    {
      title: 'the smallest amount is booked',
      advice: 'Write 1 minor unit as 0.01, with its zeros: padStart is in toDecimal of core.',
      run: (bench) => demandTotal(bench, [bench.amount(1)]),
    },
    {
      title: 'a large amount is exact to the last unit',
      advice:
        'Keep amounts as integers of minor units: single precision, and arithmetic on decimals, lose the cents of millions.',
      run: (bench) => demandTotal(bench, [bench.amount(999_999_999_999)]),
    },
    {
      title: 'many lines come to their sum',
      advice: 'Send every line, and let the total be the sum of the minor units: nothing is rounded per line.',
      run: (bench) =>
        demandTotal(
          bench,
          Array.from({ length: 33 }, (_, place) => bench.amount(3_333 + place)),
        ),
    },
    {
      title: 'a currency without decimals is booked in whole units',
      advice: 'Take the decimal places from the exponent of the amount: 1500 JPY is 1500, not 15.00.',
      where: [books('JPY')],
      run: (bench) => demandTotal(bench, [money('JPY', 1_500, 0), money('JPY', 7, 0)]),
    },
    {
      title: 'a currency with three decimals is booked to the last of them',
      advice: 'Take the decimal places from the exponent of the amount: 1.234 KWD is not 12.34.',
      where: [books('KWD')],
      run: (bench) => demandTotal(bench, [money('KWD', 1_234, 3), money('KWD', 5, 3)]),
    },
  ],
};

/** Books an entry of these lines and demands that the ledger shows their sum. */
async function demandTotal(bench: AdapterBench, lines: readonly Money[]): Promise<void> {
  const entry = bench.entryOf('amount', lines);
  const { document } = await bench.postOne(entry);
  const [held] = await bench.held(document);
  demandEqual(held?.summary?.total, entry.amount, 'The ledger must show exactly the amount of the entry.');
}
