import type { HeldTrackingCategory } from '../books/held-records.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';
import { listRecords } from '../api/list-records.js';
import type { Wire } from '../api/write-elements.js';
import type { QueryFields } from '../where/query-fields.js';

const FIELDS: QueryFields<HeldTrackingCategory> = {
  TrackingCategoryID: { kind: 'guid', read: ({ id }) => id },
  Name: { kind: 'text', read: ({ name }) => name },
  Status: { kind: 'text', read: ({ status }) => status },
};

/** Source: Xero Accounting API, Tracking Categories. */
export const trackingEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: 'TrackingCategories',
    scope: 'accounting.settings',
    query: ['where', 'order', 'includeArchived'],
    handle: (call) => {
      const isShown = ({ status }: HeldTrackingCategory) =>
        status === 'ACTIVE' || call.query.get('includeArchived') === 'true';
      const shown = call.books.trackingCategories.listed().filter(isShown);
      return envelope(call, { TrackingCategories: listRecords(call, shown, FIELDS).records.map(categoryWire) });
    },
  },
];

function categoryWire(category: HeldTrackingCategory): Wire {
  return {
    Name: category.name,
    Status: category.status,
    TrackingCategoryID: category.id,
    Options: category.options.map(({ id, name, status }) => ({
      TrackingOptionID: id,
      Name: name,
      Status: status,
      HasValidationErrors: false,
      IsDeleted: false,
      IsArchived: status === 'ARCHIVED',
      IsActive: status === 'ACTIVE',
    })),
  };
}
