import type { AccountingEntry, AccountReference, Problem, Validator } from '@ledgerferry/core';
import { demand, demandEqual, described } from '../conformance/advice.js';
import type { Concern, Theme } from '../conformance/behaviour.js';
import { deepFreeze } from '../conformance/deep-freeze.js';
import { demandProblem } from '../conformance/demand-problem.js';
import { entriesThatLackMuch } from '../conformance/entries-that-lack-much.js';
import type { AdapterBench } from './adapter-bench.js';
import { entriesOfEveryKind } from './entries-of-every-kind.js';

const hasRules: Concern<AdapterBench> = {
  when: 'it has rules',
  holds: ({ adapter, facts }) => adapter.rules(facts).length > 0,
};

/** What the adapter's own validators promise. */
export const rules: Theme<AdapterBench> = {
  name: 'rules',
  page: 'docs/writing-an-adapter.md#errors',
  behaviours: [
    {
      title: 'its rules have names of their own',
      advice: 'Name each rule by what it demands, such as "account exists": the log says which one an entry failed.',
      where: [hasRules],
      run: ({ adapter, facts }) => {
        const names = adapter.rules(facts).map((rule) => rule.name.trim());
        demandEqual(names, [...new Set(names)].filter(Boolean), 'Every rule must have a name, and each another.');
      },
    },
    {
      title: 'its rules pass good entries of every kind',
      advice: 'Let a rule state only what the ledger would refuse: an entry that fails a rule is never sent.',
      where: [hasRules],
      run: (bench) => {
        for (const rule of bench.adapter.rules(bench.facts))
          for (const entry of entriesOfEveryKind(bench))
            demandEqual(rule.validate(entry), [], `The rule "${rule.name}" must pass an entry that the ledger takes.`);
      },
    },
    {
      title: 'its rules never throw and change nothing, whatever an entry lacks',
      advice:
        'Ask before you read: accounts may lack a code, entries a counterparty, lines, an employee or an invoice.',
      where: [hasRules],
      run: (bench) => {
        for (const rule of bench.adapter.rules(bench.facts))
          for (const entry of entriesThatLackMuch(bench.entry('bare'))) {
            const thrown = errorOf(() => rule.validate(deepFreeze(structuredClone(entry))));
            demand(thrown === null, `The rule "${rule.name}" must answer problems, but threw ${thrown}.`);
          }
      },
    },
    {
      title: 'every problem that its rules state can be acted on',
      advice:
        'State a code in capitals with your prefix, a reason that Pleo knows, who can put it right, and a sentence that says how.',
      where: [hasRules],
      run: (bench) => {
        const wrong = entriesThatLackMuch(bench.entry('wrong')).concat(onUnknownAccounts(bench.entry('unknown')));
        for (const rule of bench.adapter.rules(bench.facts))
          for (const problem of wrong.flatMap((entry) => problemsOf(rule, entry))) demandProblem(problem);
      },
    },
  ],
};

function onUnknownAccounts(entry: AccountingEntry): AccountingEntry {
  const unknown = (account: AccountReference) => ({ ...account, code: 'NO-SUCH-ACCOUNT', identifier: 'no-such-id' });
  return {
    ...entry,
    lines: entry.lines.map((line) => ({ ...line, account: unknown(line.account) })),
    settlement: unknown(entry.settlement),
  };
}

/** None where the rule throws: that is a failure of its own. */
function problemsOf(rule: Validator, entry: AccountingEntry): readonly Problem[] {
  try {
    return rule.validate(entry);
  } catch {
    return [];
  }
}

function errorOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return described(error);
  }
}
