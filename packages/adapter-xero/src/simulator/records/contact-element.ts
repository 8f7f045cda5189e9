import { z } from 'zod';
import { guid, text } from '../api/fields.js';

/** A contact as it is sent, alone or inside a document. */
export const contactElement = z.strictObject({
  ContactID: guid,
  ContactNumber: text,
  AccountNumber: text,
  ContactStatus: z.enum(['ACTIVE', 'ARCHIVED']).optional(),
  Name: text,
  FirstName: text,
  LastName: text,
  CompanyNumber: text,
  EmailAddress: text,
  TaxNumber: text,
});

export type ContactElement = z.output<typeof contactElement>;
