import { execFile } from 'node:child_process';

/** What `hledger check --strict` says of a ledger; null where hledger is not installed. */
export function ledgerCheck(ledger: string, env: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('hledger', ['-f', ledger, 'check', '--strict'], { env: { ...env } }, (error, _, complaint) => {
      if (error && 'code' in error && error.code === 'ENOENT') return resolve(null);
      resolve(error ? `hledger check --strict complains:\n${complaint.trim()}` : 'hledger check --strict: ok');
    });
  });
}
