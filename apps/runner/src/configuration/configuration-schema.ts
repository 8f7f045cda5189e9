import { bookkeepingSettingsSchema } from '@ledgerferry/core';
import { z } from 'zod';

const STATE = /^sqlite:(.+)$/;

const required = (what: string) => ({ error: `must be ${what}` });

const stateSchema = z
  .string(required('the place of the state, such as "sqlite:./ledgerferry.db"'))
  .superRefine((state, context) => {
    if (STATE.test(state)) return;
    const isPostgres = /^postgres(ql)?:/.test(state);
    const message = isPostgres
      ? 'PostgreSQL comes with a later version; use a file, such as "sqlite:./ledgerferry.db"'
      : 'must be "sqlite:" and a file, such as "sqlite:./ledgerferry.db"';
    context.addIssue({ code: 'custom', message });
  })
  .transform((state) => state.replace(STATE, '$1'));

const companySchema = z.strictObject({
  /** Pleo's id of the company. */
  id: z.guid(required("Pleo's id of the company, a UUID")).transform((id) => id.toLowerCase()),
  /** For people. */
  name: z.string(required("the company's name")).trim().min(1, 'must not be empty'),
  bookkeeping: bookkeepingSettingsSchema.prefault({}),
  /** Checked by the adapter's own schema. */
  connection: z.unknown().optional(),
  /** Overrides the shared `pleo`, setting by setting; a credential of its own replaces every shared one. Checked when put together. */
  pleo: z.unknown().optional(),
});

/** The configuration file, but for `connection` and `pleo`, which are checked by those whom they concern. Unknown keys are refused. */
export const configurationSchema = z.strictObject({
  /** An adapter package's name, or a path to its module that starts with `.`, `/` or `file:`. */
  adapter: z.string(required('the name of an adapter package')).min(1, 'must not be empty'),
  /** `sqlite:` and a path, relative to the configuration's folder. */
  state: stateSchema,
  /** `key` encrypts stored credentials; needed only where tokens rotate. */
  secrets: z.strictObject({ key: z.string(required('a text')).min(1, 'must not be empty').optional() }).prefault({}),
  pleo: z.unknown().optional(),
  /** Decimal places of currencies where Pleo departs from ISO 4217, for every company. */
  currencyExponents: z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(0).max(4)).optional(),
  companies: z
    .array(companySchema, required('a list with at least one company'))
    .min(1, 'must be a list with at least one company')
    .superRefine((companies, context) => {
      companies.forEach(({ id }, index) => {
        const first = companies.findIndex((other) => other.id === id);
        if (first < index)
          context.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `is the same as that of companies[${first}]`,
          });
      });
    }),
});
