import type { Books } from '../books/books.js';
import type { Wire } from '../api/write-elements.js';

/** A contact as a document names it. */
export function contactReferenceWire({ contacts }: Books, id: string): Wire {
  const contact = contacts.get(id);
  return {
    ContactID: id,
    Name: contact?.name,
    ...(contact?.contactNumber === null ? {} : { ContactNumber: contact?.contactNumber }),
    ContactStatus: contact?.status,
    HasValidationErrors: false,
  };
}

/** An account as a document names it. */
export function accountReferenceWire({ accounts }: Books, id: string): Wire {
  const account = accounts.get(id);
  return { AccountID: id, ...(account?.code === null ? {} : { Code: account?.code }), Name: account?.name };
}

export function hasAttachments({ attachments }: Books, documentId: string): boolean {
  return attachments.has(documentId);
}
