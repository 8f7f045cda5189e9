import { IntegrationError, type ItemSource } from '@ledgerferry/core';
import { codeOf, OVER, type BrokenSource } from './broken-source.js';

/** Sources that do not say properly what went wrong. */
export const failingBadly: readonly BrokenSource[] = [
  {
    defect: 'names no type for a file',
    spoil: (source) => ({ openFile: async (file) => ({ ...(await source.openFile(file)), contentType: '' }) }),
    fails: 'a file has bytes and a type',
    says: /must be a MIME type, but is ""/,
  },
  {
    defect: 'hands out the same bytes to everybody',
    spoil: (source) => {
      let opened: ReturnType<ItemSource['openFile']> | undefined;
      return {
        openFile: (file) => (file.url.endsWith('gone') ? source.openFile(file) : (opened ??= source.openFile(file))),
      };
    },
    fails: 'a file is opened afresh each time',
    says: /Download it anew, or answer a copy/,
  },
  {
    defect: 'takes a file that is gone for an outage',
    spoil: (source) => ({
      openFile: (file) =>
        source.openFile(file).catch(() => {
          throw new IntegrationError('transient', 'HTTP_UNREACHABLE', 'The file server did not answer.');
        }),
    }),
    fails: 'a file that cannot be had is rejected, with a reason that Pleo knows',
    says: /but is "transient"/,
  },
  {
    defect: 'gives a job up for an outage',
    spoil: (source) => ({
      report: (jobId, updates, mayBegin) =>
        source.report(jobId, updates, mayBegin).catch((error: unknown) => {
          throw codeOf(error) === 'PLEO_UNREACHABLE'
            ? new IntegrationError('connection-lost', OVER, 'Pleo is gone.')
            : error;
        }),
    }),
    fails: 'an outage is "transient", whatever is asked',
    says: /'connection-lost'/,
  },
  {
    defect: 'shows its key in an error',
    spoil: (source) => ({
      job: (jobId) =>
        source.job(jobId).catch((error: unknown) => {
          const cause = { headers: { authorization: 'pleo-api-key' } };
          throw codeOf(error) === 'PLEO_UNREACHABLE'
            ? new IntegrationError('transient', 'PLEO_UNREACHABLE', 'Pleo is out of reach.', { cause })
            : error;
        }),
    }),
    fails: 'no error shows a secret, nor do its causes',
    says: /must not show a secret, but does/,
  },
];
