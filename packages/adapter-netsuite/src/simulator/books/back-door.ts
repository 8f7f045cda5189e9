import type { Books } from './books.js';
import {
  approve,
  changeExternalId,
  changeTotal,
  deactivateAccount,
  deactivateVendor,
  deleteFile,
  moveToDay,
  removeTransaction,
  reverseOn,
  setPeriod,
  voidTransaction,
} from './change-books.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import {
  readAccounts,
  readAttachments,
  readEntities,
  readLinks,
  readOpen,
  readPostings,
  readTransactions,
} from './read-books.js';

/** Opens the back door of books. */
export function openBackDoor(books: Books): NetsuiteBooks {
  return {
    get transactions() {
      return readTransactions(books);
    },
    get attachments() {
      return readAttachments(books);
    },
    get vendors() {
      return readEntities(books.vendors);
    },
    get employees() {
      return readEntities(books.employees);
    },
    get accounts() {
      return readAccounts(books);
    },
    postings: (transactionId) => readPostings(transactionId, books),
    links: (transactionId) => readLinks(transactionId, books),
    open: (transactionId) => readOpen(transactionId, books),
    deleteTransaction: (transactionId) => removeTransaction(transactionId, books),
    voidTransaction: (transactionId) => voidTransaction(transactionId, books),
    reverseOn: (transactionId, date) => reverseOn(transactionId, date, books),
    changeExternalId: (transactionId, externalId) => changeExternalId(transactionId, externalId, books),
    changeTotal: (transactionId, total) => changeTotal(transactionId, total, books),
    moveToDay: (transactionId, date) => moveToDay(transactionId, date, books),
    approve: (transactionId) => approve(transactionId, books),
    deleteFile: (fileId) => deleteFile(fileId, books),
    setPeriod: (name, state) => setPeriod(name, state, books),
    deactivateAccount: (number) => deactivateAccount(number, books),
    deactivateVendor: (entityId) => deactivateVendor(entityId, books),
  };
}
