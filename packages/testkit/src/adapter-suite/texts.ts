import type { AccountingEntry } from '@ledgerferry/core';
import { demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';

/** What people write into Pleo must never keep an entry out of the ledger, nor change it. */
export const texts: Theme<AdapterBench> = {
  name: 'texts',
  page: 'docs/writing-an-adapter.md#what-may-never-happen',
  behaviours: [
    {
      title: 'texts of every script are booked',
      advice:
        'Send texts as UTF-8; where the system takes fewer characters, replace the others yourself instead of having the entry refused.',
      run: (bench) => demandBooked(bench, 'Ærøskøbing, Çalışkan, Škoda, Łódź, 東京, Ελλάδα, 🧾 "kvittering"'),
    },
    {
      title: 'texts with the marks of a syntax are booked as texts',
      advice: 'Let a library write JSON, XML, CSV or queries: never put a text from Pleo between quotes yourself.',
      run: (bench) => demandBooked(bench, `O'Brien & Søn "A/S"; <b>50%</b> \\ {1} | #1, =1+1 -- \`$HOME\``),
    },
    {
      title: 'line ends and tabs in a text are booked',
      advice: 'Replace control characters where a field of the system takes one line.',
      run: (bench) => demandBooked(bench, 'First line\r\nsecond line\n\tthird line'),
    },
    {
      title: 'a text that is longer than its field is shortened, not refused',
      advice: 'Cut texts to the length that the system documents for the field, whole characters at a time.',
      run: (bench) => demandBooked(bench, `${'A very long note about a dinner. '.repeat(120)}🧾`),
    },
    {
      title: 'an entry without any text is booked',
      advice: 'Leave out an empty text, or send a neutral one, where the system demands something.',
      run: (bench) => demandBooked(bench, ''),
    },
  ],
};

/** Books an entry that carries the text wherever it can, and demands that the ledger holds it unharmed. */
async function demandBooked(bench: AdapterBench, text: string): Promise<void> {
  const entry = bench.entry('text');
  const { document } = await bench.postOne({ ...entry, ...wordsOf(entry, text) });
  demandEqual(
    (await bench.held(document)).map(({ summary }) => summary?.total),
    [entry.amount],
    'The ledger must hold the entry once, with its amount, whatever its texts say.',
  );
}

function wordsOf(entry: AccountingEntry, text: string): Partial<AccountingEntry> {
  const { counterparty } = entry;
  return {
    description: text,
    employee: text === '' ? null : { name: text, code: null },
    attendees: text === '' ? [] : [text],
    counterparty: counterparty && { ...counterparty, name: text === '' ? counterparty.name : text },
  };
}
