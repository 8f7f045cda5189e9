import type { AttachCall } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError } from './advice.js';
import type { AdapterBench, PostedDocument } from './adapter-bench.js';
import type { AdapterHarness } from './adapter-harness.js';
import type { AdapterBehaviour } from './behaviour.js';

const takesReceipts = ({ adapter }: AdapterHarness) => adapter.capabilities.attachments !== null;
const RECEIPT = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');

/** What `attach` and `findAttachments` promise. */
export const attachingBehaviours: readonly AdapterBehaviour[] = [
  {
    title: 'a receipt hangs on its document once, whole',
    concerns: takesReceipts,
    run: async (bench) => {
      const posted = await bench.postOne(bench.entry('receipt', receipts(1)));
      const { externalId } = await bench.adapter.attach(attachCall(bench, posted, 0));
      const held = await bench.harness.ledger.attachments();
      demandEqual(
        held.map(({ documentId, byteLength }) => ({ documentId, byteLength })),
        [{ documentId: posted.outcome.externalId, byteLength: RECEIPT.byteLength }],
        'The ledger must hold the receipt once, whole, on the document it belongs to.',
      );
      demand(externalId !== '', 'attach must answer the id that the ledger gave the receipt.');
    },
  },
  {
    title: 'receipts are found under the names and ids they were given',
    concerns: takesReceipts,
    run: async (bench) => {
      const posted = await bench.postOne(bench.entry('receipts', receipts(2)));
      const attached = [];
      for (const index of [0, 1])
        attached.push({
          fileName: `receipt-${index}.pdf`,
          ...(await bench.adapter.attach(attachCall(bench, posted, index))),
        });
      const found = await bench.adapter.findAttachments(attachCall(bench, posted, 0).target);
      demandEqual(
        found.toSorted((left, right) => left.fileName.localeCompare(right.fileName)),
        attached,
        'findAttachments must answer every receipt of the document with the file name and id it was given: the engine looks there before it attaches again.',
      );
    },
  },
  {
    title: 'a document without receipts has none, and not those of its neighbour',
    concerns: takesReceipts,
    run: async (bench) => {
      const neighbour = await bench.postOne(bench.entry('neighbour', receipts(1)));
      const bare = await bench.postOne(bench.entry('bare'));
      await bench.adapter.attach(attachCall(bench, neighbour, 0));
      demandEqual(
        await bench.adapter.findAttachments(attachCall(bench, bare, 0).target),
        [],
        'findAttachments must answer an empty list for a document without receipts.',
      );
    },
  },
  {
    title: 'receipts that cannot be looked up are a failure, not an empty list',
    concerns: takesReceipts,
    run: async (bench) => {
      const posted = await bench.postOne(bench.entry('hidden', receipts(1)));
      await bench.harness.disconnect();
      await demandIntegrationError(
        () => bench.adapter.findAttachments(attachCall(bench, posted, 0).target),
        'findAttachments must throw an IntegrationError where the ledger is out of reach: an empty list attaches the receipt again.',
      );
    },
  },
  {
    title: 'a receipt over the declared size is refused with the reason Pleo knows',
    concerns: takesReceipts,
    run: async (bench) => {
      const posted = await bench.postOne(bench.entry('huge', receipts(1)));
      const bytes = new Uint8Array((bench.adapter.capabilities.attachments?.maximumBytes ?? 0) + 1);
      const error = await demandIntegrationError(
        () => bench.adapter.attach({ ...attachCall(bench, posted, 0), bytes }),
        'attach must throw "item-rejected" for a receipt over attachments.maximumBytes.',
      );
      demandEqual(
        [error.kind, error.itemReason],
        ['item-rejected', 'receipt_file_size_limit_exceeded'],
        'A receipt that is too large must be "item-rejected" with itemReason "receipt_file_size_limit_exceeded".',
      );
      demandEqual(await bench.harness.ledger.attachments(), [], 'A refused receipt must not be in the ledger.');
    },
  },
];

/** What no answer may ever show. */
export const secrecyBehaviours: readonly AdapterBehaviour[] = [
  {
    title: 'no error, outcome or finding shows a secret',
    run: async (bench) => {
      const { document, outcome } = await bench.postOne(bench.entry('secret'));
      const seen: unknown[] = [outcome, await bench.find(document), await bench.adapter.checkReadiness()];
      await bench.harness.disconnect();
      for (const call of [() => bench.adapter.checkReadiness(), () => bench.adapter.find([bench.query(document)])]) {
        const error = await demandIntegrationError(
          call,
          'A ledger that is out of reach must throw an IntegrationError.',
        );
        seen.push(error.message, error.details, error.code);
      }
      const shown = JSON.stringify(seen);
      demand(
        bench.harness.secrets.every((secret) => !shown.includes(secret)),
        'A secret was shown: errors reach logs and bookkeepers, so never put a token, header or payload into one.',
      );
    },
  },
];

function receipts(count: number) {
  return {
    receipts: Array.from({ length: count }, () => ({
      url: 'https://files.example.com/receipt',
      type: 'application/pdf',
      size: null,
    })),
  };
}

function attachCall(bench: AdapterBench, { document, outcome }: PostedDocument, index: number): AttachCall {
  const entry = document.key.slice(0, document.key.lastIndexOf('/'));
  return {
    requestKey: `bench-attach-${entry}-${index}`,
    key: `${entry}/file/${index}`,
    fileName: `receipt-${index}.pdf`,
    bytes: RECEIPT,
    contentType: 'application/pdf',
    target: { externalId: outcome.externalId, recordType: document.recordType, reference: bench.reference(document) },
  };
}
