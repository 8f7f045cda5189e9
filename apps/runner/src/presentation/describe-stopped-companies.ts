import type { ErrorCatalogue, IntegrationError } from '@ledgerferry/core';
import { indent } from './table.js';
import { WHO_ACTS } from './who-acts.js';

/** A company that was worked for, and what stopped that, if anything did. */
export interface WorkedCompany {
  readonly company: { readonly name: string };
  readonly error: IntegrationError | null;
  readonly errors: ErrorCatalogue;
}

/** Companies that one and the same thing stopped. */
export interface StoppedCompanies {
  /** `Example ApS, Other ApS and 3 more`. */
  readonly names: string;
  /** What happened, with its code. */
  readonly message: string;
  /** Who must act and what to do; empty where no catalogue knows the code. */
  readonly advice: string;
}

const MOST_NAMED = 5;

/** Why companies could not be worked for: each cause once, with the companies it hit. */
export function groupStoppedCompanies(companies: readonly WorkedCompany[]): readonly StoppedCompanies[] {
  const stopped = companies.flatMap(({ company: { name }, error, errors }) =>
    error ? { name, code: error.code, message: `${error.message} [${error.code}]`, errors } : [],
  );
  const groups = Map.groupBy(stopped, ({ message }) => message);
  return [...groups].map(([message, members]) => {
    const [first] = members;
    const known = first?.errors[first.code];
    const advice = known ? `For ${WHO_ACTS[known.owner]}: ${known.fix}` : '';
    return { names: listNames(members.map(({ name }) => name)), message, advice };
  });
}

/** The same in words, a paragraph a cause. */
export function describeStoppedCompanies(companies: readonly WorkedCompany[]): string {
  return groupStoppedCompanies(companies)
    .map(({ names, message, advice }) => `${names}: ${message}\n${advice === '' ? '' : `${indent(advice)}\n`}`)
    .join('');
}

function listNames(names: readonly string[]): string {
  const left = names.length - MOST_NAMED;
  return left > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${left} more` : names.join(', ');
}
