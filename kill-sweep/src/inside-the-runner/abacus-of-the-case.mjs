// The adapter of Abacus Books, whole, save for two things that it says of its ledger: whether references are unique there, and how
// long a request can linger. The front that stands before the simulated ledger sees to it that both are true.
import abacus from '@ledgerferry/adapter-template';

const unique = process.env['KILL_SWEEP_UNIQUE'] === 'true';
const lingerMs = Number(process.env['KILL_SWEEP_LINGER_MS']);

export default {
  ...abacus,
  /** @param {Parameters<typeof abacus.create>[0]} dependencies */
  create: (dependencies) => {
    const adapter = abacus.create(dependencies);
    const { capabilities } = adapter;
    const reference = { ...capabilities.reference, unique };
    return { ...adapter, capabilities: { ...capabilities, reference, lingerMs } };
  },
};
