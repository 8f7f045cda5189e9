/** What a browser is shown after the consent. Every word is our own: nothing of the request is repeated. */
export interface CallbackPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

export const CALLBACK_PAGES = {
  connected: { status: 200, title: 'Connected', text: 'Ledgerferry keeps the consent. You may close this page.' },
  notConnected: {
    status: 400,
    title: 'Not connected',
    text: 'Nothing was changed. Where Ledgerferry runs, it says why. You may close this page.',
  },
  stranger: {
    status: 400,
    title: 'Not the answer that is waited for',
    text: 'Ledgerferry goes on waiting: open the address that it shows, and no older one.',
  },
  nothingHere: { status: 404, title: 'Nothing here', text: 'Open the address that Ledgerferry shows.' },
} as const satisfies Record<string, CallbackPage>;

/** The address of such a page carries a code, so it is neither kept nor passed on. */
export const CALLBACK_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  Connection: 'close',
};

export function toHtml({ title, text }: CallbackPage): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>\n`;
}
