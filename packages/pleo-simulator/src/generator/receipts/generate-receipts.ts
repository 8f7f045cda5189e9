import type { GeneratedReceipt } from '../../model/generated-export-job.js';
import type { Random } from '../random.js';
import { renderJpeg } from './render-jpeg.js';
import { renderPdf } from './render-pdf.js';
import { renderPng } from './render-png.js';

const RENDERERS = [
  { type: 'application/pdf', render: renderPdf },
  { type: 'image/png', render: renderPng },
  { type: 'image/jpeg', render: renderJpeg },
] as const;

/** One to three receipts, mostly one; no two receipts of a job have the same bytes. */
export function generateReceipts(random: Random, texts: readonly string[]): GeneratedReceipt[] {
  const count = random.chance(0.8) ? 1 : random.integer(2, 3);
  return Array.from({ length: count }, () => {
    const id = random.uuid();
    const { type, render } = random.pick(RENDERERS);
    return { id, type, bytes: render(`Receipt ${id}: ${random.pick(texts).slice(0, 60)}`) };
  });
}
