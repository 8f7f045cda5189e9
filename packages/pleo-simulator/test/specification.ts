import { z } from 'zod';

// The answers of Export API v3 as the OpenAPI description declares them, written here independently of the simulator.
// Relaxed only where Pleo's own samples differ: subType and failureReasonType may be null, invoice dates may be plain days.

const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const instant = z.iso.datetime({ offset: true });
const money = z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/), value: z.int() });
const amounts = z.strictObject({ inSupplierCurrency: money, inWalletCurrency: money });
const account = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  code: z.string().nullish(),
  identifier: z.string().nullish(),
});
const named = z.strictObject({ id: z.uuid(), name: z.string(), code: z.string().nullish() });
const links = z.record(z.string(), z.string()).optional();
const country = z.string().regex(/^[A-Z]{2}$/);

const tax = z.strictObject({
  id: z.uuid(),
  rate: z.number().min(0).max(1),
  type: z.enum(['inclusive', 'exclusive', 'reverse']),
  amount: amounts,
  code: z.string().nullish(),
  ingoingTaxAccount: z.string().optional(),
  outgoingTaxAccount: z.string().optional(),
});

const line = z.strictObject({
  accountingEntryLineId: z.uuid(),
  lineAmount: amounts,
  netAmount: amounts,
  account: account.nullish(),
  tax: tax.nullish(),
  tags: z.array(z.strictObject({ id: z.uuid(), code: z.string(), groupCode: z.string() })).nullish(),
});

const bankAccount = z.strictObject({
  bankName: z.string(),
  country,
  accountNumber: z.string().nullish(),
  bankCode: z.string().nullish(),
  bic: z.string().nullish(),
  iban: z.string().nullish(),
});

const invoiceInformation = z.strictObject({
  invoiceNumber: z.string(),
  invoiceDate: day,
  status: z.string(),
  dueDate: day.nullish(),
  paymentDate: day.nullish(),
  supplierBankAccount: bankAccount.nullish(),
});

const supplier = z.strictObject({
  name: z.string().nullish(),
  code: z.string().nullish(),
  account: z.string().nullish(),
  categoryCode: z.string().nullish(),
  country: country.nullish(),
  taxIdentifier: z.string().nullish(),
});

const vendor = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  defaultCurrency: z.string().length(3),
  code: z.string().optional(),
  externalId: z.string().optional(),
  country: country.optional(),
  registrationNumber: z.string().optional(),
  taxRegistrationNumber: z.string().optional(),
});

export const exportItem = z.strictObject({
  _links: z.strictObject({ api: links, web: links, mobile: links }),
  accountingEntryId: z.uuid(),
  companyId: z.uuid(),
  type: z.string(),
  subType: z.string().nullish(),
  date: instant,
  amount: amounts,
  accountingEntryLines: z.array(line).min(1),
  additionalInformation: z.strictObject({
    reconciliationId: z.string(),
    attendees: z.array(z.string().nullable()).nullish(),
    reconciledEntries: z.array(z.string().nullable()).nullish(),
    invoiceInformation: invoiceInformation.nullish(),
  }),
  bookkeeping: z.strictObject({ method: z.enum(['none', 'journal', 'accounts_payable']) }).nullish(),
  contraAccount: account.nullish(),
  files: z.array(z.strictObject({ url: z.url(), type: z.string(), size: z.int() }).nullable()).nullish(),
  note: z.string().nullish(),
  servicePeriod: z.strictObject({ from: instant, to: instant }).nullish(),
  supplier: supplier.nullish(),
  vendor: vendor.nullish(),
  user: named.nullish(),
  team: named.nullish(),
});

export const exportJob = z.strictObject({
  id: z.uuid(),
  companyId: z.uuid(),
  status: z.enum(['pending', 'in_progress', 'failed', 'completed', 'completed_with_errors']),
  createdAt: instant,
  createdBy: z.uuid().nullish(),
  isInteractive: z.boolean(),
  numberOfItems: z.int(),
  vendorBasedBookkeeping: z.boolean(),
  expiresIn: z.int(),
  startedAt: instant.nullish(),
  completedAt: instant.nullish(),
  expiredAt: instant.nullish(),
  lastUpdatedAt: instant.nullish(),
  failureReason: z.string().nullish(),
  failureReasonType: z.string().nullish(),
});

export const exportJobItem = z.strictObject({
  exportJobId: z.uuid(),
  accountingEntryId: z.uuid(),
  status: z.enum(['pending', 'in_progress', 'failed', 'successful', 'abandoned']),
  externalId: z.string().nullish(),
  externalUrl: z.string().nullish(),
  exportedAt: instant.nullish(),
  failureReason: z.string().nullish(),
  failureReasonType: z.string().nullish(),
});

const cursor = z.string().regex(/^[A-Z2-7=~]+$/);
const pagination = z.strictObject({
  hasPreviousPage: z.boolean(),
  hasNextPage: z.boolean(),
  startCursor: cursor.optional(),
  endCursor: cursor.optional(),
  total: z.int().optional(),
  currentRequestPagination: z.strictObject({
    parameters: z.record(z.string(), z.array(z.string())),
    after: cursor.optional(),
    before: cursor.optional(),
    offset: z.int().optional(),
    limit: z.int().optional(),
  }),
});

export function pageOf(row: z.ZodType): z.ZodType {
  return z.strictObject({ data: z.array(row).min(1), pagination });
}

export function dataOf(row: z.ZodType): z.ZodType {
  return z.strictObject({ data: row });
}

export const itemUpdate = z.strictObject({
  data: z.array(exportJobItem),
  errors: z.array(z.strictObject({ accountingEntryId: z.uuid(), type: z.string(), message: z.string() })),
});

export const introspection = dataOf(
  z.strictObject({
    authMethod: z.enum(['OAUTH2', 'API_KEY', 'NONE']),
    clientId: z.string(),
    scope: z.string(),
    applicationName: z.string().optional(),
    subjectURN: z.string().optional(),
  }),
);

export const exceptionInfo = z.strictObject({ type: z.string(), message: z.string().optional() });
