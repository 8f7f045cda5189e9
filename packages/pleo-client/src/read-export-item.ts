import type { ExportItem, ExportItemLine, PleoAccount, UnreadableExportItem } from '@ledgerferry/core';
import { z } from 'zod';
import { pleoExportItemSchema, type PleoExportItem } from './export-item-schema.js';
import type { ReadAmounts } from './read-amounts.js';
import { UnreadableItem, unreadableField } from './unreadable-item.js';

const identifiedSchema = z.object({ accountingEntryId: z.string().min(1) });

/** Pleo's way of saying that no category was chosen. Source: Pleo, accounting entry core, account id. */
const NO_ACCOUNT_ID = '00000000-0000-0000-0000-000000000000';

/** Reads one Export Item, or says why it cannot be read; undefined where not even its id can be told. */
export function readExportItem(raw: unknown, readAmounts: ReadAmounts): ExportItem | UnreadableExportItem | undefined {
  const parsed = pleoExportItemSchema.safeParse(raw);
  if (!parsed.success) return unreadable(raw, parsed.error);
  try {
    return toExportItem(parsed.data, readAmounts);
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return { accountingEntryId: parsed.data.accountingEntryId, problem: error.problem };
  }
}

function unreadable(raw: unknown, error: z.ZodError): UnreadableExportItem | undefined {
  const identified = identifiedSchema.safeParse(raw);
  if (!identified.success) return undefined;
  const path = error.issues[0]?.path.join('.') ?? '';
  return { accountingEntryId: identified.data.accountingEntryId, problem: unreadableField(path) };
}

function toExportItem(item: PleoExportItem, readAmounts: ReadAmounts): ExportItem {
  const { additionalInformation, accountingEntryLines, bookkeeping, _links: links, ...same } = item;
  return {
    ...same,
    amount: readAmounts(item.amount),
    lines: accountingEntryLines.map((line) => toLine(line, readAmounts)),
    bookkeepingMethod: bookkeeping?.method ?? null,
    reconciliationId: additionalInformation.reconciliationId,
    reconciledEntries: additionalInformation.reconciledEntries,
    attendees: additionalInformation.attendees,
    invoice: additionalInformation.invoiceInformation,
    webUrl: webUrlOf(links),
  };
}

function toLine(line: PleoExportItem['accountingEntryLines'][number], readAmounts: ReadAmounts): ExportItemLine {
  return {
    id: line.accountingEntryLineId,
    lineAmount: readAmounts(line.lineAmount),
    netAmount: readAmounts(line.netAmount),
    account: chosenAccount(line.account),
    tax: line.tax === null ? null : { ...line.tax, amount: readAmounts(line.tax.amount) },
    tags: line.tags,
  };
}

function chosenAccount(account: PleoAccount | null): PleoAccount | null {
  return account?.id === NO_ACCOUNT_ID ? null : account;
}

/** Pleo names the link `exportItem` in its samples; any other one leads to the expense as well. */
function webUrlOf(links: PleoExportItem['_links']): string | null {
  const web = links?.web ?? {};
  const urls: unknown[] = [web['exportItem'], ...Object.values(web)];
  return urls.find((url) => typeof url === 'string') ?? null;
}
