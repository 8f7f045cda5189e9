import { EXIT, type ExitCode } from '../exit-code.js';
import type { CommandInput } from '../with-companies.js';
import { runSimulator } from './run-simulator.js';

/** How a simulated accounting system is started from the command line. */
export interface SimulateLedgerInput extends Pick<CommandInput, 'surroundings' | 'json'> {
  readonly port: number;
  readonly host: string;
}

interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** An accounting system to try an export with. */
interface SimulatedLedger<Started extends Listening> {
  /** As people know it. */
  readonly name: string;
  /** Its adapter's package. */
  readonly adapter: string;
  /** What it holds, under its kind in the JSON: `{ organisation: 'Example Ltd' }`. */
  readonly holds: Readonly<Record<string, string>>;
  readonly start: () => Promise<Started>;
  /** A company's settings that lead to it. These are no secrets. */
  readonly connection: (simulator: Started) => object;
  /** What is to be done before the first export, such as `run …`; null where nothing is. */
  readonly before: string | null;
}

/** What was sent to a simulator either took effect or never will, so nobody need wait before looking. */
export const LIMITS = { lingerMs: 0 };

/** Runs a simulated accounting system until it is stopped, and prints the settings with which it is exported into. */
export async function simulateLedger<Started extends Listening>(
  { surroundings, json, port, host }: SimulateLedgerInput,
  ledger: SimulatedLedger<Started>,
): Promise<ExitCode> {
  const announce = (simulator: Started) => {
    const { url } = simulator;
    const connection = ledger.connection(simulator);
    const facts = { url, ...ledger.holds, connection };
    surroundings.stdout.write(json ? `${JSON.stringify(facts)}\n` : describe(ledger, { url, connection }));
  };
  await runSimulator({ host, port, stop: surroundings.stop, start: ledger.start, announce });
  return EXIT.done;
}

function describe(
  { name, adapter, holds, before }: Omit<SimulatedLedger<never>, 'start' | 'connection'>,
  { url, connection }: { readonly url: string; readonly connection: object },
): string {
  const held = Object.entries(holds).map(([kind, called]) => `the ${kind} ${called}`);
  return `A simulated ${name} listens on ${url}, with ${held.join(' and ')}.
Stop it with Ctrl-C. To export into it, start \`ledgerferry simulate pleo\` too, save what that prints as ledgerferry.yaml, and put these in
place of its adapter and of its company's connection${before === null ? '' : `; then ${before}`}:

adapter: "${adapter}"
    connection: ${JSON.stringify(connection)}
`;
}
