import type { AccountingAdapter, Clock, ItemSource, StateStore } from '@ledgerferry/core';
import type { Fault, FaultKind } from '../faults/fault-kind.js';
import type { Boundary } from './boundary.js';
import type { World } from './world.js';

/** One use of the outside as it is being made. */
export interface Crossing {
  readonly world: World;
  readonly process: SimulatedProcess;
  readonly boundary: Boundary;
  readonly parameters: readonly unknown[];
  /** Lets the far end do what it was asked. */
  readonly effect: () => Promise<unknown>;
}

/** One line of a case's story. */
export interface Told {
  /** Milliseconds since the epoch, of the world. */
  readonly at: number;
  readonly pid: number;
  readonly number: number;
  readonly boundary: Boundary;
  readonly fault: string | null;
  /** What was asked, or the error that came back. */
  readonly about: readonly unknown[];
}

interface SimulatedProcessOptions {
  readonly world: World;
  /** Its process id; grows with every start. */
  readonly pid: number;
  readonly faults: readonly Fault[];
  readonly kindOf: (fault: Fault) => FaultKind;
  /** How long each use of the outside takes, in milliseconds. */
  readonly latency: () => number;
  /** Hears of everything the process uses. */
  readonly tell?: ((told: Told) => void) | undefined;
}

/** A process that reads this many pages of a small job never stops: it counts as hung. */
const ENDLESS = 500;

const never = new Promise<never>(() => {});

/** One life of the runner: what it uses passes through here, where faults strike and where it can die or be stopped. */
export class SimulatedProcess {
  readonly pid: number;
  /** Resolves when it dies. */
  readonly death: Promise<'died'>;
  /** Everything it crossed, in order. */
  readonly boundaries: Boundary[] = [];
  /** What happens to the world between its death and the next start. */
  readonly aftermath: (() => Promise<void> | void)[] = [];
  /** Others that were started beside it. */
  readonly companions: Promise<unknown>[] = [];
  /** How far its own clock is off, in milliseconds. */
  clockSkewMs = 0;
  readonly #options: SimulatedProcessOptions;
  readonly #waiting: Set<Fault>;
  #diesAtNext = false;
  #isDead = false;
  #hasEnded = false;
  #sayDead: (word: 'died') => void = () => {};
  #stopped: Promise<void> | undefined;

  constructor(options: SimulatedProcessOptions) {
    this.pid = options.pid;
    this.#options = options;
    this.#waiting = new Set(options.faults);
    this.death = new Promise((resolve) => (this.#sayDead = resolve));
  }

  /** True once nothing of it runs any more. */
  get isOver(): boolean {
    return this.#isDead || this.#hasEnded;
  }

  /** It came to its end by itself. */
  end(): void {
    this.#hasEnded = true;
  }

  /** Ends here: nothing it does reaches the outside any more, and nothing answers. */
  die(): Promise<never> {
    this.#isDead = true;
    this.#sayDead('died');
    return never;
  }

  /** Goes on for ever without getting anywhere, until somebody kills it. */
  hang(): Promise<never> {
    this.#options.world.hasHung = true;
    return this.die();
  }

  /** Ends before it uses the outside again. */
  dieAtNext(): void {
    this.#diesAtNext = true;
  }

  /** Stands still until `wakes`: no call leaves it, no answer and no timer reaches it. */
  stopUntil(wakes: Promise<void>): void {
    this.#stopped = wakes.then(() => (this.#stopped = undefined));
  }

  /** A port as this process sees it. */
  port<Port extends AccountingAdapter | ItemSource>(name: Boundary['port'], real: Port, pure: readonly string[]): Port {
    return new Proxy(real, {
      get: (target, method, receiver) => {
        const value: unknown = Reflect.get(target, method, receiver);
        if (typeof value !== 'function' || typeof method !== 'string' || pure.includes(method)) return value;
        const boundary = { port: name, method };
        if (method === 'jobItems' || method === 'exportItems')
          return (...parameters: readonly unknown[]) => this.#pages(boundary, () => value.apply(target, parameters));
        return (...parameters: readonly unknown[]) =>
          this.#cross(boundary, parameters, async () => value.apply(target, parameters));
      },
    });
  }

  /** The store as this process sees it. */
  store(): StateStore {
    const { tape } = this.#options.world;
    const methods: StateStore = Object.create(null);
    return new Proxy(methods, {
      get: (_, method) =>
        method === 'then' || typeof method !== 'string'
          ? undefined
          : (...parameters: readonly unknown[]) =>
              this.#cross({ port: 'store', method }, parameters, () => tape.call(method, parameters)),
    });
  }

  /** Its clock: off by its skew, and silent while it stands still or is dead. */
  clock(): Clock {
    const { clock } = this.#options.world;
    return {
      now: () => clock.now() + this.clockSkewMs,
      sleep: async (ms, signal) => {
        await clock.sleep(ms, signal);
        await this.#atWork();
      },
    };
  }

  async *#pages(boundary: Boundary, open: () => AsyncIterable<unknown>): AsyncGenerator {
    let pages: AsyncIterator<unknown> | undefined;
    let effect = () => (pages ??= open()[Symbol.asyncIterator]()).next();
    for (let page = 1; ; page++) {
      const next = (await this.#cross(boundary, [], effect)) as IteratorResult<unknown>;
      if (next.done) return;
      // a cursor that leads back: the same page for ever
      if ('comesAgain' in next) effect = () => Promise.resolve(next);
      if (page > ENDLESS) await this.hang();
      yield next.value;
    }
  }

  async #cross(boundary: Boundary, parameters: readonly unknown[], effect: Crossing['effect']): Promise<unknown> {
    if (this.#isDead) return never;
    if (this.#diesAtNext) return this.die();
    const { world, latency } = this.#options;
    const number = this.boundaries.push(boundary);
    const fault = this.#faultAt(number, boundary);
    const takesMs = latency();
    if (takesMs > 0) await world.travel(takesMs);
    // what is on its way to another machine gets there whatever becomes of the process; a commit does not
    if (boundary.port === 'store') await this.#atWork();
    const act = async (): Promise<unknown> => {
      world.landLateEffects();
      return effect();
    };
    this.#tell(number, boundary, fault, parameters);
    try {
      const answer = fault
        ? await fault.happen({ world, process: this, boundary, parameters, effect: act })
        : await act();
      await this.#atWork();
      return answer;
    } catch (error) {
      await this.#atWork();
      this.#tell(number, boundary, undefined, [error]);
      throw error;
    }
  }

  #tell(number: number, boundary: Boundary, fault: FaultKind | undefined, about: readonly unknown[]): void {
    const { world, tell } = this.#options;
    tell?.({ at: world.clock.now(), pid: this.pid, number, boundary, fault: fault?.id ?? null, about });
  }

  /** The fault that strikes here. */
  #faultAt(number: number, boundary: Boundary): FaultKind | undefined {
    for (const fault of this.#waiting) {
      const kind = this.#options.kindOf(fault);
      if (fault.boundary > number || !kind.strikes(boundary)) continue;
      this.#waiting.delete(fault);
      this.#options.world.noteStrike(boundary, kind.id);
      return kind;
    }
    return undefined;
  }

  /** Comes back once it is at work again; never, where it is dead. */
  async #atWork(): Promise<void> {
    while (this.#stopped && !this.#isDead) await this.#stopped;
    if (this.#isDead) await never;
  }
}
