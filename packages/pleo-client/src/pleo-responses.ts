import type { ExportJob, ExportJobItem } from '@ledgerferry/core';
import { z } from 'zod';

// Only the fields we read; unknown values, nulls and further fields are tolerated (v3 calls its enums "can be one of").

const text = z.string().nullish().transform(orNull);

/** Source: Pleo Export API v3, `ExportJobV3`; `expiresIn` is 3600 in Pleo's samples. */
export const exportJobSchema: z.ZodType<ExportJob> = z.object({
  id: z.string(),
  companyId: z.string(),
  status: z.string(),
  createdAt: z.string(),
  numberOfItems: z.int(),
  vendorBasedBookkeeping: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  expiresIn: z
    .number()
    .nullish()
    .transform((value) => value ?? 3_600),
  startedAt: text,
  lastUpdatedAt: text,
  failureReason: text,
  failureReasonType: text,
});

/** Source: Pleo Export API v3, `ExportJobItemV3`. One transform a row: one at each field costs three times as much. */
export const exportJobItemSchema: z.ZodType<ExportJobItem> = z
  .object({
    exportJobId: z.string(),
    accountingEntryId: z.string(),
    status: z.string(),
    externalId: z.string().nullish(),
    externalUrl: z.string().nullish(),
    failureReason: z.string().nullish(),
    failureReasonType: z.string().nullish(),
  })
  .transform((row) => ({
    exportJobId: row.exportJobId,
    accountingEntryId: row.accountingEntryId,
    status: row.status,
    externalId: row.externalId ?? null,
    externalUrl: row.externalUrl ?? null,
    failureReason: row.failureReason ?? null,
    failureReasonType: row.failureReasonType ?? null,
  }));

/** Source: Pleo Export API v3, `DataResponseExportJobV3`. */
export const exportJobAnswerSchema = z.object({ data: exportJobSchema });

/** Source: Pleo, Pagination. */
export function pageSchema<Row>(row: z.ZodType<Row>) {
  return z.object({
    data: z.array(row),
    pagination: z.object({
      hasNextPage: z.boolean(),
      endCursor: text,
      total: z.int().nullish().transform(orNull),
    }),
  });
}

/** A page as Pleo answers it. */
export type PleoPage<Row> = z.output<ReturnType<typeof pageSchema<Row>>>;

/** Source: Pleo Export API v3, `ExportJobItemUpdateV3`. */
export const itemUpdateAnswerSchema = z.object({
  data: z.array(z.object({ accountingEntryId: z.string() })),
  errors: z
    .array(z.object({ accountingEntryId: z.string(), type: z.string(), message: text }))
    .nullish()
    .transform((errors) => errors ?? []),
});

/** Source: Pleo Export API v3, `ExceptionInfo`. */
export const exceptionSchema = z.object({ type: z.string(), message: text });

/** Who a credential belongs to. Source: Pleo, `GET /v1/introspect`, `ExternalClientModel`. */
export interface PleoIdentity {
  /** `OAUTH2`, `API_KEY` or `NONE`. */
  readonly authMethod: string;
  readonly clientId: string | null;
  /** Scopes, space separated. */
  readonly scope: string | null;
  readonly applicationName: string | null;
  /** Such as `urn:pleo:company:<id>`. */
  readonly subjectURN: string | null;
}

export const identityAnswerSchema: z.ZodType<{ data: PleoIdentity }> = z.object({
  data: z.object({ authMethod: z.string(), clientId: text, scope: text, applicationName: text, subjectURN: text }),
});

function orNull<Value>(value: Value | null | undefined): Value | null {
  return value ?? null;
}
