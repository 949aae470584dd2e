// Lines that our own probes print (`[mem-kind] key=value`), as generators.
import fc from "fast-check";
import type { ProbePlace, SourcePlace } from "#core/log/record";
import { partsOf, type Said, said } from "./logFigures.ts";
import { functionName, styledLine, type WrittenLine } from "./logLines.ts";

type Words = Readonly<Record<string, string | number | undefined>>;

/** A line in parts: words without a value are left out. */
interface OwnLine {
  readonly tag: string;
  readonly words: Words;
  readonly figures: readonly Said[];
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const phase = maybe(fc.constantFrom("mir", "typecheck"));
const source = fc.record({ file: fc.constantFrom("self-hosted/middle/x.qz", "y.qz"), line: fc.nat(9999) });
const amount = fc.oneof(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.maxSafeNat());
const calls = fc.oneof(fc.nat(9), fc.nat(300_000), fc.maxSafeNat());
const grown = fc.record({ self: maybe(amount), total: amount, calls });

const kind = fc
  .record({ phase, dispatcher: fc.constantFrom("mir_lower_expr", "tc_stmt"), number: fc.nat(200), grown })
  .map(({ phase, dispatcher, number, grown }) =>
    ofPlace("[mem-kind]", { phase, dispatcher, kind: number }, grown, {
      ...{ type: "kind", phase, dispatcher, domain: undefined, number, name: undefined },
    }),
  );

const body = fc
  .record({ phase, fn: functionName, grown })
  .map(({ phase, fn, grown }) =>
    ofPlace("[mem-fn]", { phase, fn }, grown, { type: "function", phase, name: fn }),
  );

const checkpoint = fc
  .record({
    ...{ phase, fn: functionName, index: fc.nat(9), grown, source: maybe(source) },
    label: maybe(fc.constantFrom("arity", "arity check", 'the "b" \\ d', "a=b")),
  })
  .map(({ phase, fn, index, label, source, grown }) =>
    ofPlace("[mem-cp]", { phase, fn, index, label: quoted(label), at: placed(source) }, grown, {
      ...{ type: "checkpoint", phase, function: fn, index, label, source },
    }),
  );

const callee = fc
  .record({ phase, fn: functionName, caller: maybe(functionName), grown })
  .map(({ phase, fn, caller, grown }) =>
    ofPlace("[mem-callee]", { phase, fn, caller }, grown, { type: "callee", phase, name: fn, caller }),
  );

const site = fc
  .record({
    ...{ phase, fn: maybe(functionName), source, what: fc.constantFrom("str_byte_slice", "vec_new") },
    ...{ calls, bytes: maybe(fc.maxSafeNat()) },
  })
  .map(({ phase, fn, source, what, calls, bytes }) => ({
    tag: "[mem-site]",
    words: { phase, fn, at: placed(source), what, calls, bytes },
    figures: said(partsOf({ type: "site", phase, function: fn, what, source }), { total: bytes, calls }),
  }));

const event = fc
  .record({
    ...{ phase, fn: functionName, edge: fc.constantFrom("enter", "leave"), rss: fc.maxSafeNat() },
    ms: maybe(fc.oneof(fc.nat(99_999), fc.constant(9872.125))),
  })
  .map(({ phase, fn, edge, rss, ms }) => ({
    tag: "[mem-event]",
    words: { phase, fn, edge, rss, ms },
    figures: said(partsOf({ type: "function", phase, name: fn }), {
      ...{ [edge === "enter" ? "rss at entry" : "rss at exit"]: rss, ms },
    }),
  }));

/** The words in any order, with one that nobody knows among them. */
export const ownLine: fc.Arbitrary<WrittenLine> = styledLine(
  fc
    .tuple(fc.oneof(kind, body, checkpoint, callee, site, event), fc.boolean(), fc.nat())
    .map(([{ tag, words, figures }, other, turn]) => {
      const given = Object.entries({ ...words, thread: other ? 1 : undefined })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=⟨${value}⟩`);
      const first = turn % given.length;
      return {
        shape: [`⟨${tag}⟩`, ...given.slice(first), ...given.slice(0, first)].join(" "),
        figures,
      };
    }),
);

interface Grown {
  readonly self: number | undefined;
  readonly total: number;
  readonly calls: number;
}

function ofPlace(tag: string, words: Words, grown: Grown, place: ProbePlace): OwnLine {
  return { tag, words: { ...words, ...grown }, figures: said(partsOf(place), { ...grown }) };
}

function placed(source: SourcePlace | undefined): string | undefined {
  return source === undefined ? undefined : `${source.file}:${source.line + 1}`;
}

function quoted(label: string | undefined): string | undefined {
  return label === undefined || /^\w+$/.test(label)
    ? label
    : `"${label.replace(/["\\]/g, "\\$&").replaceAll(" ", "␣")}"`;
}
