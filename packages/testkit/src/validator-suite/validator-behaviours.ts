import type { AccountingEntry, Problem, Validator } from '@ledgerferry/core';
import { demand, demandEqual, described, shown } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import { deepFreeze } from '../conformance/deep-freeze.js';
import { demandCode, demandOwner, demandReason, demandSentence } from '../conformance/demand-problem.js';
import { entriesThatLackMuch } from '../conformance/entries-that-lack-much.js';
import { saysWhatIsMeant } from './says-what-is-meant.js';
import type { ValidatorSuiteOptions } from './validator-suite-options.js';

/** What every rule promises: pure, synchronous, never throws, and its problems are fit for a bookkeeper. */
export const validatorBehaviours: Theme<ValidatorSuiteOptions> = {
  name: 'rule',
  page: 'packages/core/src/ports/validator.ts',
  behaviours: [
    {
      title: 'has a name for the log',
      advice: 'Name the rule by what it demands, in a few words: "account exists".',
      run: ({ createValidator }) => {
        const { name } = createValidator();
        demand(
          name.trim() !== '' && name.length <= 60,
          `A rule must have a name in a few words, but is named "${name}".`,
        );
      },
    },
    {
      title: 'passes a good entry',
      advice: 'State a problem only where the entry cannot be booked: an entry that fails a rule is never sent.',
      run: ({ createValidator, passing }) => {
        for (const entry of passing)
          demandEqual(problemsOf(createValidator(), entry), [], `${entry.description} must pass.`);
      },
    },
    {
      title: 'states a problem of a bad entry',
      advice:
        'Answer a problem for whatever the rule forbids: what slips through is refused by the ledger, at the cost of a call each.',
      run: ({ createValidator, failing }) => {
        for (const entry of failing)
          demand(problemsOf(createValidator(), entry).length > 0, `${entry.description} must not pass.`);
      },
    },
    {
      title: 'answers at once, with a list',
      advice: 'Answer an array, empty where the entry passes; what must be loaded first comes with the reference data.',
      run: ({ createValidator, passing, failing }) => {
        for (const entry of [...passing, ...failing]) {
          const answer: unknown = createValidator().validate(entry);
          demand(Array.isArray(answer), `validate must answer a list of problems, but answers ${shown(answer)}.`);
        }
      },
    },
    {
      title: 'has a stable code for each problem',
      advice:
        'Give each problem a code in capitals with your prefix: people search for it, and equal problems are grouped by it.',
      run: (options) => badProblems(options).forEach(demandCode),
    },
    {
      title: 'has a reason that Pleo knows for each problem',
      advice: 'Choose among ITEM_FAILURE_REASON_TYPES of core: Pleo takes no other.',
      run: (options) => badProblems(options).forEach(demandReason),
    },
    {
      title: 'names who can put each problem right',
      advice: 'Say whether bookkeeper, administrator or ledgerferry must act.',
      run: (options) => badProblems(options).forEach(demandOwner),
    },
    {
      title: 'says in a sentence what to do about each problem',
      advice: 'Write a whole sentence for a bookkeeper: no code, no dump of a value, nothing that is "undefined".',
      run: (options) => badProblems(options).forEach(demandSentence),
    },
    {
      title: 'names what is wrong with the entry',
      advice: 'Name the account, tax code, currency, date or setting in question: "the entry is invalid" helps nobody.',
      run: ({ createValidator, failing }) => {
        for (const entry of failing)
          for (const { message } of problemsOf(createValidator(), entry))
            demand(saysWhatIsMeant(message, entry), `A message must name what is wrong, but is ${shown(message)}.`);
      },
    },
    {
      title: 'says the same of the same entry',
      advice: 'Decide by the entry and the reference data alone: no clock, no chance, no settings read on the way.',
      run: ({ createValidator, passing, failing }) => {
        for (const entry of [...passing, ...failing])
          demandEqual(
            createValidator().validate(structuredClone(entry)),
            createValidator().validate(structuredClone(entry)),
            'A rule must say the same of the same entry.',
          );
      },
    },
    {
      title: 'remembers no entry',
      advice: 'Keep nothing between two entries: they are validated in any order, some of them again after a restart.',
      run: ({ createValidator, passing, failing }) => {
        const entries = [...failing, ...passing];
        const validator = createValidator();
        const first = entries.map((entry) => validator.validate(entry));
        const again = entries.toReversed().map((entry) => validator.validate(entry));
        demandEqual(again.toReversed(), first, 'A rule must say the same of an entry, whatever it was asked before.');
      },
    },
    {
      title: 'leaves the entry as it was',
      advice: 'Copy before you sort or fill in: the next rule, and the plan, see the same entry.',
      run: ({ createValidator, passing, failing }) => {
        for (const entry of [...passing, ...failing]) {
          const given = deepFreeze(structuredClone(entry));
          const thrown = errorOf(() => createValidator().validate(given));
          demand(thrown === null, `A rule must only read the entry, but threw ${thrown} where it could not change it.`);
        }
      },
    },
    {
      title: 'never throws, whatever an entry lacks',
      advice:
        'Ask before you read: accounts may lack a code, entries a counterparty, lines, an employee or an invoice.',
      run: ({ createValidator, passing }) => {
        for (const entry of passing.flatMap(entriesThatLackMuch)) {
          const thrown = errorOf(() => createValidator().validate(entry));
          demand(thrown === null, `A rule must answer problems, but threw ${thrown}.`);
        }
      },
    },
  ],
};

function badProblems({ createValidator, failing }: ValidatorSuiteOptions): readonly Problem[] {
  return failing.flatMap((entry) => problemsOf(createValidator(), entry));
}

/** None where the answer is no list: that is a failure of its own. */
function problemsOf(validator: Validator, entry: AccountingEntry): readonly Problem[] {
  const answer: unknown = validator.validate(entry);
  return Array.isArray(answer) ? (answer as readonly Problem[]) : [];
}

function errorOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return described(error);
  }
}
