import { defaultOrganisation, startXeroSimulator, type XeroSimulator } from '@ledgerferry/adapter-xero/simulator';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { CommandInput } from '../with-companies.js';
import { runSimulator } from './run-simulator.js';

export interface SimulateXeroInput extends Pick<CommandInput, 'surroundings' | 'json'> {
  readonly port: number;
  readonly host: string;
  /** An app that a user consents to, instead of a token that is good for everything. */
  readonly oauth?: boolean | undefined;
}

const ACCESS_TOKEN = 'simulated-access-token';
const APP = { clientId: 'simulated-app', clientSecret: 'simulated-secret' };

/** What was sent here either took effect or never will, so nobody need wait before looking. */
const LIMITS = { lingerMs: 0 };

/** Runs a simulated Xero with one organisation, until it is stopped. */
export async function simulateXero({ surroundings, json, port, host, oauth }: SimulateXeroInput): Promise<ExitCode> {
  const credential = oauth ? { apps: [APP] } : { accessToken: ACCESS_TOKEN };
  const organisation = defaultOrganisation();
  const announce = (simulator: XeroSimulator) => {
    const { url, baseUrl, connectionsUrl, tokenUrl, authorizeUrl } = simulator;
    const auth = oauth ? { ...APP, tokenUrl, authorizeUrl } : { accessToken: ACCESS_TOKEN };
    const { tenantId, name } = organisation;
    // these are no secrets
    const facts = { url, organisation: name, connection: { baseUrl, connectionsUrl, tenantId, auth, limits: LIMITS } };
    surroundings.stdout.write(json ? `${JSON.stringify(facts)}\n` : describe(facts, oauth === true));
  };
  const start = () => startXeroSimulator({ port, host, organisations: [organisation], ...credential });
  await runSimulator({ host, port, stop: surroundings.stop, start, announce });
  return EXIT.done;
}

function describe(
  {
    url,
    organisation,
    connection,
  }: { readonly url: string; readonly organisation: string; readonly connection: object },
  mustConnect: boolean,
): string {
  return `A simulated Xero listens on ${url}, with the organisation ${organisation}.
Stop it with Ctrl-C. To export into it, start \`ledgerferry simulate pleo\` too, save what that prints as ledgerferry.yaml, and put these in
place of its adapter and of its company's connection${mustConnect ? '; then run `ledgerferry connect xero`' : ''}:

adapter: "@ledgerferry/adapter-xero"
    connection: ${JSON.stringify(connection)}
`;
}
