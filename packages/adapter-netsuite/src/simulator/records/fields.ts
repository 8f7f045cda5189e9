import type { NetsuiteAccount } from '../account/netsuite-account.js';

/** What a reference may name; `any` is a list that the simulator does not keep, such as forms and terms. */
export type ReferenceTarget =
  | 'account'
  | 'accountingPeriod'
  | 'classification'
  | 'currency'
  | 'department'
  | 'entity'
  | 'location'
  | 'salesTaxItem'
  | 'subsidiary'
  | 'vendor'
  | 'vendorBill'
  | 'any'
  | `cseg${string}`;

/** A property of a record type: what may stand there. */
export type Field =
  | { readonly kind: 'text'; readonly label: string; readonly maxLength: number; readonly isCustom?: boolean }
  | {
      readonly kind: 'date' | 'flag' | 'amount' | 'decimal' | 'integer';
      readonly label: string;
      readonly isCustom?: boolean;
    }
  | { readonly kind: 'reference'; readonly label: string; readonly to: ReferenceTarget; readonly isCustom?: boolean }
  | { readonly kind: 'choice'; readonly label: string; readonly ids: readonly string[]; readonly isCustom?: boolean }
  /** `key` is the property that tells its lines apart. */
  | {
      readonly kind: 'sublist';
      readonly label: string;
      readonly key: string;
      readonly fields: Fields;
      readonly isCustom?: boolean;
    }
  /** Is answered, and passed over where it is sent. */
  | { readonly kind: 'read-only'; readonly label: string; readonly isCustom?: boolean };

export type Fields = Readonly<Record<string, Field>>;

export function text(label: string, maxLength: number): Field {
  return { kind: 'text', label, maxLength };
}

export function date(label: string): Field {
  return { kind: 'date', label };
}

export function flag(label: string): Field {
  return { kind: 'flag', label };
}

export function amount(label: string): Field {
  return { kind: 'amount', label };
}

export function reference(label: string, to: ReferenceTarget): Field {
  return { kind: 'reference', label, to };
}

export function sublist(label: string, key: string, fields: Fields): Field {
  return { kind: 'sublist', label, key, fields };
}

export function readOnly(label: string): Field {
  return { kind: 'read-only', label };
}

/** Custom fields and segments, as plain properties beside the standard ones. */
export function customFields(account: NetsuiteAccount, place: 'body' | 'line'): Fields {
  const own = place === 'body' ? account.bodyFields : account.columnFields;
  const fields = own.map(({ scriptId, label, maxLength = 4_000 }): [string, Field] => [
    scriptId,
    { ...text(label, maxLength), isCustom: true },
  ]);
  const segments = account.segments.map(({ scriptId, name }): [string, Field] => [
    scriptId,
    { kind: 'reference', label: name, to: segmentTarget(scriptId), isCustom: true },
  ]);
  return Object.fromEntries([...fields, ...segments]);
}

function segmentTarget(scriptId: string): ReferenceTarget {
  if (!scriptId.startsWith('cseg')) throw new Error(`Segment ${scriptId}: a script id begins with cseg.`);
  return `cseg${scriptId.slice('cseg'.length)}`;
}
