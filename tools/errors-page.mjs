// Makes docs/errors.md from the packages' error catalogues; with --check fails where the page is stale. The packages must be built.
import { readFileSync, writeFileSync } from 'node:fs';

const built = (path) => import(new URL(`../${path}`, import.meta.url).href);
const { CORE_ERRORS, LEDGER_DIFFERENCES } = await built('packages/core/dist/index.js');
const { HTTP_ERRORS } = await built('packages/http/dist/index.js');
const { PLEO_ERRORS } = await built('packages/pleo-client/dist/index.js');
const { STATE_ERRORS } = await built('packages/state-sql/dist/index.js');
const { RUNNER_ERRORS } = await built('apps/runner/dist/runner-errors.js');
const { default: journal } = await built('packages/adapter-journal/dist/index.js');
const { default: xero } = await built('packages/adapter-xero/dist/index.js');
const { default: netsuite } = await built('packages/adapter-netsuite/dist/index.js');
const { default: abacus } = await built('packages/adapter-template/dist/index.js');

const SOURCES = [
  ['core', CORE_ERRORS],
  ['core', LEDGER_DIFFERENCES],
  ['pleo-client', PLEO_ERRORS],
  ['http', HTTP_ERRORS],
  ['state-sql', STATE_ERRORS],
  ['runner', RUNNER_ERRORS],
  ['adapter-journal', journal.errors],
  ['adapter-xero', xero.errors],
  ['adapter-netsuite', netsuite.errors],
  ['adapter-template, the example for adapter makers', abacus.errors],
];

const OWNERS = [
  ['bookkeeper', 'The bookkeeper', 'Puts it right in Pleo or in the ledger.'],
  ['administrator', 'The administrator', 'Whoever runs Ledgerferry: settings, credentials, the machine.'],
  ['ledgerferry', "Ledgerferry's makers", 'Something that should not happen: tell whoever runs Ledgerferry for you.'],
];

const GROUPS = [
  { heading: 'An entry or receipt fails, the others go on', belongs: ({ kind }) => kind === 'item-rejected' },
  { heading: 'The job stops', belongs: ({ kind }) => kind === 'misconfigured' || kind === 'connection-lost' },
  { heading: 'The next run goes on', belongs: ({ kind }) => kind === 'transient' || kind === 'outcome-unknown' },
  { heading: 'Found by `reconcile` and `explain`', belongs: ({ kind }) => kind === undefined },
];

const codes = SOURCES.flatMap(([source, catalogue]) =>
  Object.entries(catalogue).map(([code, definition]) => ({ code, source, ...definition })),
).toSorted((left, right) => (left.code < right.code ? -1 : 1));

/** What Pleo shows of it, as values of `failureReasonType`. */
function pleoShows({ kind, source, itemReason, jobReason }) {
  if (kind === undefined || source === 'runner') return [];
  const item = itemReason ?? (kind === 'item-rejected' ? 'unexpected_failure' : undefined);
  const job =
    jobReason ?? (kind === 'misconfigured' || kind === 'connection-lost' ? 'invalid_configuration' : undefined);
  return [...new Set([item, job].filter((reason) => reason !== undefined))];
}

function describe(error) {
  const reasons = pleoShows(error).map((reason) => `\`${reason}\``);
  const shown = reasons.length > 0 ? `Pleo shows ${reasons.join(' or ')}` : 'Pleo is told nothing';
  return `#### \`${error.code}\`\n\n${error.meaning}\n\n**To do:** ${error.fix}\n\n${shown}. From ${error.source}.\n`;
}

function section([owner, title, introduction]) {
  const owned = codes.filter((error) => error.owner === owner);
  const groups = GROUPS.flatMap(({ heading, belongs }) => {
    const members = owned.filter(belongs);
    return members.length > 0 ? [`### ${heading}\n\n${members.map(describe).join('\n')}`] : [];
  });
  // headings repeat under each owner, so the owner's name goes into them
  const named = groups.map((group) => group.replace(/^### (.*)$/m, `### ${title}: $1`));
  return `## ${title}\n\n${introduction}\n\n${named.join('\n')}`;
}

function index() {
  const rows = [
    ['code', 'who acts', 'Pleo shows'],
    ...codes.map((error) => [
      `[\`${error.code}\`](#${error.code.toLowerCase()})`,
      OWNERS.find(([owner]) => owner === error.owner)[1]
        .toLowerCase()
        .replace('ledger', 'Ledger'),
      pleoShows(error)
        .map((reason) => `\`${reason}\``)
        .join(', '),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [titles, ...rest] = rows;
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

const page = `# Errors

Every code that Ledgerferry can show, by who must act. The message beside a code names the entry, account or setting in question; this
page says what the code means in general. It is made from the packages' catalogues by \`npm run errors\`: change a catalogue, not this page.

What Pleo shows is its \`failureReasonType\`, of the entry or of the whole job. The codes that begin with \`HTTP_\` give what is shown where
the accounting system is at the far end; where it is Pleo itself, that is \`pleo_rate_limit\` or \`invalid_configuration\`, if Pleo can be told.

${index()}

${OWNERS.map(section).join('\n')}`;

const path = new URL('../docs/errors.md', import.meta.url);
if (process.argv.includes('--check')) {
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (before !== page) {
    process.stderr.write('docs/errors.md is stale: run `npm run errors` and commit it\n');
    process.exit(1);
  }
  process.stdout.write(`documented error codes: ${codes.length}\n`);
} else {
  writeFileSync(path, page);
  process.stdout.write(`docs/errors.md: ${codes.length} codes\n`);
}
