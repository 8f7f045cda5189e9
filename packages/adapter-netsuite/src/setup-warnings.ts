import type { NetsuiteConnection } from './netsuite-connection.js';
import { approvalProperty } from './plan/approval-of.js';
import type { AccountSetup } from './reference-data/account-setup.js';
import type { NetsuiteRecordName } from './reference-data/netsuite-facts.js';

/** What of the settings the account cannot meet, where entries are posted all the same: each a sentence for an administrator. */
export function setupWarnings(
  { restlet, linkField, approval }: Pick<NetsuiteConnection, 'restlet' | 'linkField' | 'approval'>,
  { writable }: Pick<AccountSetup, 'writable'>,
): readonly string[] {
  return [
    ...(restlet === undefined ? [WITHOUT_RESTLET] : []),
    ...(linkField === undefined ? [] : withoutLinkField(linkField, writable)),
    ...(approval === 'leave' ? mayWaitForApproval(writable) : []),
  ];
}

const WITHOUT_RESTLET =
  'connection.restlet is not set: entries carry the link to Pleo, and receipts are not uploaded to NetSuite.';

/** The catalog shows the property, and does not tell whether anything is routed. */
function mayWaitForApproval(writable: AccountSetup['writable']): readonly string[] {
  const routable = [...writable].filter(([record, { body }]) => body.has(approvalProperty(record)));
  if (routable.length === 0) return [];
  const records = routable.map(([record]) => IN_WORDS[record]).join(', ');
  return [
    `connection.approval is leave, and ${records} have an approval in NetSuite: where approval routing is on, what is posted as final waits there until somebody approves it. Set it to approve to have it count at once.`,
  ];
}

/** As people know them. */
const IN_WORDS: Readonly<Record<NetsuiteRecordName, string>> = {
  journalEntry: 'journals',
  vendorBill: 'vendor bills',
  vendorCredit: 'vendor credits',
  vendorPayment: 'vendor payments',
};

/** Custom body fields are applied to transaction types one by one. Source: Oracle, Creating Custom Transaction Body Fields. */
function withoutLinkField(linkField: string, writable: AccountSetup['writable']): readonly string[] {
  const lacking = [...writable].filter(([, { body }]) => !body.has(linkField)).map(([record]) => IN_WORDS[record]);
  if (lacking.length === 0) return [];
  return [
    `connection.linkField is ${linkField}, and the account shows no such field on ${lacking.join(', ')}: their memo carries the link to Pleo. Apply the field to them in NetSuite, or correct the setting.`,
  ];
}
