/** The text in at most `longest` UTF-16 units: a longer one ends in an ellipsis. No character is cut in two. */
export function shortenText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > longest - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
