import { AssertionError } from 'node:assert';
import { described } from './advice.js';
import type { Behaviour, Conformance, Failure, Theme } from './behaviour.js';

/** Runs one behaviour on a harness of its own and closes that; throws an AssertionError that reads like advice. */
export async function tryBehaviour<Harness, Bench>(
  conformance: Conformance<Harness, Bench>,
  { theme, behaviour }: { readonly theme: Theme<Bench>; readonly behaviour: Behaviour<Bench> },
  createHarness: () => Harness | Promise<Harness>,
): Promise<void> {
  const harness = await createHarness();
  try {
    await behaviour.run(await conformance.openBench(harness));
  } catch (error) {
    throw withAdvice(error, behaviour.advice, theme.page);
  } finally {
    await conformance.close(harness);
  }
}

/** The behaviours that concern an implementation, by theme. */
export async function concerningBehaviours<Harness, Bench>(
  { themes, openBench, close }: Conformance<Harness, Bench>,
  createHarness: () => Harness | Promise<Harness>,
): Promise<readonly Theme<Bench>[]> {
  const harness = await createHarness();
  try {
    const bench = await openBench(harness);
    const concerns = ({ where = [] }: Behaviour<Bench>) => where.every(({ holds }) => holds(bench));
    return themes.map((theme) => ({ ...theme, behaviours: theme.behaviours.filter(concerns) }));
  } finally {
    await close(harness);
  }
}

/** The behaviours that an implementation lacks, of those that concern it. */
export async function failuresOf<Harness, Bench>(
  conformance: Conformance<Harness, Bench>,
  createHarness: () => Harness | Promise<Harness>,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const theme of await concerningBehaviours(conformance, createHarness)) {
    for (const behaviour of theme.behaviours) {
      await tryBehaviour(conformance, { theme, behaviour }, createHarness).catch((error: unknown) => {
        failures.push({ title: behaviour.title, message: error instanceof Error ? error.message : String(error) });
      });
    }
  }
  return failures;
}

/** What was found, then what to do about it. An assertion keeps its stack; anything else becomes the cause of one. */
function withAdvice(error: unknown, advice: string, page: string): unknown {
  const addition = `\n  to do:    ${advice}\n  read on:  ${page}`;
  if (error instanceof Error && error.name.startsWith('AssertionError')) {
    error.message += addition;
    return error;
  }
  const message = `It threw where it must not.\n  found:    ${described(error)}${addition}`;
  return Object.assign(new AssertionError({ message }), { cause: error });
}
