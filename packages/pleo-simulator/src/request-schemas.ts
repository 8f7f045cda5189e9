import { z } from 'zod';
import { ITEM_FAILURE_REASON_TYPES, ITEM_STATUSES, JOB_EVENTS, JOB_FAILURE_REASON_TYPES } from './model/statuses.js';

// Source: Export API v3, `CreateExportJobEvent`, `CreateExportJob` and `UpdateExportJobItemV3`. Only fields marked
// nullable there take null here.

const createExportJobEvent = {
  jobId: z.uuid(),
  event: z.enum(JOB_EVENTS),
  failureReason: z.string().optional(),
  failureReasonType: z.enum(JOB_FAILURE_REASON_TYPES).optional(),
};

const updateExportJobItem = {
  accountingEntryId: z.uuid(),
  status: z.enum(ITEM_STATUSES),
  externalId: z.string().optional(),
  externalUrl: z.string().optional(),
  exportedAt: z.iso.datetime({ offset: true }).optional(),
  failureReason: z.string().optional(),
  failureReasonType: z.enum(ITEM_FAILURE_REASON_TYPES).optional(),
};

const createExportJobOptions = { vendorBasedBookkeeping: z.boolean().nullish() };

const createExportJob = {
  companyId: z.uuid(),
  accountingEntryIds: z.array(z.uuid()).min(1),
  employeeId: z.uuid().nullish(),
  isInteractive: z.boolean().nullish(),
};

/** The three request bodies; strict ones refuse unknown fields. */
export interface RequestSchemas {
  createExportJobEvent: z.ZodType<CreateExportJobEvent>;
  createExportJob: z.ZodType<CreateExportJob>;
  updateExportJobItems: z.ZodType<UpdateExportJobItem[]>;
}

export type CreateExportJobEvent = z.infer<z.ZodObject<typeof createExportJobEvent>>;
export type UpdateExportJobItem = z.infer<z.ZodObject<typeof updateExportJobItem>>;
export type CreateExportJob = z.infer<z.ZodObject<typeof createExportJob>> & {
  options?: z.infer<z.ZodObject<typeof createExportJobOptions>> | null | undefined;
};

export function buildRequestSchemas(strict: boolean): RequestSchemas {
  const object = strict ? z.strictObject : z.object;
  return {
    createExportJobEvent: object(createExportJobEvent).superRefine((event, context) => {
      if (event.event !== 'failed') refuseReasons(event, 'event `failed`', context);
    }),
    createExportJob: object({ ...createExportJob, options: object(createExportJobOptions).nullish() }),
    updateExportJobItems: z.array(
      object(updateExportJobItem).superRefine((item, context) => {
        if (item.status !== 'failed') refuseReasons(item, 'status `failed`', context);
      }),
    ),
  };
}

function refuseReasons(
  body: { failureReason?: string | undefined; failureReasonType?: string | undefined },
  only: string,
  context: z.RefinementCtx,
): void {
  for (const field of ['failureReason', 'failureReasonType'] as const) {
    if (body[field] !== undefined) {
      context.addIssue({ code: 'custom', path: [field], message: `allowed only with ${only}` });
    }
  }
}
