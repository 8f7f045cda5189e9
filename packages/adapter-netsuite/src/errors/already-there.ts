import type { ErrorDetail } from './error-detail.js';

/**
 * How NetSuite says that a record is there already, in the languages of its users, as far as they are known: there is no code for it. A
 * refusal that sounds so is doubted for longer; no refusal is trusted more because it does not.
 */
const WORDS: readonly RegExp[] = [
  /\balready (exists?|in use)\b|\bexists already\b/i,
  /\b(bereits|schon) (vorhanden|existiert)|existiert bereits/i,
  /existe déjà|déjà (existant|utilisé)/i,
  /ya existe|já existe|já está em uso/i,
  /esiste già|già (esistente|presente)|esiste di già/i,
  /bestaat (al|reeds)\b/i,
  /findes (allerede|i forvejen)|finnes allerede|finns redan|eksisterer allerede/i,
  /on jo olemassa/i,
  /już istnieje|již existuje|už existuje/i,
  /zaten (var|mevcut|kullanılıyor)/i,
  /уже существует/i,
  /sudah ada|đã tồn tại|มีอยู่แล้ว/i,
  /(既に|すでに)存在|已(经)?存在|已經存在|이미 존재/,
];

/** True where a refusal sounds as if the record were there, or is about the external id itself. */
export function soundsAlreadyThere(details: readonly ErrorDetail[]): boolean {
  return details.some(
    ({ code, path, detail }) =>
      code.startsWith('DUP_') || isExternalId(path) || WORDS.some((words) => words.test(detail)),
  );
}

/**
 * True where a refusal says by its places that it is about what was sent, so that the record cannot be there from this reference. It may
 * be there from an earlier call all the same.
 */
export function isAboutContent(details: readonly ErrorDetail[]): boolean {
  return details.length > 0 && details.every(({ path }) => path !== null && !isExternalId(path));
}

function isExternalId(path: string | null): boolean {
  return path?.toLowerCase() === 'externalid';
}
