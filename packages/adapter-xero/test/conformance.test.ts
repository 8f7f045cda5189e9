import { describeAccountingAdapter } from '@ledgerferry/testkit';
import { createXeroHarness } from './xero-harness.js';

describeAccountingAdapter('xero', { createHarness: createXeroHarness });
