/** How many calls may be in flight where others share the far end's limit: learned from its refusals. */
export interface AdaptiveLimit {
  /** At least 1. */
  current(): number;
  /** An answer came; `inFlight` others are still awaited. */
  note(answer: { readonly isThrottled: boolean; readonly inFlight: number }): void;
}

/** Where it begins: others may be at work already. */
const AT_FIRST = 2;
/** So many answers for each place without a refusal, before one more place is tried; one until the first refusal. */
const ANSWERS_PER_PLACE = 8;
/** So many times as many before what was refused is tried again. */
const CAUTION = 8;

/**
 * Additive increase, multiplicative decrease. It begins low and grows by one with each round until the first refusal; after one, half as
 * many, one more after a while without any, and after a longer one where that many were refused; from `most` down to 1 and back. What was
 * sent before the limit was lowered does not lower it again.
 */
export function createAdaptiveLimit(most: number): AdaptiveLimit {
  let limit = Math.min(AT_FIRST, most);
  let wasRefused = false;
  let refusedAt = Infinity;
  let answersInARow = 0;
  let sentBefore = 0;

  function lower(inFlight: number): void {
    wasRefused = true;
    refusedAt = limit;
    limit = Math.max(1, Math.floor(limit / 2));
    answersInARow = 0;
    sentBefore = inFlight;
  }

  function raise(): void {
    answersInARow += 1;
    const isCautious = limit + 1 >= refusedAt;
    const answersPerPlace = wasRefused ? ANSWERS_PER_PLACE * (isCautious ? CAUTION : 1) : 1;
    if (limit >= most || answersInARow < limit * answersPerPlace) return;
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
