import { expect, test } from 'vitest';
import { createPace, sharedPace } from '../src/index.js';
import { createStore } from './memory-credentials.js';
import { createVirtualClock } from './virtual-clock.js';

function onePlace() {
  return createPace({ clock: createVirtualClock().clock, concurrent: 1 });
}

test('companies of one process share the budget of a name', () => {
  const credentials = createStore().store;
  sharedPace(credentials, 'ledger 1', onePlace).tryReserve();
  expect(sharedPace(credentials, 'ledger 1', onePlace).tryReserve()).toBeGreaterThan(0);
});

test('another name, or another process, has a budget of its own', () => {
  const credentials = createStore().store;
  sharedPace(credentials, 'ledger 1', onePlace).tryReserve();
  expect(sharedPace(credentials, 'ledger 2', onePlace).tryReserve()).toBe(0);
  expect(sharedPace(createStore().store, 'ledger 1', onePlace).tryReserve()).toBe(0);
});
