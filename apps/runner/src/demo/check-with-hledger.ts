import { execFile } from 'node:child_process';

/** What `hledger check --strict` says of a ledger; null where hledger is not installed. */
export function ledgerCheck(ledger: string, env: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  return new Promise((resolve) => {
    // the ledger is UTF-8, and hledger reads what the locale says
    const options = { env: { ...env, LC_ALL: 'C.UTF-8' } };
    execFile('hledger', ['-f', ledger, 'check', '--strict'], options, (error, _, complaint) => {
      if (error && 'code' in error && error.code === 'ENOENT') return resolve(null);
      resolve(error ? `hledger check --strict complains:\n${complaint.trim()}` : 'hledger check --strict: ok');
    });
  });
}
