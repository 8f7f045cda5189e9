import type { AccountingAdapter } from '@ledgerferry/core';
import { refusedAs, textOf, type BrokenAdapter } from './broken-adapter.js';

/** Adapters that stumble over what people write. */
export const fearingTexts: readonly BrokenAdapter[] = [
  {
    defect: 'takes Latin letters only',
    spoil: (adapter) => refusingTexts(adapter, (text) => /\p{Script=Han}/u.test(text)),
    fails: 'texts of every script are booked',
    says: /BROKEN_REFUSED[\s\S]*Send texts as UTF-8/,
  },
  {
    defect: 'writes XML by hand',
    spoil: (adapter) => refusingTexts(adapter, (text) => text.includes('<')),
    fails: 'texts with the marks of a syntax are booked as texts',
    says: /Let a library write JSON, XML, CSV or queries/,
  },
  {
    defect: 'writes CSV by hand',
    spoil: (adapter) => refusingTexts(adapter, (text) => /[\r\n]/.test(text)),
    fails: 'line ends and tabs in a text are booked',
    says: /Replace control characters/,
  },
  {
    defect: 'sends long texts as they are',
    spoil: (adapter) => refusingTexts(adapter, (text) => text.length > 255),
    fails: 'a text that is longer than its field is shortened, not refused',
    says: /Cut texts to the length/,
  },
  {
    defect: 'demands a description',
    spoil: (adapter) => refusingTexts(adapter, (text) => text === ''),
    fails: 'an entry without any text is booked',
    says: /Leave out an empty text/,
  },
];

/** As a system does that is given a text it does not take. */
function refusingTexts(adapter: AccountingAdapter, isTooMuch: (text: string) => boolean): Partial<AccountingAdapter> {
  return {
    post: async (call) => {
      const [first] = call.documents;
      const isRefused = first?.document.summary && isTooMuch(textOf(first.document));
      return isRefused ? [refusedAs(first.document.key, 'The description is not valid.')] : adapter.post(call);
    },
  };
}
