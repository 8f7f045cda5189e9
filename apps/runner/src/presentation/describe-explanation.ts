import {
  formatMoney,
  type Action,
  type EntryExplanation,
  type ExplainedDocument,
  type StoryLine,
} from '@ledgerferry/core';
import { clip, count, indent, layOut, wrap } from './table.js';
import { WHO_ACTS } from './who-acts.js';

/** One screen, whatever happened: so wide, and at most so many lines of what happened. */
const WIDTH = 100;
const FIRST_SHOWN = 2;
const LAST_SHOWN = 6;

/** What happened to an entry, why, who must act and what the ledger holds now. */
export function describeExplanation(explanation: EntryExplanation): string {
  const { accountingEntryId, summary, story, actions, documents, ledgerNote } = explanation;
  return [
    `Entry ${accountingEntryId}`,
    indent(wrap(summary, WIDTH - 2)),
    'What happened (times in UTC)',
    ...tell(story).map((line) => indent(clip(line, WIDTH - 2))),
    'Why, and who must act',
    ...(actions.length > 0 ? actions.map(describeAction) : [indent('Nobody must act.')]),
    'What the ledger holds now',
    ...describeLedger(documents).map((line) => indent(clip(line, WIDTH - 2))),
    ...(ledgerNote ? [indent(wrap(ledgerNote, WIDTH - 2))] : []),
  ].join('\n');
}

/** The same of an entry that was never begun. */
export function describeWaiting(accountingEntryId: string, summary: string): string {
  return `Entry ${accountingEntryId}\n${indent(wrap(summary, WIDTH - 2))}`;
}

/** The beginning and the end; what is left out is in the JSON. */
function tell(story: readonly StoryLine[]): readonly string[] {
  const lines = story.map(({ at, text }) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}  ${text}`);
  const left = lines.length - FIRST_SHOWN - LAST_SHOWN;
  if (left <= 1) return lines;
  return [
    ...lines.slice(0, FIRST_SHOWN),
    `… ${count(left, 'line')} in between: --json tells all`,
    ...lines.slice(-LAST_SHOWN),
  ];
}

function describeAction({ code, owner, message, fix }: Action): string {
  const who = WHO_ACTS[owner];
  const toDo = fix === null ? [] : [indent(wrap(`To do: ${fix}`, WIDTH - 4), 4)];
  return [indent(wrap(`${who[0]?.toUpperCase()}${who.slice(1)}: ${message} [${code}]`, WIDTH - 2)), ...toDo].join('\n');
}

function describeLedger(documents: readonly ExplainedDocument[]): readonly string[] {
  if (documents.length === 0) return ['Nothing of it was sent.'];
  const rows = documents.map((document) =>
    document.role === 'receipt'
      ? [receiptName(document), '', receiptWords(document)]
      : [document.role, document.externalId ?? '', documentWords(document)],
  );
  return layOut(rows).split('\n');
}

function receiptName({ key }: ExplainedDocument): string {
  return `receipt ${Number(key.slice(key.lastIndexOf('/') + 1)) + 1}`;
}

function documentWords({ state, ledger }: ExplainedDocument): string {
  const here = state === 'posted' ? '' : ` (this state: ${STATE_WORDS[state]})`;
  switch (ledger?.status) {
    case undefined:
      return `not asked${here}`;
    case 'absent':
      return `not there${here}`;
    case 'voided':
      return `voided${here}`;
    case 'unknown':
      return `it does not say: ${ledger.evidence}${here}`;
    case 'live':
    case 'draft': {
      const facts = ledger.summary ? `, ${formatMoney(ledger.summary.total)} on ${ledger.summary.date}` : '';
      const again = ledger.others.length > 0 ? `, and again as ${ledger.others.join(', ')}` : '';
      return `there${ledger.status === 'draft' ? ' as a draft' : ''}${facts}${again}${here}`;
    }
  }
}

const STATE_WORDS: Readonly<Record<ExplainedDocument['state'], string>> = {
  planned: 'not sent yet',
  intended: 'sent, and no answer is known',
  posted: 'booked',
  refused: 'not booked',
  parked: 'uncertain',
};

function receiptWords({ state, isListed }: ExplainedDocument): string {
  if (state !== 'posted') return STATE_WORDS[state];
  if (isListed === null) return 'attached; not asked for';
  return isListed ? 'there' : 'not there';
}
