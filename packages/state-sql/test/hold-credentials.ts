import { createCredentialFile } from '../src/index.js';

/* Holds the credentials named `company-1` until it is killed. */
const [path = ''] = process.argv.slice(2);
await createCredentialFile({ path, key: 'key-1' }).exclusively('company-1', async () => {
  process.send?.('held');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
