import { declareTests } from '../conformance/declare-tests.js';
import { validatorConformance } from './validator-conformance.js';
import type { ValidatorSuiteOptions } from './validator-suite-options.js';

/** Declares the tests that every rule must pass: pure, synchronous, never throws, and its problems are fit for a bookkeeper. */
export function describeValidator(name: string, options: ValidatorSuiteOptions): void {
  declareTests(name, validatorConformance, () => options);
}
