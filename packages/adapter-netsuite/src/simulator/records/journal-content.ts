import { mergeLines, readJournalLine } from './entered-lines.js';
import { checkJournalLines } from './checks/check-lines.js';
import type { ReadContent } from './transaction-write.js';

/** Lines of a journal. */
export const journalContent: ReadContent = (header, places, { sent, before, replaced, books }) => {
  const lines = mergeLines(sent.sublist('line'), before?.lines ?? [], {
    replaces: replaced.has('line'),
    read: readJournalLine(places),
  });
  return {
    check: () => {
      checkJournalLines(header, lines, books);
      return { accountId: null, payablesId: null, lines, taxes: [], overridesTax: false, applications: [] };
    },
  };
};
