/** How many calls may be in flight where others share the far end's limit: learned from its refusals. */
export interface AdaptiveLimit {
  /** At least 1. */
  current(): number;
  /** An answer came; `inFlight` others are still awaited. */
  note(answer: { readonly isThrottled: boolean; readonly inFlight: number }): void;
}

/** So many answers for each place without a refusal, before one more place is tried. */
const ANSWERS_PER_PLACE = 8;
/** So many times as many before what was refused is tried again. */
const CAUTION = 8;

/**
 * Additive increase, multiplicative decrease: half as many after a refusal, one more after a while without any, and after a longer one
 * where that many were refused; from `most` down to 1 and back. What was sent before the limit was lowered does not lower it again.
 */
export function createAdaptiveLimit(most: number): AdaptiveLimit {
  let limit = most;
  let refusedAt = Infinity;
  let answersInARow = 0;
  let sentBefore = 0;

  function lower(inFlight: number): void {
    refusedAt = limit;
    limit = Math.max(1, Math.floor(limit / 2));
    answersInARow = 0;
    sentBefore = inFlight;
  }

  function raise(): void {
    answersInARow += 1;
    const isCautious = limit + 1 >= refusedAt;
    if (limit >= most || answersInARow < limit * ANSWERS_PER_PLACE * (isCautious ? CAUTION : 1)) return;
    limit += 1;
    answersInARow = 0;
    if (isCautious) refusedAt = Infinity;
  }

  return {
    current: () => limit,
    note({ isThrottled, inFlight }) {
      const isOld = sentBefore > 0;
      if (isOld) sentBefore -= 1;
      if (!isThrottled) raise();
      else if (!isOld) lower(inFlight);
    },
  };
}
