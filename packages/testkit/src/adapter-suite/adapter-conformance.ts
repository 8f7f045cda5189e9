import type { Conformance, Failure } from '../conformance/behaviour.js';
import { failuresOf } from '../conformance/try-behaviour.js';
import { AdapterBench } from './adapter-bench.js';
import type { AdapterHarness } from './adapter-harness.js';
import { amounts } from './amounts.js';
import { attaching } from './attaching.js';
import { batches } from './batches.js';
import { changesByPeople } from './changes-by-people.js';
import { declaring } from './declaring.js';
import { dryRun } from './dry-run.js';
import { finding } from './finding.js';
import { keys } from './keys.js';
import { lostAnswers } from './lost-answers.js';
import { outages } from './outages.js';
import { pacing } from './pacing.js';
import { planning } from './planning.js';
import { posting } from './posting.js';
import { readiness } from './readiness.js';
import { references } from './references.js';
import { refusals } from './refusals.js';
import { repeats } from './repeats.js';
import { rules } from './rules.js';
import { secrecy } from './secrecy.js';
import { summaries } from './summaries.js';
import { texts } from './texts.js';

/** All that an accounting adapter must do, as data. */
export const adapterConformance: Conformance<AdapterHarness, AdapterBench> = {
  themes: [
    declaring,
    readiness,
    planning,
    keys,
    summaries,
    rules,
    dryRun,
    posting,
    amounts,
    texts,
    references,
    batches,
    refusals,
    repeats,
    outages,
    lostAnswers,
    pacing,
    finding,
    changesByPeople,
    attaching,
    secrecy,
  ],
  openBench: async (harness) => new AdapterBench(harness, await harness.adapter.loadReferenceData()),
  close: (harness) => harness.close?.(),
};

/** The behaviours that an adapter lacks, of those that concern it: for other test runners, and for adapters broken on purpose. */
export function adapterFailures(
  createHarness: () => AdapterHarness | Promise<AdapterHarness>,
): Promise<readonly Failure[]> {
  return failuresOf(adapterConformance, createHarness);
}
