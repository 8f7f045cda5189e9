import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { UsageError } from '../usage-error.js';

/** Tells a folder that a demo made from one that somebody else did. */
const MARKER = '.ledgerferry-demo';

/** Where the demo leaves what it did. */
export interface DemoFolder {
  readonly path: string;
  readonly state: string;
  readonly configuration: string;
  /** Writes a configuration that other commands can be tried with afterwards. */
  writeConfiguration(settings: DemoSettings): Promise<void>;
}

interface DemoSettings {
  readonly pleo: { readonly baseUrl: string; readonly apiKey: string };
  readonly companyId: string;
  readonly adapter: string;
  readonly accounts: object;
  readonly connection: object;
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
    path: folder,
    state: join(folder, 'ledgerferry.db'),
    configuration,
    writeConfiguration: (settings) => writeFile(configuration, toYaml(settings)),
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

function toYaml({ pleo, companyId, adapter, accounts, connection }: DemoSettings): string {
  return stringify({
    adapter,
    state: 'sqlite:./ledgerferry.db',
    pleo,
    companies: [
      {
        id: companyId,
        name: 'Demo company',
        bookkeeping: { accounts, timeZone: 'Europe/Copenhagen', posting: 'final' },
        connection,
      },
    ],
  });
}
