import { randomUUID } from 'node:crypto';
import { IntegrationError, type AttachCall } from '@ledgerferry/core';
import { changingErrors, changingPosted, type BrokenAdapter } from './broken-adapter.js';

/** Adapters that do not carry receipts well. */
export const attachingBadly: readonly BrokenAdapter[] = [
  {
    defect: 'sends receipts as text',
    spoil: (adapter) => ({
      attach: (call) =>
        adapter.attach({ ...call, bytes: new TextEncoder().encode(new TextDecoder().decode(call.bytes)) }),
    }),
    fails: 'a receipt is in the ledger once, whole',
    says: /expected: \[ 256 \]\n {2}found: {4}\[ 512 \][\s\S]*as binary and not as text/,
  },
  {
    defect: 'attaches to what was posted last',
    spoil: (adapter) => {
      let last = '';
      return {
        ...changingPosted(adapter, (outcome) => {
          last = outcome.externalId;
          return outcome;
        }),
        attach: (call) => adapter.attach({ ...call, target: { ...call.target, externalId: last } }),
      };
    },
    fails: 'a receipt hangs on its own document',
    says: /Attach to target\.externalId, not to what was posted last/,
  },
  {
    defect: 'answers the id of the document for a receipt',
    spoil: (adapter) => ({
      attach: async (call) => {
        await adapter.attach(call);
        return { externalId: call.target.externalId };
      },
    }),
    fails: 'attach answers the id that the ledger gave the receipt',
    says: /attach must answer the id of the receipt/,
  },
  {
    defect: 'finds the first receipt only',
    spoil: (adapter) => ({ findAttachments: async (target) => (await adapter.findAttachments(target)).slice(0, 1) }),
    fails: 'receipts are found under their names and ids',
    says: /must answer every receipt of the document/,
  },
  {
    defect: 'finds the receipts that it sent itself',
    spoil: (adapter) => {
      const sent = new Set<string>();
      return {
        attach: (call) => {
          sent.add(call.fileName);
          return adapter.attach(call);
        },
        findAttachments: async (target) =>
          (await adapter.findAttachments(target)).filter(({ fileName }) => sent.has(fileName)),
      };
    },
    fails: 'receipts are found after a restart',
    says: /a list in memory is empty after a crash/,
  },
  {
    defect: 'leaves file names encoded',
    spoil: (adapter) => ({
      attach: (call) => adapter.attach({ ...call, fileName: encodeURIComponent(call.fileName) }),
    }),
    fails: 'a file name with odd characters comes back as it was',
    says: /Kvittering%20nr/,
  },
  {
    defect: 'finds the receipts of every document',
    spoil: (adapter, { ledger }) => ({
      findAttachments: async (target) => {
        await adapter.findAttachments(target);
        return ledger.attachments().map(({ fileName, externalId }) => ({ fileName, externalId }));
      },
    }),
    fails: 'a document without receipts has none, and not those of its neighbour',
    says: /must answer an empty list/,
  },
  {
    defect: 'sends no request key with a receipt',
    capabilities: { repeat: { windowMs: 60_000, cachesErrors: false } },
    spoil: (adapter) => ({ attach: (call) => adapter.attach({ ...call, requestKey: randomUUID() }) }),
    fails: 'a receipt that is sent twice under one request key hangs once',
    says: /A repeated upload must add nothing/,
  },
  {
    defect: 'declares a larger size of receipts than it takes',
    spoil: (adapter) => ({
      attach: async (call) => {
        if (call.bytes.byteLength === adapter.capabilities.attachments?.maximumBytes) throw refused(call);
        return adapter.attach(call);
      },
    }),
    fails: 'a receipt of the declared size is taken',
    says: /BROKEN_RECEIPT_REFUSED[\s\S]*Declare attachments\.maximumBytes as what the system really takes/,
  },
  {
    defect: 'does not say why it refuses a large receipt',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'attach',
        'MEMORY_RECEIPT_REFUSED',
        ({ kind, code, message }) => new IntegrationError(kind, code, message),
      ),
    fails: 'a receipt over the declared size is refused with the reason that Pleo knows',
    says: /\[ 'item-rejected', undefined \]/,
  },
  {
    defect: 'blames an outage on the receipt',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'attach',
        'MEMORY_UNREACHABLE',
        ({ code, message }) => new IntegrationError('item-rejected', code, message),
      ),
    fails: 'an outage is not blamed on the receipt',
    says: /refuses no receipt, but attach threw "item-rejected"/,
  },
  {
    defect: 'answers an empty list of receipts when the ledger is out of reach',
    spoil: (adapter) => ({ findAttachments: (target) => adapter.findAttachments(target).catch(() => []) }),
    fails: 'receipts that cannot be looked up are a failure, not an empty list',
    says: /found: {4}the answer \[\]/,
  },
];

function refused({ fileName }: AttachCall): IntegrationError {
  return new IntegrationError('item-rejected', 'BROKEN_RECEIPT_REFUSED', `The ledger does not take ${fileName}.`);
}
