const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const PLAIN_KEY = /^[A-Za-z0-9-]+$/;

/** Text on one line: control characters, line ends and runs of blanks become one blank. */
export function onOneLine(text: string): string {
  return PLAIN.test(text) ? text : text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** A piece of text that may stand in a key: letters, digits and hyphens. */
export function asKey(text: string): string {
  return PLAIN_KEY.test(text) ? text : onOneLine(text).replace(/[^\p{L}\p{N}]+/gu, '-');
}
