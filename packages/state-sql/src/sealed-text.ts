import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

const base64 = z.string().transform((text) => Buffer.from(text, 'base64'));

/** What lies in the file: the salt of the key, then AES-256-GCM's nonce, tag and text, each in base64. */
const envelope = z.object({ form: z.literal(1), salt: base64, nonce: base64, tag: base64, text: base64 });

/** A text that only opens with its key. */
export type SealedText = z.infer<typeof envelope>;

const CONTEXT = Buffer.from('ledgerferry credentials 1');

/** A key made of a passphrase, with the salt it was made with. */
export interface SaltedKey {
  readonly salt: Buffer;
  readonly bytes: Buffer;
}

/** Makes the key; slow by intent. Source: RFC 7914, with 32 MB of memory. */
export function saltedKey(passphrase: string, salt: Buffer = randomBytes(16)): Promise<SaltedKey> {
  const strength = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, 32, strength, (error, bytes) => (error ? reject(error) : resolve({ salt, bytes })));
  });
}

export function seal({ salt, bytes }: SaltedKey, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(CONTEXT);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = { salt, nonce, tag: cipher.getAuthTag(), text: sealed };
  const encoded = Object.entries(parts).map(([name, value]) => [name, value.toString('base64')]);
  return `${JSON.stringify({ form: 1, ...Object.fromEntries(encoded) })}\n`;
}

/** Throws where the text is no sealed text. */
export function parseSealedText(content: string): SealedText {
  return envelope.parse(JSON.parse(content));
}

/** Throws where the key is another or the text was changed. */
export function unseal({ bytes }: SaltedKey, { nonce, tag, text }: SealedText): string {
  const decipher = createDecipheriv('aes-256-gcm', bytes, nonce, { authTagLength: 16 }).setAAD(CONTEXT).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
