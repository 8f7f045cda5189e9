const SIDE = 64;
const BLOCKS = (SIDE / 8) ** 2;

const START = Buffer.from([0xff, 0xd8]);
const APPLICATION = segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const QUANTIZATION = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 16)]);
const FRAME = segment(0xc0, [8, 0, SIDE, 0, SIDE, 1, 1, 0x11, 0]);
// Two codes of one bit each say everything a plain grey block needs: "no change" and "end of block".
const CODES = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const HUFFMAN = Buffer.concat([segment(0xc4, [0x00, ...CODES]), segment(0xc4, [0x10, ...CODES])]);
const SCAN = Buffer.concat([segment(0xda, [1, 1, 0, 0, 63, 0]), Buffer.alloc((BLOCKS * 2) / 8)]);
const END = Buffer.from([0xff, 0xd9]);

/** A grey baseline JPEG that carries the text as its comment. */
export function renderJpeg(text: string): Uint8Array {
  const comment = segment(0xfe, Buffer.from(text));
  return Buffer.concat([START, APPLICATION, comment, QUANTIZATION, FRAME, HUFFMAN, SCAN, END]);
}

function segment(marker: number, payload: Iterable<number>): Buffer {
  const data = Buffer.from([...payload]);
  const length = data.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), data]);
}
