import { demand } from '../conformance/advice.js';
import type { Conformance, Failure } from '../conformance/behaviour.js';
import { failuresOf } from '../conformance/try-behaviour.js';
import { validatorBehaviours } from './validator-behaviours.js';
import type { ValidatorSuiteOptions } from './validator-suite-options.js';

/** All that a rule must do, as data. */
export const validatorConformance: Conformance<ValidatorSuiteOptions, ValidatorSuiteOptions> = {
  themes: [validatorBehaviours],
  openBench: (options) => {
    const { passing, failing } = options;
    demand(
      passing.length > 0 && failing.length > 0,
      'Give describeValidator an entry that must pass, and one that must not.',
    );
    return options;
  },
  close: () => undefined,
};

/** The behaviours that a rule lacks: for other test runners, and for rules broken on purpose. */
export function validatorFailures(options: ValidatorSuiteOptions): Promise<readonly Failure[]> {
  return failuresOf(validatorConformance, () => options);
}
