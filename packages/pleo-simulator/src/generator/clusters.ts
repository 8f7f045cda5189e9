import type { EntryType } from './entry-types.js';
import type { Random } from './random.js';

/** One entry to come: its type, and which earlier members of its cluster it settles. */
export interface Member {
  type: EntryType;
  subType?: string;
  /** Indexes of earlier members. Their total, currency, user and supplier are taken over. */
  settles?: readonly number[];
  /** Whether `reconciledEntries` names them; default true. */
  namesSettled?: boolean;
}

/** Entries that belong together, in booking order. */
export type Cluster = readonly Member[];

const SETTLED_INVOICE: Cluster = [
  { type: 'invoice' },
  { type: 'invoice_payment', subType: 'invoice_payment_sent', settles: [0] },
];
const REIMBURSED: Cluster = [
  { type: 'out_of_pocket' },
  { type: 'direct_reimbursement', subType: 'reimbursement_to_employee', settles: [0] },
];

/** Every type and subtype at least once: 25 entries. */
const COMPLETE_SET: readonly Cluster[] = [
  [{ type: 'card_purchase' }],
  SETTLED_INVOICE,
  REIMBURSED,
  [
    { type: 'mileage' },
    { type: 'per_diem' },
    { type: 'external_reimbursement', subType: 'reimbursement_to_employee', settles: [0, 1] },
  ],
  [...SETTLED_INVOICE, { type: 'invoice_payment', subType: 'invoice_payment_returned', settles: [0] }],
  [
    ...REIMBURSED,
    { type: 'direct_reimbursement', subType: 'reimbursement_to_employee_refund', settles: [0], namesSettled: false },
  ],
  [{ type: 'direct_reimbursement', subType: 'reimbursement_to_company' }],
  [{ type: 'card_invoice' }],
  [{ type: 'refund' }],
  [{ type: 'chargeback' }],
  [{ type: 'cashback' }],
  [{ type: 'atm_withdrawal' }],
  [{ type: 'wallet_topup' }],
  [{ type: 'wallet_unload' }],
  [{ type: 'personal_spend' }],
  [{ type: 'fee' }],
  [{ type: 'fee', subType: 'interest' }],
];

const EVERYDAY: Cluster = [{ type: 'card_purchase' }];
/** How many of ten clusters beyond the complete set are plain card purchases. */
const EVERYDAY_SHARE = 0.6;

/** Chooses clusters that make up exactly this many entries; the complete set comes first as far as it fits. */
export function chooseClusters(random: Random, items: number, types: readonly EntryType[]): Cluster[] {
  const allowed = COMPLETE_SET.filter((cluster) => cluster.every((member) => types.includes(member.type)));
  const singles = allowed.filter((cluster) => cluster.length === 1);
  if (singles.length === 0) throw new Error(`types: ${types.join(', ')} holds no type that can stand alone.`);
  const chosen: Cluster[] = [];
  let left = items;
  for (const cluster of allowed) {
    if (cluster.length > left) continue;
    chosen.push(cluster);
    left -= cluster.length;
  }
  while (left > 0) {
    const cluster = pickCluster(random, left < 3 ? singles : allowed, types);
    chosen.push(cluster);
    left -= cluster.length;
  }
  return chosen;
}

function pickCluster(random: Random, clusters: readonly Cluster[], types: readonly EntryType[]): Cluster {
  const isEveryday = types.includes('card_purchase') && random.chance(EVERYDAY_SHARE);
  return isEveryday ? EVERYDAY : random.pick(clusters);
}
