import { bookExportItem, type BookedItem } from '../bookkeeping/book-export-item.js';
import { calendarDayAt } from '../bookkeeping/calendar-day.js';
import type { ExportItem } from '../model/export-item.js';
import type { ExportJob } from '../model/export-job.js';
import type { ReferenceData } from '../ports/accounting-adapter.js';
import { validateCompany } from '../validation/validate-company.js';
import type { ExportPorts } from './export-ports.js';
import type { LedgerReader } from './guard-adapter.js';

/** What decides how the items of a job are booked. */
export interface BookingFacts extends Pick<ExportPorts, 'companyId' | 'settings' | 'validators' | 'clock'> {
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
    const problems = rules.flatMap((rule) => rule.validate(booked.entry));
    return problems.length > 0 ? { problems } : booked;
  };
}
