import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

/** Our RESTlet's entry points. */
export interface ReceiptScript {
  post(upload: object): { readonly fileId: string };
  get(place: object): { readonly files: readonly { readonly fileId: string; readonly fileName: string }[] };
}

/** What the script finds in NetSuite. */
export interface FakedNetsuite {
  /** The script's parameter. */
  folder: string | null;
  readonly files: Map<number, { name: string; fileType: string; contents: string; folder: number }>;
  /** File ids by transaction id. */
  readonly transactions: Map<string, Set<number>>;
  /** What files were attached to, as `journalentry 10001`. */
  readonly attachedTo: Set<string>;
}

export function fakeNetsuite(): FakedNetsuite {
  return { folder: '3001', files: new Map(), transactions: new Map([['10001', new Set()]]), attachedTo: new Set() };
}

/** The very script that is installed in NetSuite, over modules that stand for SuiteScript's. */
export function loadScript(netsuite: FakedNetsuite): ReceiptScript {
  const source = readFileSync(new URL('../../restlet/ledgerferry-receipts.js', import.meta.url), 'utf8');
  const modules: Readonly<Record<string, object>> = modulesOf(netsuite);
  let script: ReceiptScript | undefined;
  runInNewContext(source, {
    define: (names: readonly string[], make: (...given: (object | undefined)[]) => ReceiptScript) => {
      script = make(...names.map((name) => modules[name]));
    },
  });
  if (!script) throw new Error('the script defines nothing');
  return script;
}

/** Source: Oracle, SuiteScript 2.x Modules: as far as the script uses them. */
function modulesOf(netsuite: FakedNetsuite) {
  return {
    'N/encode': {
      Encoding: { BASE_64: 'BASE_64', UTF_8: 'UTF_8' },
      convert: ({ string }: { string: string }) => Buffer.from(string, 'base64').toString('utf8'),
    },
    'N/error': {
      create: ({ name, message }: { name: string; message: string }) => Object.assign(new Error(message), { name }),
    },
    'N/file': {
      Type: {
        EXCEL: 'EXCEL',
        JPGIMAGE: 'JPGIMAGE',
        PDF: 'PDF',
        PLAINTEXT: 'PLAINTEXT',
        PNGIMAGE: 'PNGIMAGE',
        WORD: 'WORD',
      },
      create: (file: { name: string; fileType: string; contents: string; folder: number }) => ({
        save: () => saveFile(file, netsuite),
      }),
    },
    'N/record': { attach: (attachment: Attachment) => attach(attachment, netsuite) },
    'N/runtime': { getCurrentScript: () => ({ getParameter: () => netsuite.folder }) },
    'N/search': {
      Summary: { GROUP: 'GROUP' },
      Type: { TRANSACTION: 'transaction' },
      createColumn: (column: object) => column,
      create: (search: Search) => ({ run: () => ({ getRange: () => rowsOf(search, netsuite) }) }),
    },
  };
}

/** The same name in the same folder is the same file. */
function saveFile(
  file: { name: string; fileType: string; contents: string; folder: number },
  { files }: FakedNetsuite,
) {
  const same = [...files].find(([, other]) => other.name === file.name && other.folder === file.folder);
  const id = same?.[0] ?? 4_001 + files.size;
  files.set(id, file);
  return id;
}

interface Attachment {
  readonly record: { readonly type: string; readonly id: number };
  readonly to: { readonly type: string; readonly id: string };
}

function attach({ record, to }: Attachment, { transactions, attachedTo }: FakedNetsuite): void {
  if (record.type !== 'file') throw new Error('only files are attached');
  transactions.get(to.id)?.add(record.id);
  attachedTo.add(`${to.type} ${to.id}`);
}

interface Search {
  readonly filters: readonly (readonly [name: string, operator: string, value: string])[];
  readonly columns: readonly { readonly name: string; readonly join: string }[];
}

/** A row for each file; one that is empty for a transaction without any. */
function rowsOf({ filters }: Search, { files, transactions }: FakedNetsuite) {
  const attached = transactions.get(filters[0]?.[2] ?? '');
  if (!attached) return [];
  const rows = attached.size === 0 ? [{ internalid: null, name: '- None -' }] : [...attached].map(rowOf);
  return rows.map((row) => ({ getValue: ({ name }: { name: 'internalid' | 'name' }) => row[name] }));

  function rowOf(id: number) {
    return { internalid: String(id), name: files.get(id)?.name ?? null };
  }
}
