/** The first index whose line, in ascending order, is at least `line`; `length` when there is none. */
export function firstFrom(length: number, lineOf: (index: number) => number, line: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lineOf(middle) < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
