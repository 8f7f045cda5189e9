import { describeAccountingAdapter } from '@ledgerferry/testkit';
import { createAbacusHarness } from './abacus-harness.js';

describeAccountingAdapter('abacus', { createHarness: createAbacusHarness });
