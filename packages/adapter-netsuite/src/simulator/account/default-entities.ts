import type { EmployeeSeed, VendorSeed } from './netsuite-account.js';

const KNOWN_VENDORS: readonly (readonly [code: string, name: string])[] = [
  ['V-IE-047V', 'Google Ireland Ltd'],
  ['V-IE-83DH', 'Slack Technologies Ltd'],
  ['V-DK-0053', 'DSB'],
  ['V-DK-4207', 'Smørrebrød & Øl I/S'],
  ['V-DK-1315', 'BAUHAUS Danmark A/S'],
  ['V-SE-9901', 'SJ AB'],
  ['V-SE-7801', 'Kjell & Co Elektronik AB'],
  ['V-GB-6107', 'Trainline.com Ltd'],
  ['V-GB-4223', 'Pret A Manger (Europe) Ltd'],
  ['V-DE-0246', 'DB Vertrieb GmbH'],
  ['V-DE-4517', 'Bäckerei Grünbaum e.K.'],
  ['V-DE-1812', 'Hetzner Online GmbH'],
  ['V-JP-1569', 'JR Tōkai K.K.'],
];

/**
 * Vendors that the Pleo simulator's items name, all but four: their bills are refused, because the adapter makes no vendors. And two that
 * take none: one is inactive, one is of the other subsidiary.
 */
export const DEFAULT_VENDORS: readonly VendorSeed[] = [
  ...KNOWN_VENDORS.map(([code, companyName]) => ({ entityId: code, companyName, externalId: `ext-${code}` })),
  { entityId: 'V-OLD', companyName: 'Closed Stationery Ltd', isInactive: true },
  { entityId: 'V-SE-ONLY', companyName: 'Bara i Sverige AB', subsidiaries: ['Norrsken Möbler AB'] },
];

const NAMES: readonly string[] = [
  'Mia Holm',
  'Søren Ærø Kjærgaard',
  'Ida Østergård',
  'Jens-Peter Å. Lund',
  'Nadia El-Amin',
  'Åsa Lindqvist',
  'Björn Öhman',
  'Elin Sjögren',
  'Karl "Kalle" Nyström',
  '李娜',
  'Siobhán O’Donnell',
  'James Whitfield',
  'Priya Raman',
  'Zoë Hart-Davies',
  'Tom Ng',
  'Jürgen Groß',
  'Käthe Müller-Lüdenscheidt',
  'Emre Yılmaz',
  'Franziska Weiß',
  'יעל כהן',
];

/** Everybody whom the Pleo simulator's items name. */
export const DEFAULT_EMPLOYEES: readonly EmployeeSeed[] = NAMES.map((name) => {
  const [firstName = name, ...rest] = name.split(' ');
  return { entityId: name, firstName, lastName: rest.join(' ') };
});
