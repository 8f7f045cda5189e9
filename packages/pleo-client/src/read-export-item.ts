import type {
  ExportItem,
  ExportItemLine,
  InvoiceInformation,
  Person,
  PleoAccount,
  PleoTax,
  Supplier,
  UnreadableExportItem,
  Vendor,
} from '@ledgerferry/core';
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
  const { additionalInformation, _links: links } = item;
  return {
    accountingEntryId: item.accountingEntryId,
    companyId: item.companyId,
    type: item.type,
    subType: item.subType ?? null,
    date: item.date,
    amount: readAmounts(item.amount),
    lines: item.accountingEntryLines.map((line) => toLine(line, readAmounts)),
    bookkeepingMethod: item.bookkeeping?.method ?? null,
    contraAccount: toAccount(item.contraAccount),
    files: present(item.files).map(({ url, type, size }) => ({ url, type: type ?? null, size: size ?? null })),
    note: item.note ?? null,
    servicePeriod: item.servicePeriod ?? null,
    supplier: toSupplier(item.supplier),
    vendor: toVendor(item.vendor),
    user: toPerson(item.user),
    team: toPerson(item.team),
    reconciliationId: additionalInformation.reconciliationId,
    reconciledEntries: present(additionalInformation.reconciledEntries),
    attendees: present(additionalInformation.attendees),
    invoice: toInvoice(additionalInformation.invoiceInformation),
    webUrl: webUrlOf(links),
  };
}

type PleoLine = PleoExportItem['accountingEntryLines'][number];

function toLine(line: PleoLine, readAmounts: ReadAmounts): ExportItemLine {
  return {
    id: line.accountingEntryLineId,
    lineAmount: readAmounts(line.lineAmount),
    netAmount: readAmounts(line.netAmount),
    account: line.account?.id === NO_ACCOUNT_ID ? null : toAccount(line.account),
    tax: toTax(line.tax, readAmounts),
    tags: present(line.tags),
  };
}

function toTax(tax: PleoLine['tax'], readAmounts: ReadAmounts): PleoTax | null {
  if (!tax) return null;
  const { id, type, code = null, ingoingTaxAccount = null, outgoingTaxAccount = null } = tax;
  return {
    id,
    type,
    code,
    rate: String(tax.rate),
    amount: readAmounts(tax.amount),
    ingoingTaxAccount,
    outgoingTaxAccount,
  };
}

function toAccount(account: PleoExportItem['contraAccount']): PleoAccount | null {
  if (!account) return null;
  const { id, name, code = null, identifier = null } = account;
  return { id, name, code, identifier };
}

function toPerson(person: PleoExportItem['user']): Person | null {
  return person ? { id: person.id, name: person.name, code: person.code ?? null } : null;
}

function toSupplier(supplier: PleoExportItem['supplier']): Supplier | null {
  if (!supplier) return null;
  const {
    name = null,
    code = null,
    account = null,
    categoryCode = null,
    country = null,
    taxIdentifier = null,
  } = supplier;
  return { name, code, account, categoryCode, country, taxIdentifier };
}

function toVendor(vendor: PleoExportItem['vendor']): Vendor | null {
  if (!vendor) return null;
  const { id, name, code = null, externalId = null, country = null } = vendor;
  const { registrationNumber = null, taxRegistrationNumber = null } = vendor;
  return { id, name, code, externalId, country, registrationNumber, taxRegistrationNumber };
}

function toInvoice(invoice: PleoExportItem['additionalInformation']['invoiceInformation']): InvoiceInformation | null {
  if (!invoice) return null;
  const { invoiceNumber, invoiceDate, status, dueDate = null, paymentDate = null } = invoice;
  return { invoiceNumber, invoiceDate, status, dueDate, paymentDate };
}

/** What of a list is there. */
function present<Element>(list: readonly (Element | null | undefined)[] | null | undefined): readonly Element[] {
  return (list ?? []).filter((element): element is Element => element !== null && element !== undefined);
}

/** Pleo names the link `exportItem` in its samples; any other one leads to the expense as well. */
function webUrlOf(links: PleoExportItem['_links']): string | null {
  const web = links?.web ?? {};
  const urls: unknown[] = [web['exportItem'], ...Object.values(web)];
  return urls.find((url) => typeof url === 'string') ?? null;
}
