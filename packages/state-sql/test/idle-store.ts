import { createThreadedStateStore } from '../src/index.js';

/* Opens a store, reads, and forgets to close it. */
const store = await createThreadedStateStore({ path: ':memory:' });
await store.jobs('company-1');
process.send?.('done');
process.disconnect?.();
