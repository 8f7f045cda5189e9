import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { UsageError } from '../usage-error.js';

/** Tells a folder that a demo made from one that somebody else did. */
const MARKER = '.ledgerferry-demo';

/** Where the demo leaves what it did. */
export interface DemoFolder {
  readonly ledger: string;
  readonly receipts: string;
  readonly state: string;
  readonly configuration: string;
  /** Writes a configuration that other commands can be tried with afterwards. */
  writeConfiguration(pleo: {
    readonly baseUrl: string;
    readonly apiKey: string;
    readonly companyId: string;
  }): Promise<void>;
}

/** Makes the folder anew. @throws {UsageError} where a folder of that name is there that no demo made. */
export async function prepareDemoFolder(folder: string): Promise<DemoFolder> {
  const names = await namesIn(folder);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new UsageError(`${folder} is there already and was not made by a demo. Choose another with --folder.`);
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, MARKER), 'Made by `ledgerferry demo`, which deletes this folder when it runs again.\n');
  const configuration = join(folder, 'ledgerferry.yaml');
  return {
    ledger: join(folder, 'ledger.journal'),
    receipts: join(folder, 'receipts'),
    state: join(folder, 'ledgerferry.db'),
    configuration,
    writeConfiguration: (pleo) => writeFile(configuration, toYaml(pleo)),
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new UsageError(`${folder} is a file. Choose another folder with --folder.`);
    throw error;
  }
}

function toYaml({ baseUrl, apiKey, companyId }: { baseUrl: string; apiKey: string; companyId: string }): string {
  return stringify({
    adapter: '@ledgerferry/adapter-journal',
    state: 'sqlite:./ledgerferry.db',
    pleo: { baseUrl, apiKey },
    companies: [
      {
        id: companyId,
        name: 'Demo company',
        bookkeeping: {
          accounts: {
            wallet: { DKK: '55010', EUR: '55020', GBP: '55030', SEK: '55040' },
            outOfPocket: '63040',
            contra: '55990',
            payable: '63000',
            employeeReceivable: '63050',
          },
          timeZone: 'Europe/Copenhagen',
          posting: 'final',
        },
        connection: { file: './ledger.journal', receipts: './receipts' },
      },
    ],
  });
}
