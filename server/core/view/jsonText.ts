// JSON in pieces: an answer may be longer than the longest string.

/** Items of a list that go into one piece. */
const ITEMS_A_PIECE = 1000;

/**
 * The JSON of an object, a line for each of its values and for each item of its lists. Lists are read item by item, so
 * that they need not exist as a whole.
 */
export function* jsonText(object: Readonly<Record<string, unknown>>): Iterable<string> {
  let before = "{\n  ";
  for (const [key, value] of Object.entries(object)) {
    yield `${before}${JSON.stringify(key)}: `;
    if (isList(value)) {
      yield* listText(value);
    } else {
      yield JSON.stringify(value);
    }
    before = ",\n  ";
  }
  yield before.startsWith("{") ? "{}" : "\n}";
}

function* listText(items: Iterable<unknown>): Iterable<string> {
  let piece = "[";
  let count = 0;
  for (const item of items) {
    piece += `${count === 0 ? "\n" : ",\n"}    ${JSON.stringify(item)}`;
    count++;
    if (count % ITEMS_A_PIECE === 0) {
      yield piece;
      piece = "";
    }
  }
  yield `${piece}${count === 0 ? "" : "\n  "}]`;
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
