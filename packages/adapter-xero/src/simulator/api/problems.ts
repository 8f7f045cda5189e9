/** What is wrong with an element that was sent, and where. */
export class Problems {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  readonly contactErrors: string[] = [];
  readonly lineErrors = new Map<number, string[]>();

  get isEmpty(): boolean {
    return this.errors.length === 0 && this.contactErrors.length === 0;
  }

  error(message: string): void {
    this.errors.push(message);
  }

  /** Warnings do not keep an element from being stored. */
  warn(message: string): void {
    this.warnings.push(message);
  }

  /** About the contact of a document: stands at the contact alone. */
  ofContact(message: string): void {
    this.contactErrors.push(message);
  }

  /** About a line: stands at the line, and at the element. */
  ofLine(index: number, message: string): void {
    this.lineErrors.set(index, [...(this.lineErrors.get(index) ?? []), message]);
    this.errors.push(message);
  }
}

/** Messages as answers carry them. */
export function messagesOf(messages: readonly string[]): readonly { readonly Message: string }[] {
  return messages.map((Message) => ({ Message }));
}
