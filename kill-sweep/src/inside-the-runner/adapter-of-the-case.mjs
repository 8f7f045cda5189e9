// The shipped adapter, whole, save for what it says of its ledger: whether references are unique there, how long a request can linger, and
// how soon a look-up shows what was written. What stands before and in the simulated ledger sees to it that all of that is true.
const { default: adapter } = await import(String(process.env['KILL_SWEEP_ADAPTER']));

const isUnique = process.env['KILL_SWEEP_UNIQUE'] === 'true';
const lingerMs = Number(process.env['KILL_SWEEP_LINGER_MS']);
const visibilityMs = 0;

export default {
  ...adapter,
  /** @param {unknown} dependencies */
  create: (dependencies) => {
    const made = adapter.create(dependencies);
    const reference = { ...made.capabilities.reference, unique: isUnique };
    return { ...made, capabilities: { ...made.capabilities, reference, lingerMs, visibilityMs } };
  },
};
