/** An address or a part of one as people write it; as it stands where it is not well-formed. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The name of the file that an address ends in. */
export function nameIn(address: string): string {
  return decoded(address.slice(address.lastIndexOf('/') + 1));
}
