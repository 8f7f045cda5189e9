import type { SimulatedLimits } from '../xero-simulator-options.js';
import type { RateLimitProblem } from '../xero-simulator.js';
import { emptyAnswer, type Answer } from '../http/answer.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A fixed window that counts. */
class Window {
  readonly #lengthMs: number;
  readonly #offsetMs: number;
  #index = Number.NEGATIVE_INFINITY;
  #count = 0;

  constructor(lengthMs: number, offsetMs: number) {
    this.#lengthMs = lengthMs;
    this.#offsetMs = offsetMs;
  }

  countAt(now: number): number {
    const index = Math.floor((now - this.#offsetMs) / this.#lengthMs);
    if (index !== this.#index) this.#count = 0;
    this.#index = index;
    return this.#count;
  }

  add(): void {
    this.#count += 1;
  }

  /** Whole seconds until the window ends, at least one. */
  secondsLeft(now: number): number {
    return Math.ceil((this.#lengthMs - ((now - this.#offsetMs) % this.#lengthMs)) / 1_000);
  }
}

interface Tenant {
  inHand: number;
  readonly minute: Window;
  readonly day: Window;
}

/**
 * The four limits: calls in hand, a minute and a day of each organisation, and a minute of each app. Minutes and days are fixed windows.
 * A refused call counts as in hand while it is there, and uses up nothing else. Source: Xero, OAuth 2.0 API limits.
 */
export class RateLimits {
  readonly refusals: Record<RateLimitProblem, number> = { minute: 0, day: 0, concurrent: 0, appminute: 0 };
  readonly #limits: SimulatedLimits;
  readonly #now: () => number;
  readonly #tenants = new Map<string, Tenant>();
  readonly #apps = new Map<string, Window>();
  #mostInHand = 0;

  constructor(limits: SimulatedLimits, now: () => number, tenantIds: readonly string[]) {
    this.#limits = limits;
    this.#now = now;
    for (const [index, tenantId] of tenantIds.entries()) {
      const offsetMs = limits.minuteOffsetMs + index * 7_000;
      const minute = new Window(MINUTE_MS, offsetMs);
      this.#tenants.set(tenantId, { inHand: 0, minute, day: new Window(DAY_MS, offsetMs) });
    }
  }

  get mostInHand(): number {
    return this.#mostInHand;
  }

  arrive(tenantId: string): void {
    const tenant = this.#tenant(tenantId);
    tenant.inHand += 1;
    this.#mostInHand = Math.max(this.#mostInHand, tenant.inHand);
  }

  leave(tenantId: string): void {
    this.#tenant(tenantId).inHand -= 1;
  }

  /** Counts a call that has arrived; the answer where it is refused. */
  count(tenantId: string, appId: string): Answer | null {
    const tenant = this.#tenant(tenantId);
    const problem = this.#problem(tenant, appId);
    if (problem) {
      const window = problem === 'minute' || problem === 'day' ? tenant[problem] : null;
      return this.refuse(problem, window?.secondsLeft(this.#now()) ?? null);
    }
    tenant.minute.add();
    tenant.day.add();
    this.#app(appId).add();
    return null;
  }

  /** 429 with an empty body, as Xero may send it. */
  refuse(problem: RateLimitProblem, retryAfterSeconds: number | null): Answer {
    this.refusals[problem] += 1;
    const retry = retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) };
    return emptyAnswer(429, { 'X-Rate-Limit-Problem': problem, ...retry });
  }

  /** What every answer says. */
  headers(tenantId: string, appId: string): Readonly<Record<string, string>> {
    const { perDay, perMinute, perMinuteOfApp } = this.#limits;
    const { minute, day } = this.#tenant(tenantId);
    const now = this.#now();
    return {
      'X-DayLimit-Remaining': String(perDay - day.countAt(now)),
      'X-MinLimit-Remaining': String(perMinute - minute.countAt(now)),
      'X-AppMinLimit-Remaining': String(perMinuteOfApp - this.#app(appId).countAt(now)),
    };
  }

  #problem(tenant: Tenant, appId: string): RateLimitProblem | null {
    const now = this.#now();
    if (tenant.inHand > this.#limits.concurrent) return 'concurrent';
    if (this.#app(appId).countAt(now) >= this.#limits.perMinuteOfApp) return 'appminute';
    if (tenant.day.countAt(now) >= this.#limits.perDay) return 'day';
    return tenant.minute.countAt(now) >= this.#limits.perMinute ? 'minute' : null;
  }

  #tenant(tenantId: string): Tenant {
    const tenant = this.#tenants.get(tenantId);
    if (!tenant) throw new Error(`There is no tenant ${tenantId}.`);
    return tenant;
  }

  #app(appId: string): Window {
    const app = this.#apps.get(appId) ?? new Window(MINUTE_MS, 0);
    this.#apps.set(appId, app);
    return app;
  }
}
