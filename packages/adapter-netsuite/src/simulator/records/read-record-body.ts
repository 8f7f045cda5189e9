import { parseObject } from '../http/read-object.js';
import { Refusal } from '../http/refusal.js';
import type { ServiceCall } from '../http/service-call.js';
import type { Fields } from './fields.js';
import { SentFields, type Findings } from './sent-fields.js';

/** A body as it was sent. */
export interface SentRecord {
  readonly sent: SentFields;
  /** @throws {Refusal} 400 for what was found while reading, as strict as the request asked for. */
  readonly refuseFindings: () => void;
  /** Headers that warn of what was passed over. */
  readonly warnings: () => Readonly<Record<string, string>>;
}

type Strictness = 'error' | 'warning' | 'ignore';

/**
 * Reads a body; the external id that a URL names goes before the body's own. Names are warned of, values are refused, unless the request
 * asks otherwise. Source: Oracle, Property Name Validation and Property Value Validation.
 */
export function readRecordBody(call: ServiceCall, fields: Fields, externalId: string | null = null): SentRecord {
  const names = strictness(call.headers['x-netsuite-propertynamevalidation'], 'warning');
  const values = strictness(call.headers['x-netsuite-propertyvaluevalidation'], 'error');
  const findings: Findings = { unknownNames: [], badValues: [], refusals: [] };
  const json = { ...parseObject(call), ...(externalId === null ? {} : { externalId }) };
  const sent = new SentFields(json, { path: '', fields, findings, books: call.books });
  return {
    sent,
    refuseFindings: () => {
      const { unknownNames, badValues, refusals } = findings;
      const details = [
        ...(names === 'error' ? unknownNames : []),
        ...(values === 'error' ? badValues : []),
        ...refusals,
      ];
      if (details.length > 0) throw new Refusal(400, details);
    },
    warnings: () => ({
      ...(names === 'warning' ? warningHeaders('Name', findings.unknownNames) : {}),
      ...(values === 'warning' ? warningHeaders('Value', findings.badValues) : {}),
    }),
  };
}

function warningHeaders(kind: 'Name' | 'Value', details: Findings['unknownNames']): Readonly<Record<string, string>> {
  if (details.length === 0) return {};
  const paths = details.map(({ path }) => path).join(', ');
  return {
    'X-NetSuite-PropertyValidation': 'Warning',
    'X-NetSuite-Warning': encodeURI(`Property${kind}Validation: ${paths}`),
  };
}

function strictness(header: string | undefined, usual: Strictness): Strictness {
  const value = header?.toLowerCase();
  return value === 'error' || value === 'warning' || value === 'ignore' ? value : usual;
}
