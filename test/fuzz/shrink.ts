/**
 * What is left of `bytes` when parts that do not matter are taken out, halves first, then less and less.
 * @param fails true when its argument still is what is looked for
 */
export function shrunk(bytes: Uint8Array, fails: (bytes: Uint8Array) => boolean): Uint8Array {
  let smallest = bytes;
  for (let size = bytes.length >> 1; size > 0; size = Math.min(size >> 1, smallest.length)) {
    for (let at = 0; at < smallest.length; ) {
      const rest = without(smallest, at, at + size);
      if (fails(rest)) {
        smallest = rest;
      } else {
        at += size;
      }
    }
  }
  return smallest;
}

function without(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const rest = new Uint8Array(from + Math.max(0, bytes.length - to));
  rest.set(bytes.subarray(0, from));
  rest.set(bytes.subarray(to), from);
  return rest;
}
