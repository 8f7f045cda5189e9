import { CALL_NOT_BEGUN, IntegrationError, type ErrorDefinition } from '@ledgerferry/core';
import { HTTP_ERRORS, type HttpErrorCode } from '@ledgerferry/http';
import { isCall, isLedgerWrite, isWrite, type Boundary } from '../world/boundary.js';
import type { Crossing } from '../world/simulated-process.js';
import type { FaultKind } from './fault-kind.js';
import { lateBy } from './late.js';

/** What the HTTP client makes of a failed call: its own table decides what kind of error that is. Pleo's writes may be repeated. */
function failure(code: HttpErrorCode, { boundary }: Crossing, retryAfterMs?: number): IntegrationError {
  const { kind, writeKind = kind, meaning, itemReason, jobReason }: ErrorDefinition = HTTP_ERRORS[code];
  const options = { retryAfterMs, itemReason, jobReason };
  return new IntegrationError(isLedgerWrite(boundary) ? writeKind : kind, code, meaning, options);
}

/** The call goes nowhere, or is refused before anything is done. */
function without(id: string, code: HttpErrorCode, retryAfterMs?: number): FaultKind {
  return {
    id,
    strikes: isCall,
    happen: async (crossing) => {
      throw failure(code, crossing, retryAfterMs);
    },
  };
}

/** The far end does it, and its answer is lost. */
function after(id: string, code: HttpErrorCode): FaultKind {
  return {
    id,
    strikes: isCall,
    happen: async (crossing) => {
      await crossing.effect();
      throw failure(code, crossing);
    },
  };
}

/** Nothing is heard until the time limit. */
function silence(
  id: string,
  strikes: (boundary: Boundary) => boolean,
  meanwhile: (crossing: Crossing) => unknown,
): FaultKind {
  return {
    id,
    strikes,
    happen: async (crossing) => {
      await meanwhile(crossing);
      await crossing.world.clock.sleep(timeLimitOf(crossing));
      throw failure('HTTP_TIMED_OUT', crossing);
    },
  };
}

/** What goes wrong between us and a far end. */
export const NETWORK_FAULTS: readonly FaultKind[] = [
  silence('request-lost', isCall, () => undefined),
  silence('answer-lost', isCall, ({ effect }) => effect()),
  silence('effect-late', isWrite, (crossing) => {
    const { world, boundary, effect } = crossing;
    if (isLedgerWrite(boundary)) world.ledger.applyLater(lateBy(world), () => void effect().catch(() => undefined));
    else world.landLater(timeLimitOf(crossing) + 1, effect);
  }),
  {
    id: 'answer-just-in-time',
    strikes: isCall,
    happen: async (crossing) => {
      const answer = await crossing.effect();
      await crossing.world.clock.sleep(timeLimitOf(crossing) - 1);
      return answer;
    },
  },
  without('unreachable', 'HTTP_UNREACHABLE'),
  after('connection-reset', 'HTTP_CONNECTION_BROKEN'),
  after('unreadable-answer', 'HTTP_UNREADABLE_ANSWER'),
  without('429', 'HTTP_RATE_LIMITED'),
  without('429-retry-after', 'HTTP_RATE_LIMITED', 30_000),
  without('500-before', 'HTTP_SERVER_ERROR'),
  after('500-after', 'HTTP_SERVER_ERROR'),
  without('token-expired', 'HTTP_UNAUTHORIZED'),
  {
    id: 'never-answers',
    strikes: isLedgerWrite,
    happen: async ({ effect }) => {
      await effect();
      return new Promise<never>(() => {});
    },
  },
  {
    // its budget is spent for the moment, or a token has to be renewed first
    id: 'not-begun',
    strikes: isLedgerWrite,
    happen: async () => {
      throw new IntegrationError('transient', CALL_NOT_BEGUN, 'The call could not begin at once.', {
        retryAfterMs: 20_000,
      });
    },
  },
  {
    id: 'adapter-defect',
    strikes: ({ port }) => port === 'ledger',
    happen: async ({ effect }) => {
      await effect();
      throw new TypeError('The adapter read a property of undefined.');
    },
  },
];

function timeLimitOf({ world }: Crossing): number {
  return world.ledgerClass.capabilities.timeLimitMs;
}
