import type { Validator } from '@ledgerferry/core';
import type { NetsuiteConnection } from '../netsuite-connection.js';
import type { NetsuiteFacts } from '../reference-data/netsuite-facts.js';
import { amountsFit } from './amount-rule.js';
import { canBeBooked } from './booking-rule.js';
import { periodIsOpen } from './period-rule.js';

/** Everything that NetSuite would refuse, found before the first write. What passes them all can be planned. */
export function netsuiteRules(facts: NetsuiteFacts, connection: NetsuiteConnection): readonly Validator[] {
  const books = { facts, connection };
  return [amountsFit(facts), periodIsOpen(books), canBeBooked(books)];
}
