import type { BrokenSource } from './broken-source.js';
import { failingBadly } from './failing-badly.js';
import { losingJobs } from './losing-jobs.js';
import { readingBadly } from './reading-badly.js';
import { reportingBadly } from './reporting-badly.js';

/** The shelf: for each behaviour of the suite a source that lacks it, and nothing else. */
export const brokenSources: readonly BrokenSource[] = [
  ...losingJobs,
  ...readingBadly,
  ...reportingBadly,
  ...failingBadly,
];
