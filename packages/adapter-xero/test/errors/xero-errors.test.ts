import { describeErrorCatalogue } from '@ledgerferry/testkit';
import { XERO_ERRORS } from '../../src/errors/xero-errors.js';

describeErrorCatalogue('XERO', XERO_ERRORS);
