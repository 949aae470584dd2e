// Damage as it happens to files, and worse.
import type { Random } from "./random.ts";

/** What inputs are made of. */
export interface Material {
  /** Files, or parts of files, of the kind that is read. At least one. */
  readonly samples: readonly Uint8Array[];
  /** Words that mean something to the reader. At least one. */
  readonly words: readonly Uint8Array[];
}

const MAX_INPUT = 4096;
const MAX_REPEATS = 20_000;

type Mutation = (bytes: Uint8Array, random: Random, material: Material) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  function flipBit(bytes, random) {
    const changed = bytes.slice();
    const at = random.below(bytes.length);
    changed[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return changed;
  },
  function cutOut(bytes, random) {
    const { from, to } = someSpan(bytes, random);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  function repeat(bytes, random) {
    const { from, to } = someSpan(bytes, random);
    return join(bytes.subarray(0, to), bytes.subarray(from));
  },
  function move(bytes, random) {
    const { from, to } = someSpan(bytes, random);
    return join(bytes.subarray(to), bytes.subarray(from, to), bytes.subarray(0, from));
  },
  function splice(bytes, random, { samples }) {
    const other = partOf(random.pick(samples), random, 200);
    return inserted(bytes, random, other);
  },
  function insertWord(bytes, random, { words }) {
    return inserted(bytes, random, random.pick(words));
  },
  function insertGarbage(bytes, random) {
    return inserted(bytes, random, random.bytes(1 + random.below(4)));
  },
];

/** An input: damaged parts of samples, loose words, garbage; now and then a word ten thousand times. */
export function makeInput(random: Random, material: Material): Uint8Array {
  if (random.once(500)) {
    return repeated(random.pick(material.words), 1 + random.below(MAX_REPEATS));
  }
  if (random.once(20)) {
    return random.bytes(random.below(300));
  }
  if (random.once(8)) {
    return join(...Array.from({ length: random.below(60) }, () => random.pick(material.words)));
  }
  const parts = Array.from({ length: 1 + random.below(3) }, () =>
    partOf(random.pick(material.samples), random, 1 + random.below(400)),
  );
  return mutated(join(...parts), random, material);
}

function mutated(bytes: Uint8Array, random: Random, material: Material): Uint8Array {
  let changed = bytes;
  for (let left = random.below(6); left > 0; left--) {
    changed = random.pick(MUTATIONS)(changed, random, material).subarray(0, MAX_INPUT);
  }
  return changed;
}

/** The whole sample where it is short enough. */
function partOf(sample: Uint8Array, random: Random, length: number): Uint8Array {
  const from = random.below(sample.length - length);
  return sample.subarray(Math.max(0, from), Math.max(0, from) + length);
}

function someSpan(bytes: Uint8Array, random: Random): { readonly from: number; readonly to: number } {
  const from = random.below(bytes.length + 1);
  return { from, to: from + random.below(Math.min(bytes.length - from, 100) + 1) };
}

function inserted(bytes: Uint8Array, random: Random, part: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  return join(bytes.subarray(0, at), part, bytes.subarray(at));
}

function repeated(word: Uint8Array, times: number): Uint8Array {
  const bytes = new Uint8Array(word.length * times);
  for (let at = 0; at < bytes.length; at += word.length) {
    bytes.set(word, at);
  }
  return bytes;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
