import { emptyAnswer, jsonAnswer, type Answer } from '../http/answer.js';
import { notFound } from '../api/not-found.js';
import type { OrganisationSeed } from '../organisation/organisation-seed.js';

interface Connection {
  readonly id: string;
  readonly appId: string;
  readonly organisation: OrganisationSeed;
  readonly authEventId: string;
  readonly createdAt: number;
}

/** Which organisations an app may reach. Source: Xero, Identity API: Connections. */
export class Connections {
  #connections: Connection[] = [];
  readonly #now: () => number;
  readonly #newId: () => string;

  constructor({ now, newId }: { now: () => number; newId: () => string }) {
    this.#now = now;
    this.#newId = newId;
  }

  /** Connects those that are not connected yet. */
  connect(appId: string, organisations: readonly OrganisationSeed[], authEventId: string): void {
    for (const organisation of organisations)
      if (!this.isConnected(appId, organisation.tenantId))
        this.#connections.push({ id: this.#newId(), appId, organisation, authEventId, createdAt: this.#now() });
  }

  isConnected(appId: string, tenantId: string): boolean {
    return this.#of(appId).some(({ organisation }) => organisation.tenantId === tenantId);
  }

  tenantIds(appId: string): readonly string[] {
    return this.#of(appId).map(({ organisation }) => organisation.tenantId);
  }

  list(appId: string, authEventId: string | null): Answer {
    const found = this.#of(appId).filter(
      (connection) => authEventId === null || connection.authEventId === authEventId,
    );
    return jsonAnswer(200, found.map(wire));
  }

  disconnect(appId: string, id: string): Answer {
    if (!this.#of(appId).some((connection) => connection.id === id)) return notFound();
    this.#connections = this.#connections.filter((connection) => connection.id !== id);
    return emptyAnswer(204);
  }

  #of(appId: string): Connection[] {
    return this.#connections.filter((connection) => connection.appId === appId);
  }
}

function wire({ id, authEventId, organisation, createdAt }: Connection) {
  const written = new Date(createdAt).toISOString().replace('Z', '0000');
  return {
    id,
    authEventId,
    tenantId: organisation.tenantId,
    tenantType: 'ORGANISATION',
    tenantName: organisation.name,
    createdDateUtc: written,
    updatedDateUtc: written,
  };
}
