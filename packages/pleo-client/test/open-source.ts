import { createManualClock } from '@ledgerferry/testkit';
import {
  createPleoItemSource,
  pleoConnectionSchema,
  type PleoClientOptions,
  type PleoConnectionSettings,
} from '../src/index.js';

/** An item source that never really waits. */
export function openSource(
  baseUrl: string,
  settings: Partial<PleoConnectionSettings> = { apiKey: 'test-key' },
  options: Partial<PleoClientOptions> = {},
) {
  const clock = createManualClock({ start: Date.parse('2026-03-16T08:00:00Z'), jumps: true });
  const connection = pleoConnectionSchema.parse({ baseUrl, limits: { perMinute: 100_000 }, ...settings });
  return { source: createPleoItemSource({ connection, clock, random: () => 0.5, ...options }), clock };
}

/** Every row of a listing. */
export async function rowsOf<Row>(pages: AsyncIterable<{ readonly rows: readonly Row[] }>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}
