import type { Unit } from './unit.ts';

/** More places than this for one word or pair of words, and it tells nothing of where a sentence went. */
const COMMON = 48;
const MOST = 8;

const PAIR_BASE = 2 ** 22;

/**
 * For each unit of `from` the few units of `to` that share the most rare words and word pairs. Linear in the texts: a
 * word in many places is never followed.
 */
export function findCandidates(from: readonly Unit[], to: readonly Unit[]): number[][] {
  const index = new Map<number, number[]>();
  to.forEach((unit, at) => {
    for (const feature of featuresOf(unit)) {
      const places = index.get(feature);
      if (!places) index.set(feature, [at]);
      else if (places.length <= COMMON && places.at(-1) !== at) places.push(at);
    }
  });
  const score = new Float64Array(to.length);
  return from.map((unit) => {
    const touched: number[] = [];
    for (const feature of new Set(featuresOf(unit))) {
      const places = index.get(feature);
      if (!places || places.length > COMMON) continue;
      for (const at of places) {
        if (score[at] === 0) touched.push(at);
        score[at] = (score[at] as number) + 1 / places.length;
      }
    }
    touched.sort((a, b) => (score[b] as number) - (score[a] as number) || a - b);
    const best = touched.slice(0, MOST);
    for (const at of touched) score[at] = 0;
    return best;
  });
}

/** Words and pairs of neighbours. */
function featuresOf(unit: Unit): number[] {
  const features: number[] = [];
  const { words } = unit;
  for (let at = 0; at < words.length; at++) {
    features.push(words[at] as number);
    if (at > 0) features.push(PAIR_BASE + (words[at - 1] as number) * PAIR_BASE + (words[at] as number));
  }
  return features;
}
