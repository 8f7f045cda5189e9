import type { Answer } from '../http/answer.js';
import { unreadable, validationException } from '../http/refusal.js';
import type { ApiCall } from './api-call.js';
import { envelope } from './envelope.js';
import { messagesOf, Problems } from './problems.js';
import type { SentElement } from './read-elements.js';

/** A record as an answer shows it. */
export type Wire = Readonly<Record<string, unknown>>;

/** How elements of one kind are written. */
export interface ElementWriter<T> {
  /** Such as `BankTransactions`. */
  readonly name: string;
  /** Such as `BankTransactionID`: a refused element carries one all the same. */
  readonly idField: string;
  /** Checks and stores one; what it stores is taken back where there are problems. */
  readonly write: (element: T, problems: Problems) => Wire | null;
}

interface Written {
  readonly wire: Wire;
  readonly problems: Problems;
}

/**
 * Writes the elements of a call. Without `summarizeErrors=false` one bad element fails all with 400; with it every element has a
 * status of its own. Source: Xero Accounting API, Requests and Responses: summarizeErrors.
 */
export function writeElements<T>(call: ApiCall, elements: readonly SentElement<T>[], writer: ElementWriter<T>): Answer {
  const isPerElement = call.query.get('summarizeErrors')?.toLowerCase() === 'false';
  const written: Written[] = [];
  call.books.changes.keepIf(() => {
    for (const sent of elements) written.push(writeOne(call, sent, writer));
    return isPerElement || written.every(({ problems }) => problems.isEmpty);
  });
  if (!isPerElement && written.some(({ problems }) => !problems.isEmpty))
    throw validationException(written.map(({ wire }) => wire));
  const wires = written.map(({ wire, problems }) => (isPerElement ? withStatus(wire, problems) : wire));
  return envelope(call, { [writer.name]: wires });
}

/** `summarizeErrors` is for lists alone. @throws {Refusal} 400 where it is sent elsewhere. */
export function refuseSummarizeErrors(call: ApiCall): void {
  if (call.query.has('summarizeErrors'))
    throw unreadable('QueryParseException', 'summarizeErrors is not supported by this operation.');
}

function writeOne<T>(call: ApiCall, { sent, element }: SentElement<T>, writer: ElementWriter<T>): Written {
  const problems = new Problems();
  let wire: Wire | null = null;
  call.books.changes.keepIf(() => {
    wire = writer.write(element, problems);
    return problems.isEmpty;
  });
  const shown = problems.isEmpty && wire ? wire : refused(call, sent, problems, writer.idField);
  return {
    wire: problems.warnings.length > 0 ? { ...shown, Warnings: messagesOf(problems.warnings) } : shown,
    problems,
  };
}

/** The element as it was sent, with an id that means nothing, and the messages where they belong. */
function refused({ books }: ApiCall, sent: object, problems: Problems, idField: string): Wire {
  const { Contact, LineItems, ...rest }: { readonly [field: string]: unknown } = { ...sent };
  const ofContact = { HasValidationErrors: true, ValidationErrors: messagesOf(problems.contactErrors) };
  const contact =
    problems.contactErrors.length > 0 && typeof Contact === 'object' ? { ...Contact, ...ofContact } : Contact;
  return {
    [idField]: books.newId(),
    ...rest,
    ...(Contact === undefined ? {} : { Contact: contact }),
    ...(Array.isArray(LineItems)
      ? { LineItems: LineItems.map((line: unknown, index) => withErrors(line, index, problems)) }
      : {}),
    ValidationErrors: messagesOf(problems.errors),
  };
}

function withErrors(line: unknown, index: number, { lineErrors }: Problems): unknown {
  const found = lineErrors.get(index);
  return found && typeof line === 'object' ? { ...line, ValidationErrors: messagesOf(found) } : line;
}

function withStatus(wire: Wire, problems: Problems): Wire {
  const warned = problems.warnings.length > 0 ? 'WARNING' : 'OK';
  return { ...wire, StatusAttributeString: problems.isEmpty ? warned : 'ERROR' };
}
