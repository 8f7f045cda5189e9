import { bookExportItem, type BookedItem } from '../bookkeeping/book-export-item.js';
import { calendarDayAt } from '../bookkeeping/calendar-day.js';
import type { Problem } from '../errors/problem.js';
import type { AccountingEntry } from '../model/accounting-entry.js';
import type { ExportItem } from '../model/export-item.js';
import type { ExportJob } from '../model/export-job.js';
import type { ReferenceData } from '../ports/accounting-adapter.js';
import type { Validator } from '../ports/validator.js';
import { validateCompany } from '../validation/validate-company.js';
import type { GuardedPorts } from './export-ports.js';
import type { LedgerReader } from './guard-adapter.js';

/** What decides how the items of a job are booked. */
export interface BookingFacts extends Pick<GuardedPorts, 'companyId' | 'settings' | 'validators' | 'clock'> {
  readonly reader: Pick<LedgerReader, 'rules'>;
  readonly referenceData: ReferenceData;
}

/**
 * Makes the function that validates an item of this job and turns it into its entry: the engine's rules first, then further ones,
 * then the adapter's. `today` is the day the job was started, so that a second run after midnight says the same.
 */
export function itemBooker(job: ExportJob, facts: BookingFacts): (item: ExportItem) => BookedItem {
  const { companyId, settings, validators, clock, reader, referenceData } = facts;
  const startedAt = job.startedAt === null ? clock.now() : Date.parse(job.startedAt);
  const days = { today: calendarDayAt(startedAt, settings.timeZone), closedThrough: referenceData.closedThrough };
  const rules = [...validators, ...reader.rules(referenceData)];
  return (item) => {
    const foreign = validateCompany(item, companyId);
    if (foreign.length > 0) return { problems: foreign };
    const booked = bookExportItem(item, settings, days);
    if ('problems' in booked) return booked;
    const problems = rules.flatMap((rule) => applyRule(rule, booked.entry));
    return problems.length > 0 ? { problems } : booked;
  };
}

/** A rule that throws is a defect of whoever wrote it, and holds up one entry, not the job. */
function applyRule(rule: Validator, entry: AccountingEntry): readonly Problem[] {
  try {
    return rule.validate(entry);
  } catch {
    return [
      {
        code: 'RULE_FAILED',
        reason: 'unexpected_failure',
        owner: 'ledgerferry',
        message: `The rule "${rule.name}" failed unexpectedly, so the entry was not booked. Tell whoever runs Ledgerferry for you.`,
      },
    ];
  }
}
