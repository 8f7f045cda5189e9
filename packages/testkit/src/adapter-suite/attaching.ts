import { demand, demandEqual, demandIntegrationError } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import { RECEIPT, type AdapterBench } from './adapter-bench.js';
import { recognisesRepeats, takesReceipts } from './concerns.js';

/** What `attach` and `findAttachments` promise. */
export const attaching: Theme<AdapterBench> = {
  name: 'receipts',
  page: 'docs/writing-an-adapter.md#members',
  behaviours: [
    {
      title: 'a receipt is in the ledger once, whole',
      advice: 'Send the bytes of the call as they are, as binary and not as text, in one upload.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('receipt'));
        const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
        await bench.adapter.attach(bench.attachCall(posted, 0, { bytes }));
        const held = await bench.harness.ledger.attachments();
        demandEqual(
          held.map(({ byteLength }) => byteLength),
          [256],
          'The ledger must hold the receipt once, with all its bytes.',
        );
      },
    },
    {
      title: 'a receipt hangs on its own document',
      advice: 'Attach to target.externalId, not to what was posted last.',
      where: [takesReceipts],
      run: async (bench) => {
        const mine = await bench.postOne(bench.entry('mine'));
        await bench.postOne(bench.entry('other'));
        await bench.adapter.attach(bench.attachCall(mine, 0));
        const held = await bench.harness.ledger.attachments();
        demandEqual(
          held.map(({ documentId }) => documentId),
          [mine.outcome.externalId],
          'The receipt must hang on the document of its target.',
        );
      },
    },
    {
      title: 'attach answers the id that the ledger gave the receipt',
      advice: 'Answer the id of the receipt, not that of the document or the file name.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('id'));
        const { externalId } = await bench.adapter.attach(bench.attachCall(posted, 0));
        const held = await bench.harness.ledger.attachments();
        demandEqual(
          [externalId],
          held.map((each) => each.externalId),
          'attach must answer the id of the receipt.',
        );
      },
    },
    {
      title: 'receipts are found under their names and ids',
      advice:
        'Answer every receipt of the document with the file name it was given, unchanged: the engine looks there before it attaches again.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('receipts'));
        const calls = [0, 1].map((index) => bench.attachCall(posted, index));
        for (const call of calls) await bench.adapter.attach(call);
        const held = await bench.harness.ledger.attachments();
        const found = await bench.adapter.findAttachments(bench.attachCall(posted, 0).target);
        demandEqual(
          found.map(({ fileName, externalId }) => `${fileName} ${externalId}`).toSorted(),
          calls.map(({ fileName }, place) => `${fileName} ${held[place]?.externalId}`).toSorted(),
          'findAttachments must answer every receipt of the document, by the name it was given and its id in the ledger.',
        );
      },
    },
    {
      title: 'receipts are found after a restart',
      advice:
        'Ask the system which receipts a document has: a list in memory is empty after a crash, and the receipt is attached again.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('restart'));
        const call = bench.attachCall(posted, 0);
        await bench.adapter.attach(call);
        const found = await (await bench.harness.reopen()).findAttachments(call.target);
        demandEqual(
          found.map(({ fileName }) => fileName),
          [call.fileName],
          'An adapter that was opened later must find the receipt.',
        );
      },
    },
    {
      title: 'a file name with odd characters comes back as it was',
      advice:
        'Encode file names where they go into a URL, a header or a path, and decode them on the way back: they are compared exactly.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('odd'));
        const call = bench.attachCall(posted, 0, { fileName: 'Kvittering nr. 7 (æøå) & 100% + #1.pdf' });
        await bench.adapter.attach(call);
        const found = await bench.adapter.findAttachments(call.target);
        demandEqual(
          found.map(({ fileName }) => fileName),
          [call.fileName],
          'findAttachments must answer the file name that attach was given.',
        );
      },
    },
    {
      title: 'a document without receipts has none, and not those of its neighbour',
      advice:
        'Ask for the receipts of target.externalId alone: a receipt of another document is taken for this one, and never attached.',
      where: [takesReceipts],
      run: async (bench) => {
        const neighbour = await bench.postOne(bench.entry('neighbour'));
        await bench.adapter.attach(bench.attachCall(neighbour, 0));
        const bare = await bench.postOne(bench.entry('bare'));
        demandEqual(
          await bench.adapter.findAttachments(bench.attachCall(bare, 0).target),
          [],
          'findAttachments must answer an empty list for a document without receipts.',
        );
      },
    },
    {
      title: 'a receipt that is sent twice under one request key hangs once',
      advice:
        'Send call.requestKey with uploads too; where the system recognises it for documents alone, declare repeat.windowMs: 0.',
      where: [takesReceipts, recognisesRepeats],
      run: async (bench) => {
        const call = bench.attachCall(await bench.postOne(bench.entry('twice')), 0);
        await bench.adapter.attach(call);
        await bench.adapter.attach(call);
        demandEqual((await bench.harness.ledger.attachments()).length, 1, 'A repeated upload must add nothing.');
      },
    },
    {
      title: 'a receipt of the declared size is taken',
      advice:
        'Declare attachments.maximumBytes as what the system really takes: larger ones are left out beforehand, with a word to the bookkeeper.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('large'));
        const bytes = new Uint8Array(bench.adapter.capabilities.attachments?.maximumBytes ?? 0);
        bytes.set(RECEIPT.subarray(0, bytes.byteLength));
        await bench.adapter.attach(bench.attachCall(posted, 0, { bytes }));
        demandEqual(
          (await bench.harness.ledger.attachments()).map(({ byteLength }) => byteLength),
          [bytes.byteLength],
          `A receipt of ${bytes.byteLength} bytes must be taken: so large they may be.`,
        );
      },
    },
    {
      title: 'a receipt over the declared size is refused with the reason that Pleo knows',
      advice: 'Throw "item-rejected" with itemReason "receipt_file_size_limit_exceeded" before you send it.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('huge'));
        const bytes = new Uint8Array((bench.adapter.capabilities.attachments?.maximumBytes ?? 0) + 1);
        const error = await demandIntegrationError(
          () => bench.adapter.attach(bench.attachCall(posted, 0, { bytes })),
          'attach must throw an IntegrationError for a receipt over attachments.maximumBytes.',
        );
        demandEqual(
          [error.kind, error.itemReason],
          ['item-rejected', 'receipt_file_size_limit_exceeded'],
          'A receipt that is too large must be "item-rejected" with its reason.',
        );
        demandEqual(await bench.harness.ledger.attachments(), [], 'A refused receipt must not be in the ledger.');
      },
    },
    {
      title: 'an outage is not blamed on the receipt',
      advice:
        'Throw "transient" or "outcome-unknown" where the ledger is out of reach: "item-rejected" gives the receipt up for good.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('unreached'));
        await bench.harness.disconnect();
        const error = await demandIntegrationError(
          () => bench.adapter.attach(bench.attachCall(posted, 0)),
          'attach must throw an IntegrationError where the ledger is out of reach.',
        );
        demand(
          error.kind !== 'item-rejected',
          'A ledger that is out of reach refuses no receipt, but attach threw "item-rejected".',
        );
      },
    },
    {
      title: 'receipts that cannot be looked up are a failure, not an empty list',
      advice:
        'Let the failure through as an IntegrationError: an empty list means that there is none, and attaches the receipt again.',
      where: [takesReceipts],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('hidden'));
        await bench.harness.disconnect();
        await demandIntegrationError(
          () => bench.adapter.findAttachments(bench.attachCall(posted, 0).target),
          'findAttachments must throw an IntegrationError where the ledger is out of reach.',
        );
      },
    },
  ],
};
