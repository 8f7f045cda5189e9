import type { Answer } from './answer.js';

/** The same in XML: what Xero answers to whoever does not ask for JSON. */
export function xmlAnswer(answer: Answer): Answer {
  if (!answer.headers['Content-Type']?.startsWith('application/json')) return answer;
  const body = `<?xml version="1.0" encoding="utf-8"?>${element('Response', JSON.parse(answer.body))}`;
  return { ...answer, headers: { ...answer.headers, 'Content-Type': 'text/xml; charset=utf-8' }, body };
}

function element(name: string, value: unknown): string {
  return `<${name}>${content(name, value)}</${name}>`;
}

function content(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element(singular(name), item)).join('');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, item]) => element(key, item))
      .join('');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function singular(name: string): string {
  return name
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<!s)s$/, '');
}
