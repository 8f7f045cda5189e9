import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { calendarDayAt } from '../../src/bookkeeping/calendar-day.js';
import { entryOf, problemsOf, sampleItem, settings } from './sample-item.js';

function dated(date: string, changes: Record<string, unknown> = {}, closedThrough: string | null = null) {
  const { date: day, movedFrom } = entryOf(sampleItem({ date }), settings(changes), {
    today: '2026-03-20',
    closedThrough,
  });
  return { day, movedFrom };
}

describe('the day of a booking', () => {
  test.each([
    ['2026-03-11T09:14:05Z', 'UTC', '2026-03-11'],
    ['2026-03-11T23:30:00Z', 'UTC', '2026-03-11'],
    ['2026-03-11T23:30:00Z', 'Europe/Copenhagen', '2026-03-12'],
    ['2026-03-11T22:30:00Z', 'Europe/Copenhagen', '2026-03-11'],
    ['2026-07-11T22:30:00Z', 'Europe/Copenhagen', '2026-07-12'],
    ['2026-01-01T04:59:59.999Z', 'America/New_York', '2025-12-31'],
    ['2026-03-11T23:30:00+02:00', 'UTC', '2026-03-11'],
    ['2026-03-11T00:30:00+02:00', 'UTC', '2026-03-10'],
    ['2026-03-11T23:30:00', 'UTC', '2026-03-11'],
    ['2026-03-11', 'Pacific/Kiritimati', '2026-03-11'],
    ['2026-03-11', 'America/Los_Angeles', '2026-03-11'],
    ['2024-02-29T12:00:00Z', 'UTC', '2024-02-29'],
  ])('%s in %s is %s', (date, timeZone, day) => {
    expect(dated(date, { timeZone })).toEqual({ day, movedFrom: null });
  });

  test.each([
    '',
    'yesterday',
    '2026-02-30T10:00:00Z',
    '2026-02-30',
    '2026-13-01',
    '11.03.2026',
    '2026-03-11T25:00:00Z',
  ])('"%s" is refused as a date', (date) => {
    const [problem] = problemsOf(sampleItem({ date }));
    expect(problem).toMatchObject({ code: 'INVALID_DATE', reason: 'validation_failure' });
    expect(problem?.message).toContain(`"${date}"`);
  });

  test('a moment has a day in each zone', () => {
    const moment = Date.parse('2026-03-11T22:30:00Z');
    for (const again of [1, 2]) {
      expect([again, calendarDayAt(moment, 'UTC')]).toEqual([again, '2026-03-11']);
      expect([again, calendarDayAt(moment, 'Europe/Copenhagen')]).toEqual([again, '2026-03-11']);
      expect([again, calendarDayAt(moment, 'Asia/Tokyo')]).toEqual([again, '2026-03-12']);
    }
  });

  test("does not depend on the machine's own zone", () => {
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(new Date('2026-03-11T23:30:00').getUTCHours()).toBe(9);
    expect(dated('2026-03-11T23:30:00')).toEqual({ day: '2026-03-11', movedFrom: null });
    expect(dated('2026-03-11T09:30:00')).toEqual({ day: '2026-03-11', movedFrom: null });
    expect(dated('2026-03-11')).toEqual({ day: '2026-03-11', movedFrom: null });
  });
});

describe('a closed period', () => {
  const closed = { closedThrough: '2026-02-28' };

  test('a day after the closing day stays where it is', () => {
    expect(dated('2026-03-01', { ...closed, closedPeriod: 'first-open' })).toEqual({
      day: '2026-03-01',
      movedFrom: null,
    });
  });

  test('fails the entry, naming its date and the closing day', () => {
    const [problem] = problemsOf(sampleItem({ date: '2026-02-28' }), settings(closed));
    expect(problem).toMatchObject({ code: 'PERIOD_CLOSED', reason: 'accounting_system_validation_failure' });
    expect(problem?.message).toContain('is dated 2026-02-28, and the books are closed through 2026-02-28');
  });

  test('can move the entry to the day the job was started', () => {
    expect(dated('2026-02-28', { ...closed, closedPeriod: 'today' })).toEqual({
      day: '2026-03-20',
      movedFrom: '2026-02-28',
    });
  });

  test('can move the entry to the first open day, over the end of a year', () => {
    expect(dated('2025-11-03', { closedThrough: '2025-12-31', closedPeriod: 'first-open' })).toEqual({
      day: '2026-01-01',
      movedFrom: '2025-11-03',
    });
  });

  test('fails the entry where today is closed as well', () => {
    const changed = settings({ closedThrough: '2026-03-31', closedPeriod: 'today' });
    expect(problemsOf(sampleItem(), changed)[0]?.code).toBe('PERIOD_CLOSED');
  });

  test.each([
    ['2026-02-28', '2026-01-31', '2026-03-01'],
    ['2026-01-31', '2026-02-28', '2026-03-01'],
    [undefined, '2026-02-28', '2026-03-01'],
    ['2026-02-28', null, '2026-03-01'],
  ])('ends with the later closing day of settings (%s) and ledger (%s)', (configured, ledger, day) => {
    const changes = { closedPeriod: 'first-open', ...(configured && { closedThrough: configured }) };
    expect(dated('2026-01-15', changes, ledger).day).toBe(day);
  });

  test('is judged by the day in the configured zone', () => {
    const changes = { ...closed, timeZone: 'Europe/Copenhagen' };
    expect(dated('2026-02-28T23:30:00Z', changes)).toEqual({ day: '2026-03-01', movedFrom: null });
  });
});
