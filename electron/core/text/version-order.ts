/** Missing numbers count as zero; what follows a hyphen does not count. Null where one is no version. */
export const isOlderVersion = (version: string, than: string): boolean | null => {
  const partsOf = (text: string) => /^v?(\d{1,9}(?:\.\d{1,9}){0,3})/.exec(text)?.[1]?.split('.').map(Number);
  const [one, other] = [partsOf(version), partsOf(than)];
  if (!one || !other) return null;
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
};
