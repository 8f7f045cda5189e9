/** A Pleo customer as the generator knows it. */
export interface Company {
  id: string;
  name: string;
  country: 'DK' | 'SE' | 'GB' | 'DE';
  /** VAT rates in per cent, standard rate first. */
  vatPercents: readonly number[];
  employees: readonly string[];
}

/** The companies; a job takes one by its `companyId` or by its seed. */
export const COMPANIES: readonly Company[] = [
  {
    id: '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11',
    name: 'Havnegade Kaffe ApS',
    country: 'DK',
    vatPercents: [25],
    employees: ['Mia Holm', 'Søren Ærø Kjærgaard', 'Ida Østergård', 'Jens-Peter Å. Lund', 'Nadia El-Amin'],
  },
  {
    id: '8a1c6e52-7f30-4d2b-8c94-1b5d7e9f2a22',
    name: 'Norrsken Möbler AB',
    country: 'SE',
    vatPercents: [25, 12, 6],
    employees: ['Åsa Lindqvist', 'Björn Öhman', 'Elin Sjögren', 'Karl "Kalle" Nyström', '李娜'],
  },
  {
    id: 'c47b9d31-2e85-4f6a-a1d7-3c8e0f5b6a33',
    name: "O'Donnell & Daughters Ltd",
    country: 'GB',
    vatPercents: [20, 5],
    employees: ['Siobhán O’Donnell', 'James Whitfield', 'Priya Raman', 'Zoë Hart-Davies', 'Tom Ng'],
  },
  {
    id: 'e92f4a68-6b17-4c3d-b5e0-4d9f1a6c7b44',
    name: 'Grünwald Maschinenbau GmbH',
    country: 'DE',
    vatPercents: [19, 7],
    employees: ['Jürgen Groß', 'Käthe Müller-Lüdenscheidt', 'Emre Yılmaz', 'Franziska Weiß', 'יעל כהן'],
  },
];

/** Departments of every company. */
export const TEAMS: readonly { name: string; code: string }[] = [
  { name: 'Engineering', code: 'D-20' },
  { name: 'Sales; Nordics', code: 'D-30' },
  { name: 'Økonomi', code: 'D-40' },
  { name: 'Marketing 🎨', code: 'D-50' },
];

/** Values of the two tag groups that items may carry. */
export const TAGS: readonly { groupCode: string; codes: readonly string[] }[] = [
  { groupCode: 'DEPARTMENT', codes: ['ENG', 'SAL', 'FIN', 'MKT'] },
  { groupCode: 'PROJECT', codes: ['P-1001', 'P-1002', 'Ø-17', 'Q3|LAUNCH'] },
];
