/** Where in a run the process dies. */
export interface CrashPoint {
  /** The how-manieth use of the outside, counted from 1. */
  readonly boundary: number;
  /** Before it takes effect, after it did and before anybody hears of it, or before a write that takes effect later all the same. */
  readonly moment: 'before' | 'after' | 'late';
}

/** One use of the outside: a call to Pleo, to the ledger, or a commit. */
export interface Boundary {
  readonly port: string;
  readonly method: string;
}

const never = new Promise<never>(() => {});

/** Kills a run at a chosen boundary: from then on nothing it does reaches the outside, and nothing answers. */
export class CrashFuse {
  readonly boundaries: Boundary[] = [];
  readonly blown: Promise<'crashed'>;
  readonly #point: CrashPoint | undefined;
  readonly #letLandLater: (method: string) => void;
  #isBlown = false;
  #blow: (value: 'crashed') => void = () => {};

  constructor(point?: CrashPoint, letLandLater: (method: string) => void = () => {}) {
    this.#point = point;
    this.#letLandLater = letLandLater;
    this.blown = new Promise((resolve) => (this.#blow = resolve));
  }

  /** The same port, through the fuse. */
  guard<Port extends object>(port: string, target: Port): Port {
    return new Proxy(target, {
      get: (real, name, receiver) => {
        const value: unknown = Reflect.get(real, name, receiver);
        if (typeof value !== 'function' || typeof name !== 'string') return value;
        if (name === 'rules' || name === 'plan' || name === 'now') return value.bind(real);
        return (...args: readonly unknown[]) => this.#pass(port, name, () => value.apply(real, args));
      },
    });
  }

  /** The boundary at which a method was called for the `number`th time. */
  boundaryOf(method: string, number: number): number {
    const places = this.boundaries.flatMap((boundary, index) => (boundary.method === method ? index + 1 : []));
    const place = places[number - 1];
    if (place === undefined) throw new Error(`${method} was called less than ${number} times`);
    return place;
  }

  #pass(port: string, method: string, act: () => unknown): unknown {
    if (method === 'jobItems' || method === 'exportItems')
      return this.#passPages(port, method, act() as AsyncIterable<unknown>);
    return this.#cross(port, method, act);
  }

  async *#passPages(port: string, method: string, pages: AsyncIterable<unknown>): AsyncGenerator {
    const iterator = pages[Symbol.asyncIterator]();
    for (;;) {
      const next = (await this.#cross(port, method, () => iterator.next())) as IteratorResult<unknown>;
      if (next.done) return;
      yield next.value;
    }
  }

  async #cross(port: string, method: string, act: () => unknown): Promise<unknown> {
    if (this.#isBlown) return never;
    if (method === 'sleep') return act();
    const boundary = this.boundaries.push({ port, method });
    const moment = boundary === this.#point?.boundary ? this.#point.moment : undefined;
    if (moment === 'before') return this.#die();
    if (moment === 'late') this.#letLandLater(method);
    try {
      const answer = await act();
      return moment || this.#isBlown ? this.#die() : answer;
    } catch (error) {
      if (moment || this.#isBlown) return this.#die();
      throw error;
    }
  }

  #die(): Promise<never> {
    this.#isBlown = true;
    this.#blow('crashed');
    return never;
  }
}
