import journal from '@ledgerferry/adapter-journal';
import { defineAdapter, type AccountingAdapter, type ConsentRequest } from '@ledgerferry/core';
import { bearerAuthorization, createHttpClient, jsonAnswer, oauthAuthorization } from '@ledgerferry/http';
import { z } from 'zod';

const connectionSchema = z.strictObject({
  file: z.string(),
  server: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  tenantId: z.string().optional(),
});
type Connection = z.infer<typeof connectionSchema>;

const tenants = z.array(z.object({ id: z.string(), name: z.string() }));

/** A plain-text ledger behind a sign-in that a user consents to, as Xero is; `server` also lists what a token reaches. */
export default defineAdapter<Connection>({
  ...journal,
  name: 'guarded',
  connectionSchema,
  consent: ({ server, clientId, clientSecret }): ConsentRequest => ({
    connection: `Guarded ${clientId}`,
    authorizeUrl: `${server}/authorize`,
    tokenUrl: `${server}/token`,
    clientId,
    clientSecret,
    scopes: ['books'],
    listTenants: async ({ accessToken, clock, logger }) => {
      const authorization = bearerAuthorization(accessToken);
      const http = createHttpClient({ system: 'Guarded', baseUrl: server, authorization, clock, logger });
      const answer = await http.request({ method: 'GET', path: '/tenants', write: false, answer: jsonAnswer(tenants) });
      if (!answer.ok) throw new Error('the tenants are kept secret');
      return answer.body.map(({ id, name }, index) => ({ name, settings: { tenantId: id }, isNew: index === 0 }));
    },
  }),
  create: ({ connection, ...dependencies }): AccountingAdapter => {
    const { file, server, clientId, clientSecret } = connection;
    const ledger = journal.create({ ...dependencies, connection: journal.connectionSchema.parse({ file }) });
    const authorization = oauthAuthorization({
      connection: `Guarded ${clientId}`,
      tokenUrl: `${server}/token`,
      clientId,
      clientSecret,
      connectCommand: 'ledgerferry connect guarded',
      ...dependencies,
    });
    const http = createHttpClient({ system: 'Guarded', baseUrl: server, authorization, ...dependencies });
    return {
      ...ledger,
      checkReadiness: async () => {
        await http.request({ method: 'GET', path: '/tenants', write: false, answer: jsonAnswer(tenants) });
        return ledger.checkReadiness();
      },
    };
  },
});
