import { runLedgerferry, type Ran, type RunOptions } from './run-ledgerferry.js';

/** How a connection went, seen from both sides. */
export interface Connected extends Ran {
  /** The addresses that the user was asked to open. */
  readonly asked: readonly string[];
  /** What the browser showed at last, a page for each address. */
  readonly pages: readonly BrowserPage[];
}

export interface BrowserPage {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Opens an address as a browser would, redirects and all. */
export async function open(url: string): Promise<BrowserPage> {
  const response = await fetch(url);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** Runs `connect`, and opens every address that it shows; or does what `user` does with it. */
export async function connectAsUser(
  argv: readonly string[],
  { user = open, ...options }: RunOptions & { readonly user?: (url: string) => Promise<BrowserPage> } = {},
): Promise<Connected> {
  const asked: string[] = [];
  const pages: Promise<BrowserPage>[] = [];
  const ran = await runLedgerferry(['connect', ...argv, '--port', '0'], {
    ...options,
    onStderr: (text) => {
      const url = /^http\S+code_challenge\S+$/m.exec(text)?.[0];
      if (url === undefined) return;
      asked.push(url);
      pages.push(user(url));
    },
  });
  return { ...ran, asked, pages: await Promise.all(pages) };
}
