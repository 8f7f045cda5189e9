import { z } from 'zod';
import { accountReference, amount, day, flag, guid, text } from '../api/fields.js';
import { deletion } from './payment-element.js';

const tracking = z.array(z.strictObject({ TrackingCategoryID: guid, TrackingOptionID: guid })).optional();

/** A transfer as it is sent. */
export const bankTransferElement = z.strictObject({
  FromBankAccount: accountReference,
  ToBankAccount: accountReference,
  Amount: amount,
  Date: day,
  Reference: text,
  FromIsReconciled: flag,
  ToIsReconciled: flag,
  FromTracking: tracking,
  ToTracking: tracking,
});

/** A transfer that shall be deleted, among others. */
export const bankTransferDeletion = deletion.extend({ BankTransferID: guid });

export type BankTransferElement = z.output<typeof bankTransferElement>;
