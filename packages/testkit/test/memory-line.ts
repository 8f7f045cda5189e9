import { CALL_NOT_BEGUN, IntegrationError, type AccountingAdapter, type PostCall } from '@ledgerferry/core';

/** The line between an adapter and its ledger in memory: it can refuse the login or the call, and sees what passes. */
export class MemoryLine {
  #isRevoked = false;
  #isSpent = false;
  #inHand = 0;
  #mostInHand = 0;
  readonly #links = new Map<string, readonly string[]>();

  get mostCallsAtOnce(): number {
    return this.#mostInHand;
  }

  revokeAccess(): void {
    this.#isRevoked = true;
  }

  spendBudget(): void {
    this.#isSpent = true;
  }

  linksOf(reference: string | undefined): readonly string[] {
    return (reference === undefined ? undefined : this.#links.get(reference)) ?? [];
  }

  /** The adapter, speaking over this line. */
  adapterOver(adapter: AccountingAdapter): AccountingAdapter {
    return {
      ...adapter,
      checkReadiness: () => this.#pass(() => adapter.checkReadiness()),
      find: (queries) => this.#pass(() => adapter.find(queries)),
      findAttachments: (target) => this.#pass(() => adapter.findAttachments(target)),
      attach: (call) => this.#pass(() => adapter.attach(call)),
      post: (call) => {
        if (this.#isSpent) return Promise.reject(notBegun());
        this.#noteLinks(call);
        return this.#pass(() => adapter.post(call));
      },
    };
  }

  async #pass<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    if (this.#isRevoked)
      throw new IntegrationError(
        'connection-lost',
        'MEMORY_LOGIN_REFUSED',
        'The ledger refuses the login: connect again.',
      );
    this.#inHand += 1;
    this.#mostInHand = Math.max(this.#mostInHand, this.#inHand);
    try {
      await Promise.resolve();
      return await call();
    } finally {
      this.#inHand -= 1;
    }
  }

  #noteLinks({ documents, resolved }: PostCall): void {
    for (const { document, reference } of documents)
      this.#links.set(
        reference,
        document.dependsOn.map((key) => resolved.get(key) ?? ''),
      );
  }
}

function notBegun(): IntegrationError {
  return new IntegrationError('transient', CALL_NOT_BEGUN, 'The call was not sent yet.', { retryAfterMs: 250 });
}
