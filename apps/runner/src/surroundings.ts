/** Where text goes. `process.stdout` is one. */
export interface Output {
  write(text: string): unknown;
  /** True where a person watches. */
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal in characters. */
  readonly columns?: number | undefined;
}

/** What the command finds around itself, passed in so that a test can be its own surroundings. */
export interface Surroundings {
  /** Without the program's own name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths on the command line start at. */
  readonly cwd: string;
  /** Results, and nothing else. */
  readonly stdout: Output;
  /** Logs, progress and complaints. */
  readonly stderr: Output;
  /** Aborted when the user asks to stop: nothing new is begun, what is in flight is finished. */
  readonly stop: AbortSignal;
}
