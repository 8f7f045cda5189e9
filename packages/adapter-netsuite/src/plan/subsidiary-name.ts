import type { NetsuiteFacts } from '../reference-data/netsuite-facts.js';

/** The subsidiary that is booked to, as people know it; for sentences. */
export function subsidiaryName({ subsidiary, subsidiaries }: NetsuiteFacts): string {
  const name = subsidiaries.find(({ id }) => id === subsidiary)?.name;
  return name === undefined ? `the subsidiary ${subsidiary}` : `the subsidiary "${name}"`;
}
