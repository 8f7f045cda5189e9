import { createManualClock } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { createPace, type Pace } from '../src/index.js';

function adaptivePace(concurrent: number): Pace {
  return createPace({ clock: createManualClock(), concurrent, adaptive: true });
}

/** A budget that has come to its ceiling. */
function grownPace(concurrent: number): Pace {
  const pace = adaptivePace(concurrent);
  answer(pace, concurrent ** 2);
  return pace;
}

/** Takes every place that is free, and gives them back. */
function placesOf(pace: Pace): number {
  let places = 0;
  while (pace.tryReserve() === 0) places += 1;
  for (let place = 0; place < places; place += 1) pace.release();
  return places;
}

function answer(pace: Pace, count: number): void {
  for (let call = 0; call < count; call += 1) {
    pace.tryReserve();
    pace.release();
  }
}

function throttle(pace: Pace): void {
  pace.tryReserve();
  pace.release({ throttled: true });
}

describe('an adaptive budget', () => {
  test('begins with two places and gains one with each round, up to its ceiling', () => {
    const pace = adaptivePace(5);
    expect([1, 2, 3, 4, 5].map(() => placesOf(pace))).toEqual([2, 3, 4, 5, 5]);
  });

  test('begins with one where there is only one', () => {
    expect(placesOf(adaptivePace(1))).toBe(1);
  });

  test('gains slowly from the first refusal on', () => {
    const pace = adaptivePace(8);
    throttle(pace);
    expect([1, 2, 3].map(() => placesOf(pace))).toEqual([1, 1, 1]);
  });

  test('sends half as many at once after a refusal, and never fewer than one', () => {
    const pace = grownPace(5);
    const seen = [1, 2, 3].map(() => {
      throttle(pace);
      return placesOf(pace);
    });
    expect(seen).toEqual([2, 1, 1]);
  });

  test('takes the refusals of one burst for one', () => {
    const pace = grownPace(8);
    for (let call = 0; call < 8; call += 1) pace.tryReserve();
    for (let call = 0; call < 8; call += 1) pace.release({ throttled: true });
    expect(placesOf(pace)).toBe(4);
  });

  test('takes back one place after eight answers for each it has', () => {
    const pace = grownPace(8);
    throttle(pace);
    answer(pace, 31);
    expect(placesOf(pace)).toBe(4);
    expect(placesOf(pace)).toBe(5);
  });

  test('tries what was refused only after eight times as many answers, and then goes on to the ceiling', () => {
    const pace = grownPace(4);
    throttle(pace);
    throttle(pace);
    answer(pace, 63);
    expect(placesOf(pace)).toBe(1);
    expect(placesOf(pace)).toBe(2);
    answer(pace, 14);
    expect(placesOf(pace)).toBe(3);
    answer(pace, 24);
    expect(placesOf(pace)).toBe(4);
  });

  test('counts anew after each refusal', () => {
    const pace = adaptivePace(2);
    throttle(pace);
    answer(pace, 63);
    throttle(pace);
    answer(pace, 63);
    expect(placesOf(pace)).toBe(1);
  });

  test('lets those that wait through one by one where only one place is left', async () => {
    const clock = createManualClock();
    const pace = createPace({ clock, concurrent: 2, adaptive: true });
    const order: number[] = [];
    await pace.reserve();
    pace.release({ throttled: true });
    for (const call of [1, 2]) void pace.reserve().then(() => order.push(call));
    await clock.advance(0);
    expect(order).toEqual([1]);
    pace.release();
    await clock.advance(0);
    expect(order).toEqual([1, 2]);
  });
});

test('a budget that is not adaptive stays as it is after a refusal', () => {
  const pace = createPace({ clock: createManualClock(), concurrent: 3 });
  pace.tryReserve();
  pace.release({ throttled: true });
  expect(placesOf(pace)).toBe(3);
});
