// Figures of two runs → pairs of those that are one and the same.
import { groupBy } from "../../base/group.ts";
import type { Pair } from "./figureDiff.ts";

/** How a figure is known. */
export interface Identity<V> {
  /** Equal keys are one figure; several of one key in a run are paired in order. */
  keyOf(value: V): string;
  /** The key that a figure of the base has in the run, where its name is another there. */
  renamedKeyOf?(value: V): string | undefined;
}

/** In the order of `run`; what only the base has stands before what followed it there. */
export function pairUp<V extends object>(
  base: readonly V[],
  run: readonly V[],
  identity: Identity<V>,
): readonly Pair<V>[] {
  const partners = partnersOf(base, run, identity);
  const gone = base.map((value, index) => ({ value, index })).filter(({ index }) => !partners.isTaken(index));
  const pairs: Pair<V>[] = [];
  let next = 0;
  const addGone = (before: number): void => {
    for (let one = gone[next]; one !== undefined && one.index < before; one = gone[++next]) {
      pairs.push({ base: one.value, run: undefined });
    }
  };
  for (const [index, value] of run.entries()) {
    const partner = partners.of(index);
    if (partner === undefined) {
      pairs.push({ base: undefined, run: value });
    } else {
      addGone(partner.index);
      pairs.push({ base: partner.value, run: value, isRenamed: partner.isRenamed });
    }
  }
  addGone(Number.POSITIVE_INFINITY);
  return pairs;
}

interface Partner<V> {
  readonly value: V;
  /** In the base. */
  readonly index: number;
  readonly isRenamed: boolean;
}

interface Partners<V> {
  /** @param index in the run */
  of(index: number): Partner<V> | undefined;
  /** @param index in the base */
  isTaken(index: number): boolean;
}

function partnersOf<V>(
  base: readonly V[],
  run: readonly V[],
  { keyOf, renamedKeyOf }: Identity<V>,
): Partners<V> {
  const free = groupBy(run.keys(), (index) => keyOf(valueAt(run, index)));
  const partners = new Map<number, Partner<V>>();
  const taken = new Set<number>();
  const pair = (index: number, key: string | undefined, isRenamed: boolean): void => {
    const partner = key === undefined ? undefined : free.get(key)?.shift();
    if (partner !== undefined) {
      partners.set(partner, { value: valueAt(base, index), index, isRenamed });
      taken.add(index);
    }
  };
  // Equal names first: a rename is only what is left.
  for (const [index, value] of base.entries()) {
    pair(index, keyOf(value), false);
  }
  for (const [index, value] of base.entries()) {
    if (!taken.has(index)) {
      pair(index, renamedKeyOf?.(value), true);
    }
  }
  return { of: (index) => partners.get(index), isTaken: (index) => taken.has(index) };
}

function valueAt<V>(values: readonly V[], index: number): V {
  const value = values[index];
  if (value === undefined) {
    throw new RangeError(`no figure ${index}`);
  }
  return value;
}
