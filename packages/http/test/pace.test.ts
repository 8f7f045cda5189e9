import { createManualClock } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { BudgetSpent, createPace, type Pace } from '../src/index.js';

/** Asks for `count` calls and records when each was let through. */
function ask(pace: Pace, clock: { now: () => number }, count: number, { release = true } = {}) {
  const times: number[] = [];
  const errors: unknown[] = [];
  for (let call = 0; call < count; call += 1) {
    void pace.reserve().then(
      () => {
        times.push(clock.now());
        if (release) pace.release();
        return undefined;
      },
      (error: unknown) => errors.push(error),
    );
  }
  return { times, errors };
}

describe('the rolling minute', () => {
  test('is filled from its first moment, then again as soon as the calls are a minute old', async () => {
    const clock = createManualClock({ start: 0 });
    const { times } = ask(createPace({ clock, concurrent: 10, perMinute: 3 }), clock, 7);
    await clock.advance(200_000);
    expect(times).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000]);
  });

  test('never lets more through in any sixty seconds', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 3 });
    const early = ask(pace, clock, 1);
    await clock.advance(50_000);
    const late = ask(pace, clock, 4);
    await clock.advance(100_000);
    expect([...early.times, ...late.times]).toEqual([0, 50_000, 50_000, 60_000, 110_000]);
  });

  test('believes the far end where it has counted more calls', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 10 });
    await pace.reserve();
    pace.release({ remainingThisMinute: 2 });
    const { times } = ask(pace, clock, 4);
    await clock.advance(100_000);
    expect(times).toEqual([0, 0, 60_000, 60_000]);
  });
});

describe('the fixed minute', () => {
  test('starts again when the far end says that its minute has', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 5, minute: 'fixed' });
    const first = ask(pace, clock, 4);
    await clock.advance(20_000);
    await pace.reserve();
    pace.release({ remainingThisMinute: 4 });
    const { times } = ask(pace, clock, 6);
    await clock.advance(120_000);
    expect(first.times).toEqual([0, 0, 0, 0]);
    expect(times).toEqual([20_000, 20_000, 20_000, 20_000, 80_000, 80_000]);
  });

  test('learns its phase from one refusal and fills every later minute from its start', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 2, minute: 'fixed' });
    await pace.reserve();
    pace.release({ minuteEndsInMs: 15_000, pauseMs: 15_000 });
    const { times } = ask(pace, clock, 5);
    await clock.advance(200_000);
    expect(times).toEqual([15_000, 15_000, 75_000, 75_000, 135_000]);
  });
});

describe('the end of a fixed minute that is spent before it is known', () => {
  /** Two calls of two are sent and answered. */
  async function spendMinute() {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 2, minute: 'fixed' });
    await pace.reserve();
    await pace.reserve();
    pace.release({ remainingThisMinute: 1 });
    return { clock, pace };
  }

  test('is asked for by one call, and the others wait for its answer', async () => {
    const { pace, clock } = await spendMinute();
    pace.release({ remainingThisMinute: 0 });
    expect([pace.tryReserve(), pace.tryReserve()]).toEqual([0, 100]);
    await clock.advance(200);
    pace.release({ minuteEndsInMs: 15_000, pauseMs: 15_000 });
    expect(pace.tryReserve()).toBe(15_000);
    await clock.advance(15_000);
    expect([pace.tryReserve(), pace.tryReserve(), pace.tryReserve()]).toEqual([0, 0, 60_000]);
  });

  test('has come where the call is served: the next minute is under way', async () => {
    const { pace } = await spendMinute();
    pace.release({ remainingThisMinute: 0 });
    expect(pace.tryReserve()).toBe(0);
    pace.release({ remainingThisMinute: 1 });
    expect([pace.tryReserve(), pace.tryReserve()]).toEqual([0, 60_000]);
  });

  test('is waited for a whole minute where the answer does not tell it', async () => {
    const { pace, clock } = await spendMinute();
    pace.release({ remainingThisMinute: 0 });
    expect(pace.tryReserve()).toBe(0);
    pace.release();
    await clock.advance(5_000);
    expect(pace.tryReserve()).toBe(55_000);
    await clock.advance(55_000);
    expect(pace.tryReserve()).toBe(0);
  });

  test('is not asked for where the far end would serve more than we may send', async () => {
    const { pace, clock } = await spendMinute();
    pace.release();
    expect(pace.tryReserve()).toBe(100);
    await clock.advance(5_000);
    expect(pace.tryReserve()).toBe(55_000);
  });
});

describe('an answer that comes late', () => {
  test('says nothing of a minute that began after its call was sent', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 2, minute: 'fixed' });
    await pace.reserve();
    pace.release({ minuteEndsInMs: 10_000 });
    await clock.advance(10_000);
    await pace.reserve();
    const sentAt = clock.now();
    await clock.advance(60_000);
    pace.release({ sentAt, remainingThisMinute: 0 });
    expect([pace.tryReserve(), pace.tryReserve(), pace.tryReserve()]).toEqual([0, 0, 60_000]);
  });
});

describe('the other limits', () => {
  test('holds back what would be too many at once, first come first served', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 2 });
    const order: number[] = [];
    for (const call of [1, 2, 3, 4]) void pace.reserve().then(() => order.push(call));
    await clock.advance(0);
    expect(order).toEqual([1, 2]);
    pace.release();
    await clock.advance(0);
    expect(order).toEqual([1, 2, 3]);
  });

  test('pauses for as long as it is asked to', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 2 });
    await pace.reserve();
    pace.release({ pauseMs: 4_000 });
    const { times } = ask(pace, clock, 1);
    await clock.advance(10_000);
    expect(times).toEqual([4_000]);
  });

  test('refuses at once what would wait for the next day, and says how long', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 2, perDay: 3 });
    const { times, errors } = ask(pace, clock, 4);
    await clock.advance(60_000);
    expect(times.length).toBe(3);
    expect(errors).toEqual([expect.any(BudgetSpent)]);
    expect(errors[0]).toMatchObject({ waitMs: 86_400_000 });
    await clock.advance(86_400_000);
    expect(ask(pace, clock, 1).errors).toEqual([]);
  });

  test('believes the far end about the day, as after a restart', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 2, perDay: 1000 });
    await pace.reserve();
    pace.release({ remainingToday: 1 });
    const { times, errors } = ask(pace, clock, 2);
    await clock.advance(0);
    expect([times.length, errors.length]).toEqual([1, 1]);
  });
});

describe('a place that is not waited for', () => {
  test('is taken at once while the budget allows it', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 2 });
    expect([pace.tryReserve(), pace.tryReserve()]).toEqual([0, 0]);
  });

  test('is refused with the time until a call fits, and takes nothing', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 1 });
    pace.tryReserve();
    pace.release();
    await clock.advance(20_000);
    expect([pace.tryReserve(), pace.tryReserve()]).toEqual([40_000, 40_000]);
    await clock.advance(40_000);
    expect(pace.tryReserve()).toBe(0);
  });

  test('counts like any other call', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 3 });
    pace.tryReserve();
    const { times } = ask(pace, clock, 3);
    await clock.advance(60_000);
    expect(times).toEqual([0, 0, 60_000]);
  });

  test('is refused for the length of a pause that the far end asks for', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 2 });
    pace.tryReserve();
    pace.release({ pauseMs: 4_000 });
    expect(pace.tryReserve()).toBe(4_000);
    await clock.advance(4_000);
    expect(pace.tryReserve()).toBe(0);
  });

  test('is refused while all calls in flight are taken, and free once an answer is in', () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 1 });
    pace.tryReserve();
    expect(pace.tryReserve()).toBeGreaterThan(0);
    pace.release();
    expect(pace.tryReserve()).toBe(0);
  });

  test('never overtakes a call that waits, not even in the moment in which the budget allows one again', async () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perMinute: 1 });
    pace.tryReserve();
    const tries: number[] = [];
    void clock.sleep(60_000).then(() => tries.push(pace.tryReserve()));
    const { times } = ask(pace, clock, 1);
    await clock.advance(60_000);
    expect(tries).toEqual([100]);
    expect(times).toEqual([60_000]);
    await clock.advance(60_000);
    expect(pace.tryReserve()).toBe(0);
  });

  test('is refused until the next day once the day is spent, instead of failing', () => {
    const clock = createManualClock({ start: 0 });
    const pace = createPace({ clock, concurrent: 10, perDay: 1 });
    expect([pace.tryReserve(), pace.tryReserve()]).toEqual([0, 86_400_000]);
  });
});
