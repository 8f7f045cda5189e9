import type { z } from 'zod';
import type { ItemUpdateBody } from './item-update-body.js';
import { pleoError } from './pleo-error.js';
import type { itemUpdateAnswerSchema } from './pleo-responses.js';

/** What Pleo says about each item of an update: stored, or an error by its type name. */
export type ItemUpdateAnswer = z.output<typeof itemUpdateAnswerSchema>;

type SendBatch = (batch: readonly ItemUpdateBody[]) => Promise<ItemUpdateAnswer | 'too-large'>;

/** Sends updates in batches, and a batch that Pleo finds too large in halves. Source: Pleo, Update export items. */
export async function updateInBatches(
  updates: readonly ItemUpdateBody[],
  batchSize: number,
  sendBatch: SendBatch,
): Promise<ItemUpdateAnswer> {
  const answers: ItemUpdateAnswer[] = [];
  for (let start = 0; start < updates.length; start += batchSize) {
    const batch = updates.slice(start, start + batchSize);
    const answer = await sendBatch(batch);
    answers.push(answer === 'too-large' ? await updateInBatches(batch, halfOf(batch), sendBatch) : answer);
  }
  return { data: answers.flatMap(({ data }) => data), errors: answers.flatMap(({ errors }) => errors) };
}

function halfOf(batch: readonly ItemUpdateBody[]): number {
  if (batch.length > 1) return Math.ceil(batch.length / 2);
  throw pleoError('PLEO_REQUEST_REFUSED', 'Pleo finds an update of a single item too large.');
}
