// Typed arrays that share a length and a capacity: one check for room serves all columns of a row.

type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

const FIRST_CAPACITY = 16;

/** The capacity after `capacity`. */
export function nextCapacity(capacity: number): number {
  return Math.max(FIRST_CAPACITY, capacity * 2);
}

/** The numbers of `from` in `to`, which has room for more. Views taken of `from` keep their content. */
export function withRoom<A extends Numbers>(from: A, to: A): A {
  to.set(from);
  return to;
}
