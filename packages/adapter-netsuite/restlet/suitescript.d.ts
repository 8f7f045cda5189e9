/** How SuiteScript loads our script: with the modules that it names, in their order. */
declare function define(
  modules: readonly ['N/encode', 'N/error', 'N/file', 'N/record', 'N/runtime', 'N/search'],
  script: (
    encode: typeof import('@hitc/netsuite-types/N/encode'),
    error: typeof import('@hitc/netsuite-types/N/error'),
    file: typeof import('@hitc/netsuite-types/N/file'),
    record: typeof import('@hitc/netsuite-types/N/record'),
    runtime: typeof import('@hitc/netsuite-types/N/runtime'),
    search: typeof import('@hitc/netsuite-types/N/search'),
  ) => object,
): void;
