import {
  DEFAULT_API_KEY,
  generateExportJob,
  startPleoSimulator,
  type PleoSimulator,
  type PleoSimulatorOptions,
} from '@ledgerferry/pleo-simulator';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { CommandInput } from '../with-companies.js';
import { runSimulator } from './run-simulator.js';

export interface SimulateInput extends Pick<CommandInput, 'surroundings' | 'json'> {
  readonly port: number;
  readonly host: string;
  readonly items: number;
  readonly seed: number;
  /** Share of entries that are broken on purpose, 0 to 1. */
  readonly broken: number;
  readonly company?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly token?: string | undefined;
  readonly oauth?: boolean | undefined;
}

const OAUTH = {
  clientId: 'simulated-client',
  clientSecret: 'simulated-secret',
  refreshToken: 'simulated-refresh-token',
  accessTokenSeconds: 3_600,
};

/** Runs a simulated Pleo with one job that waits, until it is stopped. */
export async function simulatePleo(input: SimulateInput): Promise<ExitCode> {
  const { surroundings, json, port, host, items, seed, broken, company } = input;
  const credential = credentialOf(input);
  const announce = (simulator: PleoSimulator) => {
    const job = generateExportJob({ seed, items, broken, ...(company === undefined ? {} : { companyId: company }) });
    simulator.addJob(job);
    const facts = {
      url: simulator.url,
      companyId: job.companyId,
      jobId: job.id,
      items,
      ...credentialFacts(credential, simulator.url),
    };
    surroundings.stdout.write(json ? `${JSON.stringify(facts)}\n` : describe(facts));
  };
  const start = () => startPleoSimulator({ port, host, ...credential });
  await runSimulator({ host, port, stop: surroundings.stop, start, announce });
  return EXIT.done;
}

function credentialOf({
  apiKey,
  token,
  oauth,
}: SimulateInput): Pick<PleoSimulatorOptions, 'apiKey' | 'accessToken' | 'oauth'> {
  const others = { ...(token === undefined ? {} : { accessToken: token }), ...(oauth ? { oauth: OAUTH } : {}) };
  const needsKey = apiKey !== undefined || Object.keys(others).length === 0;
  return { ...others, ...(needsKey ? { apiKey: apiKey ?? DEFAULT_API_KEY } : {}) };
}

/** The settings below `pleo` that reach the simulator; these are no secrets. */
function credentialFacts({ apiKey, accessToken, oauth }: ReturnType<typeof credentialOf>, url: string): object {
  if (apiKey !== undefined) return { apiKey };
  if (accessToken !== undefined) return { accessToken };
  const { clientId, clientSecret, refreshToken } = oauth ?? OAUTH;
  return { oauth: { clientId, clientSecret, tokenUrl: `${url}/oauth/token`, refreshToken } };
}

function describe({
  url,
  companyId,
  jobId,
  items,
  ...credential
}: {
  url: string;
  companyId: string;
  jobId: string;
  items: number;
}): string {
  const settings = { baseUrl: url, ...credential };
  return `A simulated Pleo listens on ${url}. Export Job ${jobId} waits there with ${items} entries.
Stop it with Ctrl-C. To export the job, save this as ledgerferry.yaml and run \`ledgerferry run\`:

adapter: "@ledgerferry/adapter-journal"
state: "sqlite:./ledgerferry.db"
secrets: { key: "any long text" }
pleo: ${JSON.stringify(settings)}
companies:
  - id: ${companyId}
    name: Simulated company
    bookkeeping:
      posting: final
      accounts: { wallet: "55000", outOfPocket: "63040", contra: "55990", payable: "63000", employeeReceivable: "63050" }
    connection: { file: "./ledger.journal" }
`;
}
