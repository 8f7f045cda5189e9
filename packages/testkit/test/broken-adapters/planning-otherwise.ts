import { randomUUID } from 'node:crypto';
import type { AccountingAdapter, Document, EntryPlan, Validator } from '@ledgerferry/core';
import { addingToBodies, changingDocuments, changingPlans, type BrokenAdapter } from './broken-adapter.js';

/** Adapters whose plans are no plans. */
export const planningOtherwise: readonly BrokenAdapter[] = [
  {
    defect: 'has no idea of transfers',
    spoil: (adapter) =>
      changingPlans(adapter, (plan, { kind }) => (kind === 'transfer' ? { ...plan, documents: [] } : plan)),
    fails: 'plans at least one document for an entry of every kind',
    says: /an entry of the kind "transfer"/,
  },
  {
    defect: 'numbers the documents of a run',
    spoil: (adapter) => {
      let number = 0;
      return changingPlans(adapter, (plan, { itemType, payable }) => {
        number = itemType === 'card_purchase' && !payable ? 0 : number + 1;
        return withBodies(plan, { number });
      });
    },
    fails: 'plans the same again, whatever was planned before',
    says: /the same of the same entry each time/,
  },
  {
    defect: 'dates its documents by the clock',
    spoil: (adapter) => addingToBodies(adapter, () => ({ year: new Date().getUTCFullYear() })),
    fails: 'plans the same on another day',
    says: /2031/,
  },
  {
    defect: 'marks its documents with its session',
    spoil: (adapter) => {
      const session = randomUUID();
      return addingToBodies(adapter, () => ({ session }));
    },
    fails: 'plans the same after a restart',
    says: /Two adapters over one accounting system must plan the same/,
  },
  {
    defect: 'tidies the entry itself up',
    spoil: (adapter) => ({
      plan: (entry, facts) => adapter.plan(Object.assign(entry, { description: entry.description.trim() }), facts),
    }),
    fails: 'planning changes neither the entry nor the facts',
    says: /Copy before you sort/,
  },
  {
    defect: 'puts what JSON cannot carry into a body',
    spoil: (adapter) => addingToBodies(adapter, () => ({ note: undefined })),
    fails: 'a body survives JSON, because its fingerprint is taken from that',
    says: /must be plain JSON/,
  },
  {
    defect: 'names a document by something else than its role',
    spoil: (adapter) => changingKeys(adapter, (key) => key.replace(/\/journal$/, '/je')),
    fails: 'the key of a document is made of its entry and its role',
    says: /named by its entry and its role/,
  },
  {
    defect: 'plans a document twice',
    spoil: (adapter) =>
      changingPlans(adapter, (plan) => ({ ...plan, documents: plan.documents.concat(plan.documents) })),
    fails: 'no two documents of an entry have the same key',
    says: /Each key must be planned once/,
  },
  {
    defect: 'names a document by its day',
    spoil: (adapter) =>
      changingPlans(adapter, (plan, { date, kind }) => ({
        ...plan,
        documents: plan.documents.map((document) =>
          kind === 'money-out' && document.role === 'journal'
            ? { ...document, key: `${document.key}-${date}`, role: `journal-${date}` }
            : document,
        ),
      })),
    fails: 'keys stay the same when texts, amounts, dates and posting mode change',
    says: /keys of a corrected entry must be those it had before/,
  },
  {
    defect: 'names a contact as it likes',
    spoil: (adapter) => changingKeys(adapter, (key) => key.replace('prerequisite/contact/', 'contact:')),
    fails: 'a prerequisite is named by its kind and its name',
    says: /must have the form prerequisite\/<kind>\/<name>/,
  },
  {
    defect: 'makes a contact for every entry',
    spoil: (adapter) => changingKeys(adapter, (key, entry) => key.replace('/contact/', `/contact/${entry}-`)),
    fails: 'entries with one vendor share its prerequisite',
    says: /must need the same prerequisites/,
  },
  {
    defect: 'lets an invoice wait for its payment',
    spoil: (adapter) => ({
      ...changingPlans(adapter, (plan) => {
        const [invoice, payment] = plan.documents;
        if (!invoice || !payment) return plan;
        return { ...plan, documents: [{ ...invoice, dependsOn: [...invoice.dependsOn, payment.key] }, payment] };
      }),
      ...changingDocuments(adapter, (document) => ({
        ...document,
        dependsOn: document.dependsOn.filter((key) => document.role !== 'invoice' || !key.endsWith('/payment')),
      })),
    }),
    fails: 'a document waits only for what comes before it',
    says: /\/invoice depends on .*\/payment, which must come before it/,
  },
  {
    defect: 'does not wait for the contact that its body names',
    spoil: (adapter) =>
      changingPlans(adapter, (plan) => ({
        ...plan,
        documents: plan.documents.map((document) => ({
          ...document,
          dependsOn: document.dependsOn.filter((key) => !key.startsWith('prerequisite/')),
        })),
      })),
    fails: 'a document waits for every document that its body names',
    says: /names prerequisite\/contact\/acme cloud ltd: dependsOn must list it/,
  },
  {
    defect: 'sums a transfer up to nothing',
    spoil: (adapter) =>
      changingPlans(adapter, (plan, { kind }) =>
        changingSummariesOf(plan, (summary) =>
          kind === 'transfer' ? { ...summary, total: { ...summary.total, minorUnits: 0 } } : summary,
        ),
      ),
    fails: 'a summary states the day, the currency and the total of the entry',
    says: /must state the day and the total of its entry/,
  },
  {
    defect: 'names no accounts',
    spoil: (adapter) =>
      changingPlans(adapter, (plan) => changingSummariesOf(plan, (summary) => ({ ...summary, accounts: [] }))),
    fails: 'a summary names the accounts that the document touches',
    says: /must name the accounts it touches, but names \[\]/,
  },
  {
    defect: 'gives a contact a total',
    spoil: (adapter) => ({
      ...changingPlans(adapter, ({ documents, prerequisites }) => ({
        documents,
        prerequisites: prerequisites.map((document) => ({ ...document, summary: documents[0]?.summary ?? null })),
      })),
      ...changingDocuments(adapter, (document) =>
        document.role === 'contact' ? { ...document, summary: null } : document,
      ),
    }),
    fails: 'a prerequisite has no summary, because it carries no amount',
    says: /must have no day and no total/,
  },
  {
    defect: 'has a rule without a name',
    spoil: (adapter) => changingRules(adapter, (rule) => ({ ...rule, name: ' ' })),
    fails: 'its rules have names of their own',
    says: /must have a name/,
  },
  {
    defect: 'has a rule against transfers',
    spoil: (adapter) =>
      changingRules(adapter, (rule) => ({
        name: 'is no transfer',
        validate: (entry) =>
          entry.kind === 'transfer'
            ? rule.validate({ ...entry, settlement: { ...entry.settlement, code: null } })
            : rule.validate(entry),
      })),
    fails: 'its rules pass good entries of every kind',
    says: /The rule "is no transfer" must pass an entry that the ledger takes/,
  },
  {
    defect: 'has a rule that takes lines for granted',
    spoil: (adapter) =>
      changingRules(adapter, (rule) => ({
        name: rule.name,
        validate: (entry) => {
          if (entry.lines.length === 0) throw new TypeError("Cannot read properties of undefined (reading 'account')");
          return rule.validate(entry);
        },
      })),
    fails: 'its rules never throw and change nothing, whatever an entry lacks',
    says: /must answer problems, but threw TypeError/,
  },
  {
    defect: 'states problems without a sentence',
    spoil: (adapter) =>
      changingRules(adapter, (rule) => ({
        name: rule.name,
        validate: (entry) => rule.validate(entry).map((problem) => ({ ...problem, message: 'Account undefined.' })),
      })),
    fails: 'every problem that its rules state can be acted on',
    says: /must be a sentence that says what is wrong/,
  },
];

function withBodies(plan: EntryPlan, addition: object): EntryPlan {
  return {
    ...plan,
    documents: plan.documents.map((document) => ({ ...document, body: Object.assign({}, document.body, addition) })),
  };
}

function changingSummariesOf(
  plan: EntryPlan,
  change: (summary: NonNullable<Document['summary']>) => NonNullable<Document['summary']>,
): EntryPlan {
  return {
    ...plan,
    documents: plan.documents.map((document) => ({
      ...document,
      summary: document.summary && change(document.summary),
    })),
  };
}

/** Other keys, wherever a plan names them. */
function changingKeys(adapter: AccountingAdapter, change: (key: string, entry: string) => string) {
  const changed = (value: unknown, entry: string): unknown =>
    JSON.parse(JSON.stringify(value), (name, part: unknown) =>
      typeof part === 'string' && /^(?:key|documentKey|\d+)$/.test(name) ? change(part, entry) : part,
    );
  return changingPlans(adapter, (plan, { accountingEntryId }) => changed(plan, accountingEntryId) as EntryPlan);
}

function changingRules(
  adapter: AccountingAdapter,
  change: (rule: Validator) => Validator,
): Pick<AccountingAdapter, 'rules'> {
  return { rules: (facts) => adapter.rules(facts).map(change) };
}
