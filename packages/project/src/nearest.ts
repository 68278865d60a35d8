import { distance } from 'fastest-levenshtein';

/** The name that was probably meant, or undefined where none is near. */
export function nearest(wanted: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A third of the letters may be wrong: more would suggest names that have nothing in common with what was typed.
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    // Whoever leaves out the family's prefix means the rule.
    const far = name.endsWith(`-${wanted}`) ? 1 : distance(wanted.toLowerCase(), name.toLowerCase());
    if (far < least) {
      least = far;
      best = name;
    }
  }
  return best;
}

/** ` Did you mean "…"?`, or nothing. */
export function hint(wanted: string, names: Iterable<string>): string {
  const name = nearest(wanted, names);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}
