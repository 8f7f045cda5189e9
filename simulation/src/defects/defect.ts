/** A rule of the protocol, and a change of the product's sources that breaks it. */
export interface Defect {
  readonly id: string;
  /** The rule that it breaks, for people. */
  readonly rule: string;
  /** A case that showed it before: tried first, so that it is found soon. Where it no longer shows it, all are tried. */
  readonly shownBy: string;
  readonly changes: readonly SourceChange[];
}

/** Another text in one source file. */
export interface SourceChange {
  /** Below the root of the project. */
  readonly file: string;
  /** Text that must be in the file exactly once. */
  readonly replace: string;
  readonly by: string;
}
