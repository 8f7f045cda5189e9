/** A business that employees buy from. */
export interface KnownSupplier {
  /** As the card network writes it. */
  merchantName: string;
  /** As the accounting system knows it. */
  vendorName: string;
  code: string;
  country: string;
  currency: string;
  /** Merchant category code. */
  categoryCode: string;
  taxIdentifier: string;
  /** Code of the category that its goods belong to. */
  accountCode: string;
}

/** Suppliers at home and abroad, among them two whose currency has no minor unit. */
export const SUPPLIERS: readonly KnownSupplier[] = [
  supplier(['GOOGLE*ADS8693645259', 'Google Ireland Ltd', 'IE', 'EUR', '7311', 'IE6388047V', '2830']),
  supplier(['SLACK T01ABCD', 'Slack Technologies Ltd', 'IE', 'USD', '5734', 'IE3336483DH', '3620']),
  supplier(['DSB WEBSALG', 'DSB', 'DK', 'DKK', '4112', 'DK25050053', '2770']),
  supplier(['SMØRREBRØD & ØL', 'Smørrebrød & Øl I/S', 'DK', 'DKK', '5812', 'DK38114207', '2750']),
  supplier(['BAUHAUS 0713', 'BAUHAUS Danmark A/S', 'DK', 'DKK', '5211', 'DK89841315', '3410']),
  supplier(['SJ AB', 'SJ AB', 'SE', 'SEK', '4112', 'SE556196159901', '2770']),
  supplier(['KJELL & COMPANY 84', 'Kjell & Co Elektronik AB', 'SE', 'SEK', '5732', 'SE556400537801', '3600']),
  supplier(['TRAINLINE', 'Trainline.com Ltd', 'GB', 'GBP', '4112', 'GB791726107', '2770']),
  supplier(['PRET A MANGER 212', 'Pret A Manger (Europe) Ltd', 'GB', 'GBP', '5814', 'GB927914223', '2750']),
  supplier(['DB VERTRIEB GMBH', 'DB Vertrieb GmbH', 'DE', 'EUR', '4112', 'DE814160246', '2770']),
  supplier(['BÄCKEREI "ZUM GRÜNEN BAUM"', 'Bäckerei Grünbaum e.K.', 'DE', 'EUR', '5462', 'DE119284517', '2750']),
  supplier(['HETZNER ONLINE', 'Hetzner Online GmbH', 'DE', 'EUR', '7372', 'DE812871812', '3620']),
  supplier(['SHINKANSEN 東京駅', 'JR Tōkai K.K.', 'JP', 'JPY', '4112', 'T3180001031569', '2770']),
  supplier(['HÓTEL REYKJAVÍK', 'Íslandshótel hf.', 'IS', 'ISK', '7011', 'IS630169291', '2780']),
  supplier(['OSLO TAXI', 'Oslo Taxi AS', 'NO', 'NOK', '4121', 'NO961227283', '2770']),
  supplier(['WEWORK; ZÜRICH | HQ', 'WeWork Switzerland GmbH', 'CH', 'CHF', '6513', 'CHE178534967', '3410']),
  supplier(['مقهى النخيل', 'Palm Café LLC', 'AE', 'AED', '5814', 'AE100312345', '2750']),
];

type Columns = [string, string, string, string, string, string, string];

function supplier(columns: Columns): KnownSupplier {
  const [merchantName, vendorName, country, currency, categoryCode, taxIdentifier, accountCode] = columns;
  const code = `V-${country}-${taxIdentifier.slice(-4)}`;
  return { merchantName, vendorName, code, country, currency, categoryCode, taxIdentifier, accountCode };
}
