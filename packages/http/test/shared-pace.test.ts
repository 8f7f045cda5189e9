import { createManualClock, createMemoryCredentials } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { createPace, sharedPace } from '../src/index.js';

function onePlace() {
  return createPace({ clock: createManualClock(), concurrent: 1 });
}

test('companies of one process share the budget of a name', () => {
  const credentials = createMemoryCredentials();
  sharedPace(credentials, 'ledger 1', onePlace).tryReserve();
  expect(sharedPace(credentials, 'ledger 1', onePlace).tryReserve()).toBeGreaterThan(0);
});

test('another name, or another process, has a budget of its own', () => {
  const credentials = createMemoryCredentials();
  sharedPace(credentials, 'ledger 1', onePlace).tryReserve();
  expect(sharedPace(credentials, 'ledger 2', onePlace).tryReserve()).toBe(0);
  expect(sharedPace(createMemoryCredentials(), 'ledger 1', onePlace).tryReserve()).toBe(0);
});
