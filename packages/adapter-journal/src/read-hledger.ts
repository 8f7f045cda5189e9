import { ContentsBuilder } from './contents-builder.js';
import type { LedgerContents } from './ledger-contents.js';
import { readQuantity } from './read-quantity.js';

const HEAD = /^(\d+[-/.]\d+(?:[-/.]\d+)?)(?:=\S*)?(?:\s+([*!])|\s|$)/;
const AMOUNT_APART = / {2}|\t/;
const COMMODITY = /^(?:commodity|D)\s+(.+)$/;

/**
 * Reads hledger's journal form: transactions with their tags and postings, declared accounts and commodities. Comments,
 * `comment` blocks, periodic and automatic transactions and other directives are passed over.
 */
export function readHledger(text: string, firstLine: number): LedgerContents {
  const builder = new ContentsBuilder();
  const lines = text.split('\n');
  let block: string | null = null;
  let decimalComma: number | null = null;
  for (const [place, raw] of lines.entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const isIndented = line.startsWith(' ') || line.startsWith('\t');
    if (isIndented && block !== 'comment') {
      if (line.trim() === '') builder.end();
      else readIndented(line.trim(), builder);
      continue;
    }
    builder.end();
    if (line !== '' && usesDecimalComma(line)) decimalComma = firstLine + place;
    block = nextBlock(line, block);
    if (block !== 'comment') readDirective(line, firstLine + place, builder);
  }
  return builder.contents(lines.length - 1, obstacleOf(block, decimalComma));
}

function readDirective(line: string, number: number, builder: ContentsBuilder): void {
  const head = HEAD.exec(line);
  if (head) {
    builder.begin(normalDate(head[1] ?? ''), head[2] === '!', number);
    const comment = line.indexOf(';');
    if (comment !== -1) readTags(line.slice(comment + 1), builder);
    return;
  }
  if (line.startsWith('account ')) builder.account(accountOf(line.slice(8)));
  const commodity = COMMODITY.exec(line)?.[1];
  if (commodity !== undefined) readCommodity(withoutComment(commodity), builder);
}

function readIndented(line: string, builder: ContentsBuilder): void {
  if (!builder.inTransaction) return;
  const comment = line.indexOf(';');
  const posting = comment === -1 ? line : line.slice(0, comment).trimEnd();
  if (comment !== -1) readTags(line.slice(comment + 1), builder);
  if (posting === '') return;
  const unmarked = posting.replace(/^[*!]\s+/, '');
  const gap = AMOUNT_APART.exec(unmarked)?.index ?? unmarked.length;
  const account = unmarked
    .slice(0, gap)
    .trim()
    .replace(/^[([](.*)[)\]]$/, '$1');
  builder.posting(account, readQuantity(unmarked.slice(gap).trim()));
}

/** Tags of a comment: `name:value`, each up to the next comma. Source: hledger manual, Tags. */
function readTags(comment: string, builder: ContentsBuilder): void {
  for (const part of comment.split(',')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const name = part.slice(part.lastIndexOf(' ', colon) + 1, colon);
    builder.tag(name, part.slice(colon + 1).trim());
  }
}

function readCommodity(text: string, builder: ContentsBuilder): void {
  const quantity = readQuantity(text);
  if (quantity) builder.currency(quantity.currency, quantity.decimals);
  else builder.currency(text.replaceAll('"', ''), null);
}

function nextBlock(line: string, block: string | null): string | null {
  if (block === 'comment') return /^end comment\s*$/.test(line) ? null : block;
  if (/^comment\s*$/.test(line)) return 'comment';
  if (/^apply account\b/.test(line)) return 'apply account';
  if (/^end apply account\b/.test(line) || /^end\s*$/.test(line)) return null;
  return block;
}

/** True for a directive by which `1.000,00` is the way to write amounts, so that ours would be misread. */
function usesDecimalComma(line: string): boolean {
  if (/^decimal-mark\s+,/.test(line)) return true;
  const sample = COMMODITY.exec(line)?.[1];
  return sample !== undefined && /,(?!\d{3}(?:\D|$))|\..*,/.test(withoutComment(sample).replace(/"[^"]*"/g, ''));
}

function obstacleOf(block: string | null, decimalComma: number | null): string | null {
  if (block !== null) return `its last lines are inside a block that "${block}" opened; end the block`;
  if (decimalComma !== null)
    return `line ${decimalComma} declares a decimal comma; amounts are written with a decimal point`;
  return null;
}

function withoutComment(text: string): string {
  return (text.split(';', 1)[0] ?? '').trim();
}

function accountOf(text: string): string {
  const gap = AMOUNT_APART.exec(text.trim())?.index;
  return withoutComment(gap === undefined ? text : text.trim().slice(0, gap));
}

function normalDate(text: string): string {
  const parts = text.split(/[-/.]/);
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
