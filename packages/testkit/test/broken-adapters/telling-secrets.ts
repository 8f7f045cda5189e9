import { IntegrationError } from '@ledgerferry/core';
import { changingErrors, changingOutcomes, changingPosted, type BrokenAdapter } from './broken-adapter.js';

const TOKEN = 'memory-token';

/** Adapters that tell what nobody may read. */
export const tellingSecrets: readonly BrokenAdapter[] = [
  {
    defect: 'keeps the error of its HTTP client as a cause',
    spoil: (adapter) =>
      changingErrors(adapter, 'checkReadiness', 'MEMORY_UNREACHABLE', ({ kind, code, message }) => {
        const request = { headers: { authorization: `Bearer ${TOKEN}` } };
        return new IntegrationError(kind, code, message, { cause: Object.assign(new Error('503'), { request }) });
      }),
    fails: 'no error of an outage shows a secret, nor do its causes',
    says: /must not show a secret, but does[\s\S]*the error of an HTTP client/,
  },
  {
    defect: 'notes the URL of a look-up in its details',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'find',
        'MEMORY_UNREACHABLE',
        ({ kind, code, message }) =>
          new IntegrationError(kind, code, message, { details: { url: `/documents?token=${TOKEN}` } }),
      ),
    fails: 'no error of a look-up shows a secret, nor do its causes',
    says: /The error of a look-up must not show a secret/,
  },
  {
    defect: 'names the address of an upload',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'attach',
        'MEMORY_UNREACHABLE',
        ({ kind, code }) => new IntegrationError(kind, code, `POST /files?token=${TOKEN} was not answered.`),
      ),
    fails: 'no error of a receipt shows a secret, nor do its causes',
    says: /The error of a receipt must not show a secret/,
  },
  {
    defect: 'names the token that is refused',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'checkReadiness',
        'MEMORY_LOGIN_REFUSED',
        ({ kind, code }) => new IntegrationError(kind, code, `The ledger refuses the token ${TOKEN}: connect again.`),
      ),
    fails: 'no error of a refused login shows a secret',
    says: /Say which setting is wrong, not what it holds/,
  },
  {
    defect: 'passes on what the ledger says of the login',
    spoil: (adapter) =>
      changingOutcomes(adapter, (outcomes) =>
        outcomes.map((outcome) => {
          if (outcome.status !== 'refused') return outcome;
          const message = `The period is closed for the user of ${TOKEN}: open it, then export again.`;
          return { ...outcome, problem: { ...outcome.problem, message } };
        }),
      ),
    fails: 'no refusal shows a secret',
    says: /A refusal must not show a secret/,
  },
  {
    defect: 'answers a link that logs everybody in',
    spoil: (adapter) =>
      changingPosted(adapter, (outcome) => ({
        ...outcome,
        externalUrl: `https://ledger.example/documents/${outcome.externalId}?access_token=${TOKEN}`,
      })),
    fails: 'no answer and no plan shows a secret',
    says: /An answer or a plan must not show a secret/,
  },
];
