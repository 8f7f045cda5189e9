import { ContentsBuilder } from './contents-builder.js';
import type { LedgerContents } from './ledger-contents.js';
import { readQuantity } from './read-quantity.js';

const DIRECTIVE = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})\s+(\S+)\s*(.*)$/;
const METADATA = /^([a-z][\w-]*):\s*(?:"((?:[^"\\]|\\.)*)"|(.*))/;
const POSTING = /^(?:[*!&#?%A-Z]\s+)?((?:[\p{Lu}][\p{L}\p{N}-]*)(?::[\p{L}\p{N}-]+)+)\s*(.*)$/u;
const FLAGS = new Set(['txn', '*', '!', '&', '#', '?', '%']);

/** Reads beancount's form: transactions with their metadata and postings, opened accounts and commodities. */
export function readBeancount(text: string, firstLine: number): LedgerContents {
  const builder = new ContentsBuilder();
  const lines = text.split('\n');
  let commodity: string | null = null;
  for (const [place, raw] of lines.entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.startsWith(' ') || line.startsWith('\t')) {
      commodity = readIndented(line.trim(), commodity, builder);
      continue;
    }
    builder.end();
    commodity = readDirective(line, firstLine + place, builder);
  }
  return builder.contents(lines.length - 1, null);
}

/** Answers the currency whose metadata follow, if any. */
function readDirective(line: string, number: number, builder: ContentsBuilder): string | null {
  const [, date = '', keyword = '', rest = ''] = DIRECTIVE.exec(line) ?? [];
  const name = rest.split(/[\s;]/, 1)[0] ?? '';
  if (FLAGS.has(keyword)) builder.begin(normalDate(date), keyword === '!', number);
  if (keyword === 'open') builder.account(name);
  if (keyword !== 'commodity') return null;
  builder.currency(name, null);
  return name;
}

function readIndented(line: string, commodity: string | null, builder: ContentsBuilder): string | null {
  const [, key, text, bare] = METADATA.exec(line) ?? [];
  if (key === 'decimals' && commodity !== null && /^\d+$/.test(bare ?? '')) builder.currency(commodity, Number(bare));
  else if (key !== undefined) builder.tag(key, (text ?? bare ?? '').replace(/\\(.)/g, '$1'));
  else readPosting(line, builder);
  return commodity;
}

function readPosting(line: string, builder: ContentsBuilder): void {
  if (!builder.inTransaction) return;
  const [, account, rest = ''] = POSTING.exec(line) ?? [];
  if (account !== undefined) builder.posting(account, readQuantity((rest.split(';', 1)[0] ?? '').trim()));
}

function normalDate(text: string): string {
  return text
    .split(/[-/]/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
