/** What two names must share to be the same one: case and spaces do not count. */
export function normalizedName(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
