import { present, type Books } from '../books/books.js';
import type { HeldEntity } from '../books/held-records.js';
import { baseCurrencyId } from '../books/seed-records.js';
import { alreadyExists, invalidValue, missingValue } from '../http/problems.js';
import { Refusal } from '../http/refusal.js';
import { checkExternalIdText } from './checks/check-header.js';
import { kept } from './custom-values.js';
import type { SentFields } from './sent-fields.js';

/** One write of a vendor or employee. */
export interface EntityWrite {
  readonly kind: HeldEntity['kind'];
  readonly sent: SentFields;
  readonly before: HeldEntity | null;
  readonly refuseFindings: () => void;
  readonly books: Books;
}

/** Reads, checks and writes a vendor or employee. @throws {Refusal} where NetSuite would not take it. */
export function storeEntity({ kind, sent, before, refuseFindings, books }: EntityWrite): HeldEntity {
  const fields = readEntity(kind, sent, before);
  const subsidiaryId = sent.reference('subsidiary');
  refuseFindings();

  const { entityId, externalId } = fields;
  if (entityId === null) throw missingValue(kind === 'vendor' ? 'Company Name' : 'Last Name');
  if (externalId !== null) checkExternalIdText(externalId);
  const subsidiaryIds = typeof subsidiaryId === 'string' ? [subsidiaryId] : (before?.subsidiaryIds ?? []);
  if (books.account.subsidiaries.length > 0 && subsidiaryIds.length === 0) throw missingValue('Subsidiary');
  refuseSame({ kind, entityId, externalId, ownId: before?.id ?? null }, books);
  refuseInactive(fields, books);

  const currencyId = fields.currencyId ?? baseCurrencyId(subsidiaryIds[0] ?? null, books);
  const state = { ...fields, kind, name: entityId, entityId, subsidiaryIds, currencyId };
  const table = kind === 'vendor' ? books.vendors : books.employees;
  return before ? table.put({ ...state, id: before.id }) : table.add((id) => ({ ...state, id }));
}

function readEntity(kind: HeldEntity['kind'], sent: SentFields, before: HeldEntity | null) {
  const companyName = kept(sent.text('companyName'), before?.companyName);
  const firstName = kept(sent.text('firstName'), before?.firstName);
  const lastName = kept(sent.text('lastName'), before?.lastName);
  const isPerson = kind === 'employee' || (sent.flag('isPerson') ?? before?.isPerson ?? false);
  const ownName = isPerson ? [firstName, lastName].filter((name) => name !== null).join(' ') || null : companyName;
  return {
    externalId: kept(sent.text('externalId'), before?.externalId),
    entityId: kept(sent.text('entityId'), before?.entityId) ?? ownName,
    companyName,
    legalName: kept(sent.text('legalName'), before?.legalName),
    isPerson,
    firstName,
    lastName,
    email: kept(sent.text('email'), before?.email),
    taxNumber: kept(sent.text('vatRegNumber'), before?.taxNumber),
    comments: kept(sent.text('comments'), before?.comments),
    currencyId: kept(sent.reference('currency'), before?.currencyId),
    otherCurrencyIds: before?.otherCurrencyIds ?? null,
    payablesAccountId: kept(sent.reference('payablesAccount'), before?.payablesAccountId),
    isInactive: sent.flag('isInactive') ?? before?.isInactive ?? false,
  };
}

/** An external id is unique among its kind, an `entityId` among all entities. Source: Oracle, Entity names. */
function refuseSame(
  {
    kind,
    entityId,
    externalId,
    ownId,
  }: { kind: string; entityId: string; externalId: string | null; ownId: string | null },
  { vendors, employees }: Books,
): void {
  const own = kind === 'vendor' ? vendors : employees;
  const sameId = externalId === null ? null : own.byExternalId(externalId);
  const sameName = [...vendors.all(), ...employees.all()].find(
    (other) => other.entityId.toLowerCase() === entityId.toLowerCase() && other.id !== ownId,
  );
  if (sameName || (sameId && sameId.id !== ownId)) throw alreadyExists('entity');
}

function refuseInactive({ currencyId, payablesAccountId }: ReturnType<typeof readEntity>, books: Books): void {
  if (currencyId !== null && present(books.currencies.get(currencyId), `currency ${currencyId}`).isInactive) {
    throw new Refusal(400, [invalidValue(currencyId, 'currency', 'currency')]);
  }
  const account = payablesAccountId === null ? null : books.accounts.get(payablesAccountId);
  if (account && (account.type !== 'AcctPay' || account.isInactive)) {
    throw new Refusal(400, [invalidValue(account.id, 'payablesAccount', 'payablesAccount')]);
  }
}
