/** What can be wrong in the end. */
export const WRONGS = ['duplicate', 'loss', 'wrong', 'unfinished', 'parked'] as const;
export type Wrong = (typeof WRONGS)[number];

/** One thing that is wrong, and what it concerns. */
export interface Finding {
  readonly wrong: Wrong;
  readonly about: string;
}
