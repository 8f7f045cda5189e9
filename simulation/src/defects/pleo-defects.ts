import type { Defect } from './defect.js';

const LIFECYCLE = 'packages/core/src/lifecycle';

/** Rules about what is read from Pleo and told to it. */
export const pleoDefects: readonly Defect[] = [
  {
    id: 'does-not-count-the-items',
    rule: 'Every page is read, and the rows come to `numberOfItems`.',
    shownBy: 'nothing:1-14-row-missing',
    changes: [
      {
        file: `${LIFECYCLE}/read-every-page.ts`,
        replace: "if (rows.size === listing.expected || (isLast && listing.otherwise === 'accept')) return rows;",
        by: 'if (rows.size > 0) return rows;',
      },
    ],
  },
  {
    id: 'reads-for-ever',
    rule: 'A listing that goes in a circle is given up.',
    shownBy: 'nothing:1-14-pages-loop',
    changes: [
      {
        file: `${LIFECYCLE}/read-every-page.ts`,
        replace: 'const PAGES_WITHOUT_NEWS = 50;',
        by: 'const PAGES_WITHOUT_NEWS = Infinity;',
      },
    ],
  },
  {
    id: 'marks-before-reporting',
    rule: 'An item is marked as reported only after Pleo has it.',
    shownBy: 'key:1-24-request-lost',
    changes: [
      {
        file: `${LIFECYCLE}/report-outcomes.ts`,
        replace: 'const results = await source.report(this.#job.id, updates, this.#lease.mayTellPleo);',
        by: `await store.markReported(this.#lease.current, this.#job.id, updates.map((update) => update.accountingEntryId), clock.now());
    const results = await source.report(this.#job.id, updates, this.#lease.mayTellPleo);`,
      },
      {
        // else the next run sees at Pleo what is missing, and tells it
        file: `${LIFECYCLE}/adopt-outcomes.ts`,
        replace: '.filter((item) => !toldIds.has(item.accountingEntryId))',
        by: ".filter((item) => item.state !== 'reported' && !toldIds.has(item.accountingEntryId))",
      },
    ],
  },
  {
    id: 'never-reports-again',
    rule: 'What is settled and not known to be reported is reported again.',
    shownBy:
      'key+twice+latency1883:3-28-store-restored:1-4-store-restored:2-53-accountant-changes-amount:1-27-row-missing:3-42-clock-set-back',
    changes: [
      {
        file: `${LIFECYCLE}/adopt-outcomes.ts`,
        replace: 'run.reporter.add(untold.flatMap((item) => item.outcome ?? []));',
        by: '',
      },
    ],
  },
  {
    id: 'completes-before-reporting',
    rule: 'The final event comes after all reports.',
    shownBy: 'key:1-43-an-hour-passes',
    changes: [
      {
        file: `${LIFECYCLE}/process-export-job.ts`,
        replace: '  await reporter.finish();\n',
        by: '',
      },
      {
        file: `${LIFECYCLE}/complete-job.ts`,
        replace: "if (state === 'reported' && outcome) return outcome;",
        by: 'if (outcome) return outcome;',
      },
    ],
  },
  {
    id: 'completes-with-undecided-items',
    rule: 'An update that Pleo did not decide on is not done.',
    shownBy: 'key:1-24-update-undecided',
    changes: [
      {
        file: `${LIFECYCLE}/report-outcomes.ts`,
        replace: "results.filter((result) => result.status !== 'undecided')",
        by: 'results',
      },
      {
        file: `${LIFECYCLE}/report-outcomes.ts`,
        replace: "this.#undecided ??= results.find((result) => result.status === 'undecided');",
        by: '',
      },
    ],
  },
  {
    id: 'calls-errors-success',
    rule: 'The final event tells of errors where there were any.',
    shownBy: 'key:1-1-crash-before',
    changes: [
      {
        file: `${LIFECYCLE}/complete-job.ts`,
        replace: 'if (exported === outcomes.length)',
        by: 'if (exported > 0)',
      },
    ],
  },
];
