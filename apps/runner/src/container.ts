import {
  AccountingAdapter,
  ItemSource,
  StateStore,
  systemClock,
  type ErrorCatalogue,
  type ExportPorts,
  type ExportProgress,
  type Logger,
  type ReadingPorts,
} from '@ledgerferry/core';
import { createPace, type Pace } from '@ledgerferry/http';
import { createPleoItemSource, type PleoConnection } from '@ledgerferry/pleo-client';
import { currentProcess } from '@ledgerferry/state-sql';
import { container as root, instancePerContainerCachingFactory, type InjectionToken } from 'tsyringe';
import type { CompanyConfiguration, Configuration } from './configuration/read-configuration.js';
import { openCredentials } from './open-state.js';
import { everyError } from './runner-errors.js';
import { intendNothingAfter, startNothingAfter } from './stop-on-signal.js';

const Company = Symbol('Company') as InjectionToken<CompanyConfiguration>;
const CompanyLogger = Symbol('CompanyLogger') as InjectionToken<Logger>;

/** What is made before the container is. */
export interface Assembly {
  readonly configuration: Configuration;
  readonly store: StateStore;
  readonly logger: Logger;
  readonly stop: AbortSignal;
  /** How long reads of far ends are tried again, in milliseconds. Default: as long as a job waits. */
  readonly patienceMs?: number | undefined;
}

/** A company, and how the reading halves of its ports are had: all that a command which only looks is given. */
export interface InspectedCompany {
  readonly company: CompanyConfiguration;
  /** Every code that can be met. */
  readonly errors: ErrorCatalogue;
  readonly readingPorts: () => ReadingPorts;
}

/** A company and how its ports are had; made anew, they are the same ones. */
export interface AssembledCompany extends InspectedCompany {
  readonly ports: (onProgress?: (progress: ExportProgress) => void) => ExportPorts;
}

/** Puts everything together: every port is registered here, once, and made in the child container of the company that asks for it. */
export function assembleCompanies({
  configuration,
  store,
  logger,
  stop,
  patienceMs,
}: Assembly): readonly AssembledCompany[] {
  const clock = systemClock;
  const credentials = openCredentials(configuration);
  const paceOf = sharePaces();
  const shared = root.createChildContainer();
  shared.register(StateStore, { useValue: intendNothingAfter(stop, store) });
  shared.register(CompanyLogger, {
    useFactory: (own) => logger.child({ companyId: own.resolve(Company).id, adapter: configuration.adapter.name }),
  });
  shared.register(ItemSource, {
    useFactory: instancePerContainerCachingFactory((own) => {
      const { pleo: connection, pleoName: name } = own.resolve(Company);
      const log = own.resolve(CompanyLogger);
      const source = createPleoItemSource({
        connection,
        name,
        credentials,
        pace: paceOf(connection, name),
        clock,
        logger: log,
        patienceMs,
      });
      return startNothingAfter(stop, source);
    }),
  });
  shared.register(AccountingAdapter, {
    useFactory: instancePerContainerCachingFactory((own) => {
      const { id: companyId, connection } = own.resolve(Company);
      const { adapter, folder: baseFolder } = configuration;
      return adapter.create({
        connection,
        companyId,
        baseFolder,
        credentials,
        clock,
        logger: own.resolve(CompanyLogger),
        patienceMs,
      });
    }),
  });

  const errors = everyError(configuration.adapter);
  return configuration.companies.map((company) => {
    const own = shared.createChildContainer();
    own.register(Company, { useValue: company });
    const ports: AssembledCompany['ports'] = (onProgress = () => {}) => ({
      companyId: company.id,
      settings: company.bookkeeping,
      source: own.resolve(ItemSource),
      store: own.resolve(StateStore),
      adapter: own.resolve(AccountingAdapter),
      // the engine's and the adapter's own rules are all there are
      validators: [],
      holder: currentProcess(),
      clock,
      logger: own.resolve(CompanyLogger),
      onProgress,
    });
    return { company, errors, ports, readingPorts: () => ({ ...ports(), patienceMs }) };
  });
}

/** Pleo counts calls by credential, so companies with the same one share a budget. */
function sharePaces(): (connection: PleoConnection, name: string) => Pace {
  const paces = new Map<string, Pace>();
  return ({ baseUrl, apiKey, accessToken, oauth, limits }, name) => {
    const key = JSON.stringify([baseUrl, apiKey, accessToken, oauth && [oauth.clientId, oauth.refreshToken ?? name]]);
    const pace = paces.get(key) ?? createPace({ ...limits, clock: systemClock });
    paces.set(key, pace);
    return pace;
  };
}
