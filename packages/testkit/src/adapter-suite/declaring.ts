import { demand, demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { takesReceipts } from './concerns.js';
import { entriesOfEveryKind } from './entries-of-every-kind.js';

/** What the declared capabilities must be, so that the engine can obey them. */
export const declaring: Theme<AdapterBench> = {
  name: 'declared capabilities',
  page: 'docs/writing-an-adapter.md#capabilities',
  behaviours: [
    {
      title: 'declares every character of a reference once',
      advice:
        'Take the repeated characters out of capabilities.reference.alphabet: they make references shorter than they must be.',
      run: ({ adapter }) => {
        const characters = Array.from(adapter.capabilities.reference.alphabet);
        demandEqual(characters, [...new Set(characters)], 'The alphabet must name each character once.');
      },
    },
    {
      title: 'declares a reference that can hold a name no other document has',
      advice:
        'Choose a longer field, or name more of the characters it takes: with fewer than 80 bits two entries may share a reference.',
      run: ({ adapter }) => {
        const { alphabet, maxLength } = adapter.capabilities.reference;
        const bits = Math.floor(maxLength * Math.log2(alphabet.length));
        demand(
          Number.isInteger(maxLength) && bits >= 80,
          `A reference must hold at least 80 bits; ${maxLength} characters of ${alphabet.length} kinds hold ${bits}.`,
        );
      },
    },
    {
      title: 'declares sizes that are whole numbers of at least one',
      advice:
        'Declare postBatchSize, findBatchSize and maximumInFlight as the vendor documents them; 1 where nothing is known.',
      run: ({ adapter }) => {
        const { recordTypes, findBatchSize, maximumInFlight } = adapter.capabilities;
        const sizes = Object.entries(recordTypes).map(
          ([name, { postBatchSize }]) => [`recordTypes.${name}.postBatchSize`, postBatchSize] as const,
        );
        for (const [name, size] of [
          ...sizes,
          ['findBatchSize', findBatchSize],
          ['maximumInFlight', maximumInFlight],
        ] as const)
          demand(Number.isInteger(size) && size >= 1, `${name} must be a whole number of at least 1, but is ${size}.`);
      },
    },
    {
      title: 'declares durations that can be waited for',
      advice:
        'Declare timeLimitMs, lingerMs and visibilityMs in milliseconds. Where the vendor says nothing be generous, but not for ever.',
      run: ({ adapter }) => {
        const { timeLimitMs, lingerMs, visibilityMs, repeat } = adapter.capabilities;
        const durations = Object.entries({ timeLimitMs, lingerMs, visibilityMs, 'repeat.windowMs': repeat.windowMs });
        for (const [name, duration] of durations)
          demand(
            Number.isSafeInteger(duration) && duration >= 0,
            `${name} must be a whole number of milliseconds, 0 or more, but is ${duration}.`,
          );
        demand(timeLimitMs > 0, 'timeLimitMs must be longer than nothing: no call is answered within 0 ms.');
      },
    },
    {
      title: 'declares a repeat that outlives the call it repeats, or none',
      advice:
        'Declare repeat.windowMs as 0 where a request key is not recognised for longer than timeLimitMs: such a repeat comes too late.',
      run: ({ adapter }) => {
        const { repeat, timeLimitMs } = adapter.capabilities;
        demand(
          repeat.windowMs === 0 || repeat.windowMs > timeLimitMs,
          `repeat.windowMs must be 0, or longer than timeLimitMs (${timeLimitMs}), but is ${repeat.windowMs}.`,
        );
      },
    },
    {
      title: 'declares how large a receipt may be',
      advice:
        'Declare attachments.maximumBytes as the vendor documents it; declare attachments as null where the ledger takes no receipts.',
      where: [takesReceipts],
      run: ({ adapter }) => {
        const bytes = adapter.capabilities.attachments?.maximumBytes ?? 0;
        demand(
          Number.isSafeInteger(bytes) && bytes >= 1,
          `attachments.maximumBytes must be at least 1, but is ${bytes}.`,
        );
      },
    },
    {
      title: 'declares every record type that it plans',
      advice:
        'Name the record type in capabilities.recordTypes, and keep those of older versions: they are searched after the state was lost.',
      run: (bench) => {
        const declared = Object.keys(bench.adapter.capabilities.recordTypes);
        for (const entry of entriesOfEveryKind(bench)) {
          const { prerequisites, documents } = bench.plan(entry);
          for (const { key, recordType } of [...prerequisites, ...documents])
            demand(
              declared.includes(recordType),
              `capabilities.recordTypes must declare "${recordType}", which ${key} has; it declares ${declared.join(', ')}.`,
            );
        }
      },
    },
  ],
};
