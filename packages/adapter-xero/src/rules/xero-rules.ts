import type { Validator } from '@ledgerferry/core';
import type { XeroFacts } from '../reference-data/xero-facts.js';
import type { XeroConnection } from '../xero-connection.js';
import { amountsFit } from './amount-rule.js';
import { billsCanBePaid, contactFits, currencyIsEnabled, linesFit, recordFits } from './record-rules.js';

/** Everything that Xero would refuse, found before the first write. What passes them all can be planned. */
export function xeroRules(facts: XeroFacts, connection: XeroConnection): readonly Validator[] {
  const context = { facts, connection };
  return [
    amountsFit,
    recordFits(context),
    linesFit(context),
    currencyIsEnabled(context),
    billsCanBePaid(context),
    contactFits(context),
  ];
}
