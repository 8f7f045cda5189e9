import { jsonAnswer, type Answer } from '../http/answer.js';
import type { ApiCall } from './api-call.js';

/** 200 with what Xero puts around every answer. */
export function envelope({ books }: ApiCall, content: Readonly<Record<string, unknown>>): Answer {
  return jsonAnswer(200, {
    Id: books.newId(),
    Status: 'OK',
    ProviderName: 'Ledgerferry',
    DateTimeUTC: instant(books.now()),
    ...content,
  });
}

/** An instant as Xero writes it. */
export function instant(ms: number): string {
  return `/Date(${ms}+0000)/`;
}

/** A day as Xero writes it, under a name and the same with `String` behind it. */
export function dayFields(name: string, day: string): Readonly<Record<string, string>> {
  return { [name]: instant(Date.parse(day)), [`${name}String`]: `${day}T00:00:00` };
}
