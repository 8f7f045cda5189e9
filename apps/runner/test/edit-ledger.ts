import { readFile, writeFile } from 'node:fs/promises';

/** What a person does to a plain-text ledger by hand: changes the one transaction that has this reference. */
async function editTransaction(
  ledger: string,
  reference: string,
  change: (transaction: string) => string,
): Promise<void> {
  const blocks = (await readFile(ledger, 'utf8')).split('\n\n');
  const index = blocks.findIndex((block) => block.includes(`reference:${reference}\n`));
  const found = blocks[index];
  if (found === undefined) throw new Error(`The ledger has no transaction ${reference}.`);
  await writeFile(ledger, blocks.with(index, change(found)).join('\n\n'));
}

export function takeOut(ledger: string, reference: string): Promise<void> {
  return editTransaction(ledger, reference, () => '; taken out by hand');
}

export function enterTwice(ledger: string, reference: string): Promise<void> {
  return editTransaction(
    ledger,
    reference,
    (transaction) => `${transaction}\n\n${transaction.replace(/^account.*\n\n/gm, '')}`,
  );
}

/** Puts another amount for one that is in it, on both sides. */
export function changeAmount(ledger: string, reference: string, from: string, to: string): Promise<void> {
  return editTransaction(ledger, reference, (transaction) => transaction.replaceAll(from, to));
}
