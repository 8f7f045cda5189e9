import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DEFAULT_API_KEY,
  generateExportJob,
  startPleoSimulator,
  type GeneratedExportJob,
  type GenerateOptions,
  type PleoSimulator,
  type PleoSimulatorOptions,
} from '@ledgerferry/pleo-simulator';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';

/** A company with books in a folder of its own, and a simulated Pleo where jobs wait. */
export interface Workplace {
  readonly folder: string;
  readonly configuration: string;
  readonly ledger: string;
  readonly simulator: PleoSimulator;
  readonly job: GeneratedExportJob;
  /** The configuration as data, to be changed and written anew. */
  readonly settings: Settings;
  readonly write: (settings: unknown) => Promise<void>;
  /** References of all documents in the ledger, in order; a document booked twice is there twice. */
  readonly bookedReferences: () => Promise<readonly string[]>;
}

interface Settings {
  readonly adapter: string;
  readonly state: string;
  readonly pleo: object;
  readonly companies: readonly [CompanySettings, ...CompanySettings[]];
}

interface CompanySettings {
  readonly id: string;
  readonly name: string;
  readonly bookkeeping: object;
  readonly connection: object;
}

export const BOOKKEEPING = {
  accounts: { wallet: '55000', outOfPocket: '63040', contra: '55990', payable: '63000', employeeReceivable: '63050' },
  timeZone: 'Europe/Copenhagen',
  posting: 'final',
};

/** Runs something at the end: of the test, or of all tests of a group. */
type AtTheEnd = (cleanUp: () => Promise<void>) => void;

/** Opens a workplace with one waiting job; everything is gone at the end. */
export async function openWorkplace(
  options: Partial<GenerateOptions> = {},
  { atTheEnd = onTestFinished, credential = {} }: { atTheEnd?: AtTheEnd; credential?: PleoSimulatorOptions } = {},
): Promise<Workplace> {
  const folder = await makeFolder(atTheEnd);
  const simulator = await startPleoSimulator(credential);
  atTheEnd(() => simulator.close());
  const job = generateExportJob({ seed: 7, items: 12, receipts: 0.2, ...options });
  simulator.addJob(job);
  const configuration = join(folder, 'ledgerferry.yaml');
  const ledger = join(folder, 'books.journal');
  const settings: Settings = {
    adapter: '@ledgerferry/adapter-journal',
    state: 'sqlite:./state.db',
    pleo: { baseUrl: simulator.url, apiKey: DEFAULT_API_KEY },
    companies: [
      { id: job.companyId, name: 'Example ApS', bookkeeping: BOOKKEEPING, connection: { file: './books.journal' } },
    ],
  };
  const write = (changed: unknown): Promise<void> => writeFile(configuration, stringify(changed));
  await write(settings);
  return {
    folder,
    configuration,
    ledger,
    simulator,
    job,
    settings,
    write,
    bookedReferences: () => referencesIn(ledger),
  };
}

/** A folder that is gone at the end. */
export async function makeFolder(atTheEnd: AtTheEnd = onTestFinished): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'ledgerferry-runner-')));
  atTheEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function referencesIn(ledger: string): Promise<readonly string[]> {
  const text = await readFile(ledger, 'utf8');
  return [...text.matchAll(/^ +; reference:(\S+)$/gm)].map(([, reference = '']) => reference).toSorted();
}

/** Entries that the ledger must hold: all but those that were broken on purpose. */
export function soundEntries({ accountingEntryIds, planted }: GeneratedExportJob): readonly string[] {
  const broken = new Set(planted.map(({ accountingEntryId }) => accountingEntryId));
  return accountingEntryIds.filter((id) => !broken.has(id)).toSorted();
}

/** The entries that documents belong to, each once. */
export function entriesOf(references: readonly string[]): readonly string[] {
  return [...new Set(references.map((reference) => reference.split('/', 1).join('')))].toSorted();
}
