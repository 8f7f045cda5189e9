import { answeringBatchesWrongly } from './answering-batches-wrongly.js';
import { attachingBadly } from './attaching-badly.js';
import type { BrokenAdapter } from './broken-adapter.js';
import { changingReferences } from './changing-references.js';
import { declaringTooMuch } from './declaring-too-much.js';
import { failingBadly } from './failing-badly.js';
import { fearingTexts } from './fearing-texts.js';
import { findingBadly } from './finding-badly.js';
import { losingCents } from './losing-cents.js';
import { notReady } from './not-ready.js';
import { planningOtherwise } from './planning-otherwise.js';
import { postingOtherwise } from './posting-otherwise.js';
import { refusingBadly } from './refusing-badly.js';
import { repeatingBadly } from './repeating-badly.js';
import { tellingSecrets } from './telling-secrets.js';
import { writingInReads } from './writing-in-reads.js';

/** The shelf: for each behaviour of the suite an adapter that lacks it, and nothing else. */
export const brokenAdapters: readonly BrokenAdapter[] = [
  ...declaringTooMuch,
  ...notReady,
  ...planningOtherwise,
  ...writingInReads,
  ...postingOtherwise,
  ...losingCents,
  ...fearingTexts,
  ...changingReferences,
  ...answeringBatchesWrongly,
  ...refusingBadly,
  ...repeatingBadly,
  ...failingBadly,
  ...findingBadly,
  ...attachingBadly,
  ...tellingSecrets,
];
