import type { Books } from '../../books/books.js';
import type { HeldEntity } from '../../books/held-records.js';
import { sqlTable, type SqlTable } from '../sql-table.js';
import { sqlFlag, sqlNumber, sqlText, type SqlValue } from '../sql-value.js';

type Columns = Readonly<Record<string, (entity: HeldEntity) => SqlValue>>;

const COMMON: Columns = {
  id: ({ id }) => sqlNumber(id),
  externalid: ({ externalId }) => sqlText(externalId),
  isinactive: ({ isInactive }) => sqlFlag(isInactive),
  entityid: ({ entityId }) => sqlText(entityId),
  firstname: ({ firstName }) => sqlText(firstName),
  lastname: ({ lastName }) => sqlText(lastName),
  email: ({ email }) => sqlText(email),
  currency: ({ currencyId }) => sqlNumber(currencyId),
};

export function vendorTable({ vendors, account }: Books): SqlTable {
  return sqlTable(() => vendors.all(), {
    ...COMMON,
    ...primarySubsidiary(account.subsidiaries.length > 0),
    companyname: ({ companyName }) => sqlText(companyName),
    legalname: ({ legalName }) => sqlText(legalName),
    isperson: ({ isPerson }) => sqlFlag(isPerson),
    payablesaccount: ({ payablesAccountId }) => sqlNumber(payablesAccountId),
    expenseaccount: () => null,
    terms: () => null,
  });
}

export function employeeTable({ employees, account }: Books): SqlTable {
  return sqlTable(() => employees.all(), {
    ...COMMON,
    ...primarySubsidiary(account.subsidiaries.length > 0),
    department: () => null,
    class: () => null,
    location: () => null,
    supervisor: () => null,
  });
}

/** Which vendor is open to which subsidiary. */
export function vendorSubsidiaryTable({ vendors }: Books): SqlTable {
  const pairs = () =>
    vendors
      .all()
      .flatMap(({ id, subsidiaryIds }) =>
        (subsidiaryIds ?? []).map((subsidiaryId, index) => ({ entity: id, subsidiaryId, isPrimary: index === 0 })),
      );
  return sqlTable(pairs, {
    id: ({ entity, subsidiaryId }) => sqlNumber(Number(entity) * 1_000 + Number(subsidiaryId)),
    entity: ({ entity }) => sqlNumber(entity),
    subsidiary: ({ subsidiaryId }) => sqlNumber(subsidiaryId),
    isprimarysub: ({ isPrimary }) => sqlFlag(isPrimary),
    isinactive: () => sqlFlag(false),
  });
}

function primarySubsidiary(isOneWorld: boolean): Columns {
  return isOneWorld ? { subsidiary: ({ subsidiaryIds }) => sqlNumber(subsidiaryIds?.[0] ?? null) } : {};
}
