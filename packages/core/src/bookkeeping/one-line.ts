/** The text on one line: control characters and broken surrogates removed, whitespace collapsed, ends trimmed. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
}

const UNPRINTABLE = /(?!\s)\p{Cc}|\p{Cs}/gu;
