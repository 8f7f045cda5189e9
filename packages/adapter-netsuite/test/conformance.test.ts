import { describeAccountingAdapter } from '@ledgerferry/testkit';
import { ACCOUNT_WITHOUT_SUBSIDIARIES, TOKEN } from './netsuite-fixture.js';
import { createNetsuiteHarness } from './netsuite-harness.js';

describeAccountingAdapter('netsuite, with bills, in a subsidiary', { createHarness: () => createNetsuiteHarness() });

describeAccountingAdapter('netsuite, with journals alone, without subsidiaries, by token, in German', {
  createHarness: () =>
    createNetsuiteHarness({
      simulated: { account: ACCOUNT_WITHOUT_SUBSIDIARIES, language: 'de', release: '2025.2' },
      settings: { auth: TOKEN, subsidiary: undefined, payables: 'journal', restlet: undefined },
    }),
});
