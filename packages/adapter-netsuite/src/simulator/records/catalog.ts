import { jsonAnswer, resourceAnswer, type Answer } from '../http/answer.js';
import { invalidParameter } from '../http/problems.js';
import type { ServiceCall } from '../http/service-call.js';
import type { Field, Fields } from './fields.js';
import { fieldsOf, WRITABLE_TYPES, writableType } from './record-types.js';

type Schemas = Record<string, unknown>;

/**
 * Which properties record types have in this account, as OpenAPI: neither lengths nor what is required. Types that are not selected are
 * objects without shape. Source: Oracle, Getting Metadata.
 */
export function answerCatalog(call: ServiceCall): Answer {
  const { accept = '' } = call.headers;
  if (!accept.includes('application/swagger+json')) return listOfTypes(call);
  const schemas: Schemas = { ...SHARED };
  for (const type of selectedTypes(call)) Object.assign(schemas, schemasOf(type, fieldsOf(type, call.books.account)));
  for (const name of ['account', 'subsidiary', 'currency', 'department']) schemas[name] ??= { type: 'object' };
  const document = {
    openapi: '3.0.1',
    info: { title: 'NetSuite REST Record API', version: 'v1' },
    servers: [{ url: call.serviceUrl }],
    paths: {},
    components: { schemas },
  };
  return jsonAnswer(200, document, 'application/swagger+json');
}

function selectedTypes({ query }: ServiceCall) {
  const names = query.get('select')?.split(',') ?? WRITABLE_TYPES;
  return names.map((name) => {
    const type = writableType(name.trim());
    if (type === null)
      throw invalidParameter(`Record type ${name} was not found.`, `Datensatztyp ${name} nicht gefunden.`);
    return type;
  });
}

function listOfTypes({ serviceUrl }: ServiceCall): Answer {
  const items = WRITABLE_TYPES.map((name) => ({
    name,
    links: [{ rel: 'canonical', href: `${serviceUrl}/metadata-catalog/${name}` }],
  }));
  return resourceAnswer(200, 'collection', { items });
}

function schemasOf(name: string, fields: Fields): Schemas {
  const schemas: Schemas = {};
  const properties: Schemas = {};
  for (const [property, field] of Object.entries(fields)) {
    properties[property] = {
      ...propertyOf(`${name}-${property}`, field),
      title: field.label,
      'x-ns-custom-field': field.isCustom === true,
    };
    if (field.kind !== 'sublist') continue;
    const items = { type: 'array', items: { $ref: `#/components/schemas/${name}-${property}Element` } };
    schemas[`${name}-${property}Collection`] = { type: 'object', properties: { ...PAGE, items } };
    Object.assign(schemas, schemasOf(`${name}-${property}Element`, field.fields));
  }
  return { ...schemas, [name]: { type: 'object', properties } };
}

function propertyOf(name: string, field: Field): Readonly<Record<string, unknown>> {
  switch (field.kind) {
    case 'text':
    case 'read-only':
      return { type: 'string' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'flag':
      return { type: 'boolean' };
    case 'amount':
    case 'decimal':
      return { type: 'number', format: 'double' };
    case 'integer':
      return { type: 'integer', format: 'int64' };
    case 'reference':
      return { $ref: '#/components/schemas/nsResource' };
    case 'choice':
      return { type: 'object', properties: { id: { type: 'string', enum: field.ids }, refName: { type: 'string' } } };
    case 'sublist':
      return { $ref: `#/components/schemas/${name}Collection` };
  }
}

const PAGE = {
  count: { type: 'integer', readOnly: true },
  hasMore: { type: 'boolean', readOnly: true },
  offset: { type: 'integer', readOnly: true },
  totalResults: { type: 'integer', readOnly: true },
};

const SHARED: Schemas = {
  nsLink: { type: 'object', properties: { rel: { type: 'string' }, href: { type: 'string' } } },
  nsResource: {
    type: 'object',
    properties: { id: { type: 'string' }, refName: { type: 'string' }, externalId: { type: 'string' } },
  },
};
