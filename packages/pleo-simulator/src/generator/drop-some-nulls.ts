import type { Random } from './random.js';

/** Removes half of the null fields, at any depth: Pleo leaves nullable fields out as often as it sends null. */
export function dropSomeNulls<Value extends object>(random: Random, value: Value): Value {
  for (const [name, field] of Object.entries(value)) {
    if (field === null && !Array.isArray(value) && random.chance(0.5)) Reflect.deleteProperty(value, name);
    else if (typeof field === 'object' && field !== null) dropSomeNulls(random, field);
  }
  return value;
}
