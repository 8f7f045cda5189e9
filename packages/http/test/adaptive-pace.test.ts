import { describe, expect, test } from 'vitest';
import { createPace, type Pace } from '../src/index.js';
import { createVirtualClock } from './virtual-clock.js';

function adaptivePace(concurrent: number): Pace {
  return createPace({ clock: createVirtualClock().clock, concurrent, adaptive: true });
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
  test('begins at its ceiling', () => {
    expect(placesOf(adaptivePace(5))).toBe(5);
  });

  test('sends half as many at once after a refusal, and never fewer than one', () => {
    const pace = adaptivePace(5);
    const seen = [1, 2, 3].map(() => {
      throttle(pace);
      return placesOf(pace);
    });
    expect(seen).toEqual([2, 1, 1]);
  });

  test('takes the refusals of one burst for one', () => {
    const pace = adaptivePace(8);
    for (let call = 0; call < 8; call += 1) pace.tryReserve();
    for (let call = 0; call < 8; call += 1) pace.release({ throttled: true });
    expect(placesOf(pace)).toBe(4);
  });

  test('takes back one place after eight answers for each it has', () => {
    const pace = adaptivePace(8);
    throttle(pace);
    answer(pace, 31);
    expect(placesOf(pace)).toBe(4);
    expect(placesOf(pace)).toBe(5);
  });

  test('tries what was refused only after eight times as many answers, and then goes on to the ceiling', () => {
    const pace = adaptivePace(4);
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
    const { clock, advance } = createVirtualClock();
    const pace = createPace({ clock, concurrent: 2, adaptive: true });
    const order: number[] = [];
    await pace.reserve();
    pace.release({ throttled: true });
    for (const call of [1, 2]) void pace.reserve().then(() => order.push(call));
    await advance(0);
    expect(order).toEqual([1]);
    pace.release();
    await advance(0);
    expect(order).toEqual([1, 2]);
  });
});

test('a budget that is not adaptive stays as it is after a refusal', () => {
  const pace = createPace({ clock: createVirtualClock().clock, concurrent: 3 });
  pace.tryReserve();
  pace.release({ throttled: true });
  expect(placesOf(pace)).toBe(3);
});
