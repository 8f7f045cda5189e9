import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SIDE = 32;
const HEADER = chunk('IHDR', Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0]));
// Grey rows, each after its filter byte 0.
const PIXELS = chunk('IDAT', deflateSync(Buffer.alloc((SIDE + 1) * SIDE).map((_, at) => (at % (SIDE + 1) ? 0xdd : 0))));
const END = chunk('IEND', Buffer.alloc(0));

/** A grey PNG that carries the text as its comment. */
export function renderPng(text: string): Uint8Array {
  const comment = chunk('iTXt', Buffer.concat([Buffer.from('Comment\0\0\0\0\0', 'latin1'), Buffer.from(text)]));
  return Buffer.concat([SIGNATURE, HEADER, comment, PIXELS, END]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
