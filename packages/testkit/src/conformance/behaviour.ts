/** When a behaviour concerns an implementation: in words, and as a question to what that declares. */
export interface Concern<Bench> {
  /** Completes "where …", such as `it takes receipts`. */
  readonly when: string;
  readonly holds: (bench: Bench) => boolean;
}

/** One thing that every implementation of a port does, as data: any test runner can run it, also against implementations that get it wrong. */
export interface Behaviour<Bench> {
  /** A plain sentence. */
  readonly title: string;
  /** What to change in an implementation that does otherwise, and why. */
  readonly advice: string;
  /** It concerns an implementation where all of these hold. Default: it concerns all. */
  readonly where?: readonly Concern<Bench>[];
  /** Throws an AssertionError where the implementation does otherwise. */
  readonly run: (bench: Bench) => void | Promise<void>;
}

/** Behaviours of one subject, and the page on which their rules are written down. */
export interface Theme<Bench> {
  readonly name: string;
  /** A path in the repository, with an anchor where it is a document. */
  readonly page: string;
  readonly behaviours: readonly Behaviour<Bench>[];
}

/** All that an implementation of one port must do, and what each behaviour is run with. */
export interface Conformance<Harness, Bench> {
  readonly themes: readonly Theme<Bench>[];
  /** Makes ready what a behaviour runs with, from a harness of its own. */
  readonly openBench: (harness: Harness) => Bench | Promise<Bench>;
  /** Stops what the harness started. */
  readonly close: (harness: Harness) => void | Promise<void>;
}

/** A behaviour that an implementation lacks. */
export interface Failure {
  /** The behaviour's title. */
  readonly title: string;
  /** What was expected, what was found, what to change, and where to read on. */
  readonly message: string;
}
