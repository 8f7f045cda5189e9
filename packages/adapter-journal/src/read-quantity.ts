/** An amount as its digits: 895.20 DKK is 89520 with 2 decimals. */
export interface Quantity {
  readonly digits: number;
  readonly decimals: number;
  readonly currency: string;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))? ([A-Z]{3})$/;
const ANY = /^(?<before>[^\d.]*?)(?<number>\d[\d,  ]*\d|\d)?(?:\.(?<fraction>\d*))?(?<after>[^\d]*)$/;

/**
 * Reads the amount of a posting with `.` for decimals: `895.20 DKK`, `DKK -1,000.00`, `-5 "EUR"`. Prices, costs and balance
 * assertions after it are passed over. Null where it is none of these.
 */
export function readQuantity(text: string): Quantity | null {
  const plain = PLAIN.exec(text);
  if (plain) return quantity(`${plain[1]}${plain[2]}`, plain[3] ?? '', plain[4] ?? '');
  const amount = text.split(/[@={]/, 1)[0]?.trim() ?? '';
  const groups = ANY.exec(amount)?.groups;
  if (!groups || (groups['number'] === undefined && !groups['fraction'])) return null;
  const around = `${groups['before']}${groups['after']}`;
  const currency = around.replace(/["\s+-]/g, '');
  if (currency === '' || /[()*/]/.test(currency)) return null;
  const whole = (groups['number'] ?? '0').replace(/[,\s]/g, '');
  return quantity(around.includes('-') ? `-${whole}` : whole, groups['fraction'] ?? '', currency);
}

function quantity(whole: string, fraction: string, currency: string): Quantity | null {
  const digits = Number(`${whole}${fraction}`);
  return Number.isSafeInteger(digits)
    ? { digits: digits === 0 ? 0 : digits, decimals: fraction.length, currency }
    : null;
}
