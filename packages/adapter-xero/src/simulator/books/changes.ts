/** Takes back what was written where a call comes to nothing. */
export class Changes {
  /** Null where nothing that is written now may have to be taken back. */
  #undo: (() => void)[] | null = null;

  /** Notes how to take the latest change back. */
  note(undo: () => void): void {
    this.#undo?.push(undo);
  }

  /** Does the work; keeps what it wrote where it answers true, else takes all of it back. May be nested. */
  keepIf(work: () => boolean): void {
    const outer = this.#undo;
    const inner: (() => void)[] = [];
    this.#undo = inner;
    const isKept = work();
    if (isKept) outer?.push(...inner);
    else for (const undo of inner.toReversed()) undo();
    this.#undo = outer;
  }
}
