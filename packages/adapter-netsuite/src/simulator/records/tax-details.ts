import type { EnteredLine, EnteredTax, HeldTransaction } from '../books/held-records.js';
import { invalidValue, missingValue, notSettable } from '../http/problems.js';
import type { SentFields } from './sent-fields.js';

/** What SuiteTax books after a write. */
export interface TaxDetails {
  readonly overridesTax: boolean;
  readonly taxes: readonly EnteredTax[];
}

/** Rows of `taxDetails`, which count only where `taxDetailsOverride` is true: this account calculates no tax of its own. */
export function readTaxDetails(
  sent: SentFields,
  before: HeldTransaction | null,
  { places, lines, isReachable }: { places: number; lines: readonly EnteredLine[]; isReachable: boolean },
): TaxDetails {
  const overridesTax = sent.flag('taxDetailsOverride') ?? before?.overridesTax ?? false;
  const rows = sent.sublist('taxDetails');
  if (rows && !isReachable) sent.refuse(...notSettable('taxdetails').details);
  const taxes = rows ? rows.lines.map((row) => readRow(row, places, lines)) : (before?.taxes ?? []);
  return { overridesTax, taxes: overridesTax ? taxes : [] };
}

function readRow(row: SentFields, places: number, lines: readonly EnteredLine[]): EnteredTax {
  const [reference, taxCodeId, amount] = [
    row.text('taxDetailsReference'),
    row.reference('taxCode'),
    row.amount('taxAmount', places),
  ];
  row.amount('taxBasis', places);
  row.amount('netAmount', places);
  row.decimal('taxRate');
  if (!lines.some(({ taxReference }) => taxReference === reference)) {
    row.refuse(invalidValue(reference ?? '', 'taxDetailsReference', `${row.path}.taxDetailsReference`));
  }
  if (typeof taxCodeId !== 'string') row.refuse(...missingValue('Tax Code').details);
  if (typeof amount !== 'number') row.refuse(...missingValue('Tax Amount').details);
  return { reference: reference ?? '', taxCodeId: taxCodeId ?? '', amount: amount ?? 0 };
}
