/**
 * Ledgerferry's receipts: uploads a file, hangs it on a transaction, and says which files hang there. SuiteScript 2.1; how it is installed
 * stands in the README of @ledgerferry/adapter-netsuite.
 *
 * | call | answer |
 * | --- | --- |
 * | POST `{ fileName, contentsBase64, attachTo: { type, id } }` | 200 `{ fileId }` |
 * | GET `?type=journalEntry&id=10001` | 200 `{ files: [{ fileId, fileName }] }` |
 *
 * `type` is a record type as the REST record service names it. Files go to the folder of the script's parameter. A file of the same name is
 * overwritten there and keeps its id, so that an upload can be repeated. What is refused is 400 `{ error: { code, message } }`.
 *
 * @NApiVersion 2.1
 * @NScriptType Restlet
 * @NModuleScope SameAccount
 */
define(['N/encode', 'N/error', 'N/file', 'N/record', 'N/runtime', 'N/search'], (
  encode,
  error,
  file,
  record,
  runtime,
  search,
) => {
  /** The script's parameter: internal id of the folder. */
  const FOLDER = 'custscript_ledgerferry_folder';

  /** What NetSuite calls the types of files that Pleo takes, by their endings. */
  const FILE_TYPES = new Map([
    ['doc', file.Type.WORD],
    ['docx', file.Type.WORD],
    ['jpeg', file.Type.JPGIMAGE],
    ['jpg', file.Type.JPGIMAGE],
    ['pdf', file.Type.PDF],
    ['png', file.Type.PNGIMAGE],
    ['txt', file.Type.PLAINTEXT],
    ['xls', file.Type.EXCEL],
    ['xlsx', file.Type.EXCEL],
  ]);

  /**
   * @param {{ fileName: string, contentsBase64: string, attachTo: { type: string, id: string } }} upload
   * @returns {{ fileId: string }}
   */
  function post({ fileName, contentsBase64, attachTo }) {
    if (!fileName || !contentsBase64 || !attachTo)
      throw refusal('INVALID_UPLOAD', 'fileName, contentsBase64 and attachTo must be given.');
    demandTransaction(attachTo);
    const fileType = fileTypeOf(fileName);
    const contents = fileType === file.Type.PLAINTEXT ? textOf(contentsBase64) : contentsBase64;
    const fileId = file.create({ name: fileName, fileType, contents, folder: folderOfReceipts() }).save();
    record.attach({
      record: { type: 'file', id: fileId },
      to: { type: attachTo.type.toLowerCase(), id: attachTo.id },
    });
    return { fileId: String(fileId) };
  }

  /**
   * @param {{ type: string, id: string }} place
   * @returns {{ files: { fileId: string, fileName: string }[] }}
   */
  function get(place) {
    return { files: demandTransaction(place).filter(({ fileId }) => /^\d+$/.test(fileId)) };
  }

  /**
   * The files of a transaction; one without a number where it has none. Grouped, as the search has a row for each line of the transaction.
   *
   * @param {{ id: string }} place
   */
  function demandTransaction({ id }) {
    const summary = search.Summary.GROUP;
    const fileId = search.createColumn({ name: 'internalid', join: 'file', summary });
    const fileName = search.createColumn({ name: 'name', join: 'file', summary });
    const filters = [['internalid', 'anyof', id]];
    const found = search.create({ type: search.Type.TRANSACTION, filters, columns: [fileId, fileName] });
    const rows = found.run().getRange({ start: 0, end: 1000 });
    if (rows.length === 0) throw refusal('RCRD_DSNT_EXIST', 'That record does not exist.');
    return rows.map((row) => ({
      fileId: String(row.getValue(fileId) ?? ''),
      fileName: String(row.getValue(fileName) ?? ''),
    }));
  }

  /** @param {string} fileName */
  function fileTypeOf(fileName) {
    const fileType = FILE_TYPES.get(fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase());
    if (fileType === undefined) throw refusal('INVALID_FILE_TYPE', 'Files of this type are not uploaded.');
    return fileType;
  }

  function folderOfReceipts() {
    const folder = Number(runtime.getCurrentScript().getParameter({ name: FOLDER }));
    if (!(folder > 0))
      throw refusal('FOLDER_MISSING', `The script's parameter ${FOLDER} must be the folder's internal id.`);
    return folder;
  }

  /** @param {string} base64 */
  function textOf(base64) {
    return encode.convert({
      string: base64,
      inputEncoding: encode.Encoding.BASE_64,
      outputEncoding: encode.Encoding.UTF_8,
    });
  }

  /**
   * @param {string} name
   * @param {string} message
   */
  function refusal(name, message) {
    return error.create({ name, message, notifyOff: true });
  }

  return { get, post };
});
