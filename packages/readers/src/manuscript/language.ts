/** The language of most characters, so that one quotation does not decide. */
export function commonestLanguage(characters: ReadonlyMap<string, number>): string | undefined {
  const counted = [...characters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return counted[0]?.[0];
}
