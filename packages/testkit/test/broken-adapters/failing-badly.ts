import { CALL_NOT_BEGUN, IntegrationError, type AccountingAdapter } from '@ledgerferry/core';
import { changingErrors, type BrokenAdapter } from './broken-adapter.js';

const UNREACHABLE = 'MEMORY_UNREACHABLE';
const NO_ANSWER = 'MEMORY_NO_ANSWER';

/** Adapters that say the wrong thing of a ledger that does not serve them. */
export const failingBadly: readonly BrokenAdapter[] = [
  {
    defect: 'answers for a ledger that is out of reach',
    spoil: (adapter) => ({
      post: (call) =>
        adapter.post(call).catch((error: unknown) => {
          if (!IntegrationError.isInstance(error) || error.code !== UNREACHABLE) throw error;
          return call.documents.map(({ document: { key } }) => ({ status: 'unknown', key, evidence: 'no answer' }));
        }),
    }),
    fails: 'a post that does not reach the ledger is an error',
    says: /expected: an IntegrationError\n {2}found: {4}the answer \[ \{ status: 'unknown'/,
  },
  {
    defect: 'blames an outage on the entry',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'post',
        UNREACHABLE,
        ({ code, message }) => new IntegrationError('item-rejected', code, message),
      ),
    fails: 'an outage is not blamed on the entry',
    says: /refuses no entry, but post threw "item-rejected"/,
  },
  {
    defect: 'keeps a queue for when the ledger is back',
    spoil: (adapter, { ledger }) => ({
      post: (call) =>
        adapter.post(call).catch((error: unknown) => {
          if (IntegrationError.isInstance(error) && error.code === UNREACHABLE)
            for (const { document, reference } of call.documents)
              ledger.book({ ...document, reference, state: 'live' });
          throw error;
        }),
    }),
    fails: 'nothing is booked by a post that does not reach the ledger',
    says: /Keep no queue of your own/,
  },
  {
    defect: 'has no words for an outage',
    spoil: (adapter) =>
      changingErrors(adapter, 'post', UNREACHABLE, ({ kind }) => new IntegrationError(kind, 'Error 503', 'Failed.')),
    fails: 'an error says what happened, under a stable code',
    says: /such as XERO_UNREACHABLE, but is "Error 503"/,
  },
  {
    defect: 'does not pass on how long it must wait',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'post',
        'MEMORY_THROTTLED',
        ({ kind, code, message }) => new IntegrationError(kind, code, message),
      ),
    fails: 'a ledger that asks for patience is "transient", with the time it asked for, if any',
    says: /expected: \[ 'transient', 7000 \]\n {2}found: {4}\[ 'transient', null \]/,
  },
  {
    defect: 'tries a login that is refused for ever',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'post',
        'MEMORY_LOGIN_REFUSED',
        ({ code, message }) => new IntegrationError('transient', code, message),
      ),
    fails: 'a login that is refused ends the job, and is not tried for ever',
    says: /must be "connection-lost" or "misconfigured", but is "transient"/,
  },
  {
    defect: 'takes a time-out for a refusal to serve',
    spoil: (adapter) => callingTransient(adapter, 'post'),
    fails: 'a post whose answer is lost is in doubt, never "transient"',
    says: /expected: 'outcome-unknown'\n {2}found: {4}'transient'[\s\S]*a time-out, a broken connection and every 5xx/,
  },
  {
    defect: 'sends a lost call again by itself',
    spoil: (adapter) => ({
      post: (call) =>
        adapter.post(call).catch(async (error: unknown) => {
          if (IntegrationError.isInstance(error) && error.code === NO_ANSWER) await adapter.post(call);
          throw error;
        }),
    }),
    fails: 'a post whose answer is lost is not sent again by the adapter',
    says: /expected: 1\n {2}found: {4}2[\s\S]*Retry no write of your own/,
  },
  {
    defect: 'takes a lost upload for one that was never sent',
    spoil: (adapter) => callingTransient(adapter, 'attach'),
    fails: 'a receipt whose answer is lost is in doubt, and found',
    says: /A receipt that may have arrived must be "outcome-unknown"/,
  },
  {
    defect: 'sends the documents of a call side by side',
    spoil: (adapter) => ({
      post: async (call) => {
        const calls = call.documents.map((outgoing) => adapter.post({ ...call, documents: [outgoing] }));
        return (await Promise.all(calls)).flat();
      },
    }),
    fails: 'no more calls are in flight than declared',
    says: /At most 1 calls may be in flight at once: so many are declared\. The ledger had 5 in hand/,
  },
  {
    defect: 'has another word for a call that was not begun',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'post',
        CALL_NOT_BEGUN,
        ({ kind, message }) => new IntegrationError(kind, 'MEMORY_BUDGET_SPENT', message, { retryAfterMs: 250 }),
      ),
    fails: 'a write that cannot begin at once is not begun, and says so',
    says: /'CALL_NOT_BEGUN' \]\n {2}found: {4}\[ 'transient', 'MEMORY_BUDGET_SPENT' \]/,
  },
  {
    defect: 'sends a call although it says that it did not',
    spoil: (adapter, { ledger }) => ({
      post: (call) =>
        adapter.post(call).catch((error: unknown) => {
          if (IntegrationError.isInstance(error) && error.code === CALL_NOT_BEGUN)
            for (const { document, reference } of call.documents)
              ledger.book({ ...document, reference, state: 'live' });
          throw error;
        }),
    }),
    fails: 'a write that was not begun books nothing',
    says: /Reserve the call before you send anything/,
  },
];

function callingTransient(adapter: AccountingAdapter, method: 'post' | 'attach') {
  return changingErrors(
    adapter,
    method,
    NO_ANSWER,
    ({ code, message }) => new IntegrationError('transient', code, message),
  );
}
