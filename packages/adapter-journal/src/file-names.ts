/** A file name that every file system takes: what one of them forbids is written as `%` and its bytes. */
export function encodeFileName(name: string): string {
  return name
    .toWellFormed()
    .replace(/[\p{Cc}<>:"/\\|?*%]|^\.|[. ]$/gu, (character) =>
      Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );
}

/** The name that {@link encodeFileName} was given; a name that a person chose stays as it is. */
export function decodeFileName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
