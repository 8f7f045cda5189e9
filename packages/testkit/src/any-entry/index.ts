export { anyEntry, anyLineAmount, mostly, type EntryChoices } from './any-entry.js';
export { describePlans, forEachPlan, type PlansUnderTest } from './describe-plans.js';
