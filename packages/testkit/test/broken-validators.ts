import type { Problem, Validator } from '@ledgerferry/core';

/** A rule with one thing wrong. */
export interface BrokenValidator {
  /** Completes "a rule that …". */
  readonly defect: string;
  readonly spoil: (whole: Validator) => Partial<Validator>;
  /** The one behaviour that must fail. */
  readonly fails: string;
  /** What its message must say. */
  readonly says: RegExp;
}

let made = 0;

/** The shelf: for each behaviour of the suite a rule that lacks it, and nothing else. */
export const brokenValidators: readonly BrokenValidator[] = [
  {
    defect: 'has no name',
    spoil: () => ({ name: ' ' }),
    fails: 'has a name for the log',
    says: /must have a name in a few words/,
  },
  {
    defect: 'refuses entries without tax',
    spoil: () => ({ validate: () => [problemOf({})] }),
    fails: 'passes a good entry',
    says: /ACME Cloud, Mia Holm, Annual licence and handbook must pass/,
  },
  {
    defect: 'lets everything pass',
    spoil: () => ({ validate: () => [] }),
    fails: 'states a problem of a bad entry',
    says: /must not pass/,
  },
  {
    defect: 'asks the ledger',
    spoil: (whole) => ({
      validate: (entry) =>
        entry.amount.currency === 'DKK' ? Object.assign(Object.create(null), { length: 0 }) : whole.validate(entry),
    }),
    fails: 'answers at once, with a list',
    says: /must answer a list of problems, but answers/,
  },
  {
    defect: 'has a code of the moment',
    spoil: (whole) => changing(whole, { code: 'currency' }),
    fails: 'has a stable code for each problem',
    says: /but is 'currency'/,
  },
  {
    defect: 'makes a reason up',
    spoil: (whole) => changing(whole, { reason: 'wrong_currency' }),
    fails: 'has a reason that Pleo knows for each problem',
    says: /but is 'wrong_currency'/,
  },
  {
    defect: 'leaves open who must act',
    spoil: (whole) => changing(whole, { owner: 'somebody' }),
    fails: 'names who can put each problem right',
    says: /but is 'somebody'/,
  },
  {
    defect: 'dumps the currency',
    spoil: (whole) => changing(whole, { message: 'The currency of the entry is {"code":"EUR"}, which is wrong.' }),
    fails: 'says in a sentence what to do about each problem',
    says: /must be in a bookkeeper's words/,
  },
  {
    defect: 'does not say what it means',
    spoil: (whole) => changing(whole, { message: 'This cannot be done: please check it and try again.' }),
    fails: 'names what is wrong with the entry',
    says: /"the entry is invalid" helps nobody/,
  },
  {
    defect: 'numbers its messages by the process',
    spoil: (whole) => {
      made += 1;
      const sentence = `${problemOf({}).message} Ask for number ${made}.`;
      return changing(whole, { message: sentence });
    },
    fails: 'says the same of the same entry',
    says: /must say the same of the same entry/,
  },
  {
    defect: 'states each problem once',
    spoil: (whole) => {
      const stated = new Set<string>();
      return {
        validate: (entry) =>
          whole.validate(entry).filter(({ code }) => stated.size < stated.add(code + entry.accountingEntryId).size),
      };
    },
    fails: 'remembers no entry',
    says: /whatever it was asked before/,
  },
  {
    defect: 'tidies the entry up',
    spoil: (whole) => ({
      validate: (entry) => whole.validate(Object.assign(entry, { description: entry.description.trim() })),
    }),
    fails: 'leaves the entry as it was',
    says: /must only read the entry, but threw TypeError/,
  },
  {
    defect: 'takes lines for granted',
    spoil: (whole) => ({
      validate: (entry) => {
        if (entry.lines.length === 0) throw new TypeError("Cannot read properties of undefined (reading 'account')");
        return whole.validate(entry);
      },
    }),
    fails: 'never throws, whatever an entry lacks',
    says: /must answer problems, but threw TypeError/,
  },
];

/** A problem of a rule that all is well with. */
export function problemOf(changes: object): Problem {
  const problem: Problem = {
    code: 'BOOKS_NOT_IN_KRONER',
    reason: 'validation_failure',
    owner: 'bookkeeper',
    message: 'These books are kept in DKK: move the entry to the books of its currency.',
  };
  return Object.assign(problem, changes);
}

function changing(whole: Validator, changes: object): Partial<Validator> {
  return { validate: (entry) => whole.validate(entry).map(() => problemOf(changes)) };
}
