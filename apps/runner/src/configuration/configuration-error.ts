/** One thing that is wrong in a configuration. */
export interface ConfigurationProblem {
  /** The setting, such as `companies[0].bookkeeping.posting`; empty for the file as a whole. */
  readonly path: string;
  /** The rule it breaks, with an example. Never the value: it may be a secret. */
  readonly message: string;
}

/** A configuration that cannot be used, with everything that is wrong in it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly ConfigurationProblem[];

  constructor(source: string, problems: readonly ConfigurationProblem[]) {
    const lines = problems.map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`);
    super([`The configuration ${source} cannot be used:`, ...lines].join('\n'));
    this.problems = problems;
  }
}
