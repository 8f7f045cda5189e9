/** File endings of the types Pleo takes. Source: Pleo, Attachments: doc, docx, pdf, txt, jpg, jpeg, png, xls, xlsx. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/plain': 'txt',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** The name a receipt gets in the ledger, as Pleo gives none: entry, position, and the ending of its type. The same for every attempt. */
export function receiptFileName(accountingEntryId: string, index: number, contentType: string): string {
  const ending = ENDINGS[contentType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'bin';
  return `${accountingEntryId}-${index + 1}.${ending}`;
}
