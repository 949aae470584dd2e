import fc from "fast-check";
import { expect, test } from "vitest";
import { type OwnLine, type OwnTag, readOwnLine } from "#core/log/own/ownLine";
import type { ProbePlace, SourcePlace } from "#core/log/record";

type Read = Extract<OwnLine, { readonly place: ProbePlace }>;
type Words = Readonly<Record<string, string | number | undefined>>;

function tagOf({ type, place }: Read): OwnTag {
  return type === "event" ? "event" : place.type;
}

/** Everything that the line says, by key; undefined and NaN are not written. */
function wordsOf(line: Read): Words {
  if (line.type === "event") {
    const { entering, rssBytes, elapsedMs } = line;
    return { ...placeWords(line.place), edge: entering ? "enter" : "leave", rss: rssBytes, ms: elapsedMs };
  }
  const { place, selfBytes, totalBytes, count } = line;
  return place.type === "site"
    ? { ...placeWords(place), bytes: totalBytes, calls: count }
    : { ...placeWords(place), self: selfBytes, total: totalBytes, calls: count };
}

function placeWords(place: ProbePlace): Words {
  const { phase } = place;
  switch (place.type) {
    case "function":
      return { phase, fn: place.name };
    case "kind":
      return { phase, dispatcher: place.dispatcher, kind: place.number, name: place.name };
    case "checkpoint": {
      const { index, label, source } = place;
      return { phase, fn: place.function, index, label, at: source && sourceText(source) };
    }
    case "callee":
      return { phase, fn: place.name, caller: place.caller };
    case "site":
      return { phase, fn: place.function, what: place.what, at: sourceText(place.source) };
  }
}

function sourceText({ file, line }: SourcePlace): string {
  return `${file}:${line + 1}`;
}

interface Style {
  /** Ranks of the words. */
  readonly order: readonly number[];
  readonly blank: string;
  readonly quoteAll: boolean;
}

function write(line: Read, { order, blank, quoteAll }: Style): string {
  const words = Object.entries(wordsOf(line)).flatMap(([key, value]) =>
    value === undefined || Number.isNaN(value) ? [] : [`${key}=${written(String(value), quoteAll)}`],
  );
  const ranked = words.map((word, index) => ({ word, rank: order[index] ?? 0 }));
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ word }) => blank + word)
    .join("");
}

function written(value: string, quoteAll: boolean): string {
  return quoteAll || /^"|[ \t\r]/.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;
}

const nasty = fc.constantFrom(" ", "\t", '"', "\\", "=", ":", "a", "é", "𝛼", "1", "[");
const text = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: nasty, minLength: 1 }));
const maybeText = fc.option(text, { nil: undefined });
const index = fc.maxSafeNat();
const bytes = fc.maxSafeInteger();
const count = fc.maxSafeNat();
const notGiven = { nil: Number.NaN };
const source = fc.tuple(text, index).map(([file, line]) => ({ file, line: Math.max(line - 1, 0) }));
const faults = fc.constant([]);
const style: fc.Arbitrary<Style> = fc.record({
  order: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  blank: fc.constantFrom(" ", "\t", "  ", " \t "),
  quoteAll: fc.boolean(),
});

const functionPlace = fc.record({ type: fc.constant("function" as const), phase: maybeText, name: text });

const kindPlace = fc
  .record({
    type: fc.constant("kind" as const),
    phase: maybeText,
    dispatcher: fc.oneof(fc.constantFrom("tc_expr", "tc_stmt"), text),
    number: fc.nat({ max: 0x7fff_ffff }),
    name: maybeText,
  })
  .map((place) => {
    const { dispatcher } = place;
    const domain =
      dispatcher === "tc_expr"
        ? ("expression" as const)
        : dispatcher === "tc_stmt"
          ? ("statement" as const)
          : undefined;
    return { ...place, domain };
  });

const checkpointPlace = fc.record({
  type: fc.constant("checkpoint" as const),
  phase: maybeText,
  function: text,
  index,
  label: maybeText,
  source: fc.option(source, { nil: undefined }),
});

const calleePlace = fc.record({
  type: fc.constant("callee" as const),
  phase: maybeText,
  name: text,
  caller: maybeText,
});

const sitePlace = fc.record({
  type: fc.constant("site" as const),
  phase: maybeText,
  function: maybeText,
  what: text,
  source,
});

function probe(
  place: fc.Arbitrary<ProbePlace>,
  selfBytes: fc.Arbitrary<number>,
  totalBytes: fc.Arbitrary<number>,
  calls: fc.Arbitrary<number>,
): fc.Arbitrary<Read> {
  return fc.record({
    type: fc.constant("probe" as const),
    place,
    selfBytes,
    totalBytes,
    count: calls,
    faults,
  });
}

const LINES: readonly (readonly [OwnTag, fc.Arbitrary<Read>])[] = [
  ["function", probe(functionPlace, fc.option(bytes, notGiven), bytes, fc.option(count, notGiven))],
  ["kind", probe(kindPlace, fc.option(bytes, notGiven), bytes, count)],
  ["checkpoint", probe(checkpointPlace, fc.option(bytes, notGiven), bytes, count)],
  ["callee", probe(calleePlace, fc.option(bytes, notGiven), bytes, count)],
  ["site", probe(sitePlace, fc.constant(Number.NaN), fc.option(bytes, notGiven), count)],
  [
    "event",
    fc.record({
      type: fc.constant("event" as const),
      place: functionPlace,
      entering: fc.boolean(),
      rssBytes: fc.maxSafeNat(),
      elapsedMs: fc.option(
        fc.nat().map((microseconds) => microseconds / 1000),
        notGiven,
      ),
      faults,
    }),
  ],
];

test.each(LINES)("a %s line that is written is read as it was, in any order of its words", (tag, lines) => {
  fc.assert(
    fc.property(lines, style, (line, how) => {
      expect(tagOf(line)).toBe(tag);
      expect(readOwnLine(tag, write(line, how), false)).toEqual(line);
    }),
  );
});

/** Every figure and every part of the place; none where there is no reading. */
function partsOf(line: OwnLine): Readonly<Record<string, unknown>> {
  if (line.type === "unreadable" || line.type === "unknown") {
    return {};
  }
  const { faults: _, place, ...figures } = line;
  return { ...place, ...figures };
}

/** Cuts a line at every place: what is still read is what the whole line says, or is not given. */
function expectSafeCuts(tag: OwnTag, body: string): void {
  const whole = partsOf(readOwnLine(tag, body, false));
  for (let end = 0; end <= body.length; end++) {
    const cut = readOwnLine(tag, body.slice(0, end), true);
    if (cut.type === "unreadable") {
      expect(cut.fault.code).toBe("cut-line");
      expect(cut.fault.at).toBeLessThanOrEqual(end);
      continue;
    }
    for (const [key, value] of Object.entries(partsOf(cut))) {
      // Where a word is missing, its figure is NaN, its part of the place undefined.
      expect([whole[key], Number.NaN, undefined]).toContainEqual(value);
    }
    expect(cut.type).toBe(whole["type"] === "event" ? "event" : "probe");
  }
}

test.each<readonly [OwnTag, string]>([
  [
    "kind",
    " phase=mir dispatcher=mir_lower_expr kind=9 name=NODE_CALL self=1048576 total=6044000000 calls=69186",
  ],
  ["function", " phase=typecheck fn=mir_lower$mir_lower_expr total=142606336"],
  [
    "checkpoint",
    ' phase=typecheck fn=tc_expr_call index=3 total=5 calls=69186 at=middle/a.qz:1715 label="arity \\"check\\""',
  ],
  ["callee", " phase=typecheck fn=tc_lookup_function_params caller=tc_expr_call self=-12 total=42 calls=691"],
  ["site", " phase=typecheck fn=tc_lookup_struct at=a.qz:412 what=str_byte_slice calls=1400 bytes=42000 "],
  ["event", " phase=mir fn=mir_lower$mir_lower_all edge=enter rss=6056574976 ms=9872.125 later=1"],
])("a %s line says nothing else when it is cut, wherever that is", (tag, body) => {
  expectSafeCuts(tag, body);
  expect(readOwnLine(tag, `${body} `, true)).toEqual(readOwnLine(tag, body, false));
});

test.each(LINES)("no %s line says anything else when it is cut", (tag, lines) => {
  fc.assert(
    fc.property(lines, style, (line, how) => expectSafeCuts(tag, write(line, how))),
    { numRuns: 30 },
  );
});

test("whatever a body holds, it is read or told, at a place within it", () => {
  const pieces = fc.constantFrom(...'fn= total= calls= at= a.qz:1 5 -5 x " \\ \t ='.split(" "), " ");
  const body = fc.string({ unit: pieces });
  const tag = fc.constantFrom(...LINES.map(([name]) => name));
  fc.assert(
    fc.property(tag, body, fc.boolean(), (name, printed, cut) => {
      const line = readOwnLine(name, printed, cut);
      const found = line.type === "unreadable" ? [line.fault] : "faults" in line ? line.faults : [];
      for (const { at, code, message } of found) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(printed.length);
        expect(cut || code !== "cut-line").toBe(true);
        expect(message).toMatch(/^Found .+; expected .+\.$/);
      }
    }),
  );
});
