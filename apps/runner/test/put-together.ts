/** Puts what `simulate xero` or `simulate netsuite` prints in place of what `simulate pleo` prints, as they say. */
export function putTogether(pleo: string, ledger: string): string {
  const lineOf = (start: string) => new RegExp(`^ *${start}: .*$`, 'm');
  return ['adapter', 'connection'].reduce(
    (text, name) => text.replace(lineOf(name), () => lineOf(name).exec(ledger)?.[0] ?? ''),
    pleo.slice(pleo.indexOf('adapter:')),
  );
}
