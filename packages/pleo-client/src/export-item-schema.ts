import { z } from 'zod';

// Only the fields we read. An optional field may be missing or null; one of another type makes the item unreadable. Nothing is
// transformed here: a transform at each optional field takes three times as long as the check, for every item of a job.

const text = z.string().nullish();

const money = z.object({ currency: z.string(), value: z.number() });

const amounts = z.object({ inSupplierCurrency: money, inWalletCurrency: money });

const account = z.object({ id: z.string(), name: z.string(), code: text, identifier: text }).nullish();

const person = z.object({ id: z.string(), name: z.string(), code: text }).nullish();

const tax = z
  .object({
    id: z.string(),
    code: text,
    rate: z.union([z.number(), z.string()]),
    type: z.string(),
    amount: amounts,
    ingoingTaxAccount: text,
    outgoingTaxAccount: text,
  })
  .nullish();

const line = z.object({
  accountingEntryLineId: z.string(),
  lineAmount: amounts,
  netAmount: amounts,
  account,
  tax,
  tags: listOf(z.object({ id: z.string(), code: z.string(), groupCode: z.string() })),
});

/** `type` and `size` are missing in one published sample, and neither is to be trusted. */
const file = z.object({
  url: z.string(),
  type: text.catch(null),
  size: z.number().nullish().catch(null),
});

const invoice = z
  .object({ invoiceNumber: z.string(), invoiceDate: z.string(), status: z.string(), dueDate: text, paymentDate: text })
  .nullish();

const vendor = z
  .object({
    id: z.string(),
    name: z.string(),
    code: text,
    externalId: text,
    country: text,
    registrationNumber: text,
    taxRegistrationNumber: text,
  })
  .nullish();

const supplier = z
  .object({ name: text, code: text, account: text, categoryCode: text, country: text, taxIdentifier: text })
  .nullish();

const date = z.string().refine((value) => !Number.isNaN(Date.parse(value)), 'is no date');

/** One Export Item as Pleo sends it. Source: Pleo Export Items v3, `ExportItemV3`. */
export const pleoExportItemSchema = z.object({
  accountingEntryId: z.string(),
  companyId: z.string(),
  type: z.string(),
  subType: text,
  date,
  amount: amounts,
  accountingEntryLines: z.array(line),
  additionalInformation: z.object({
    reconciliationId: z.string(),
    attendees: listOf(z.string()),
    reconciledEntries: listOf(z.string()),
    invoiceInformation: invoice,
  }),
  bookkeeping: z.object({ method: text }).nullish(),
  contraAccount: account,
  files: listOf(file),
  note: text,
  servicePeriod: z.object({ from: z.string(), to: z.string() }).nullish(),
  supplier,
  vendor,
  user: person,
  team: person,
  _links: z.object({ web: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});

export type PleoExportItem = z.output<typeof pleoExportItemSchema>;

/** A list that may be null, and whose elements may be null as well. */
function listOf<Element>(element: z.ZodType<Element>) {
  return z.array(element.nullish()).nullish();
}
