// The shapes of our own lines: which keys each has, which of them it must have, and what they make.
import type { Fault } from "../fault.ts";
import type { FunctionPlace, KindDomain, ProbePlace } from "../record.ts";
import { type Given, type GivenWith, isGivenWith, type OwnKey } from "./given.ts";

export type OwnTag = "kind" | "function" | "checkpoint" | "callee" | "site" | "event";

/** NaN stands for a figure that is not given or no safe integer. */
export interface OwnProbe {
  readonly type: "probe";
  readonly place: ProbePlace;
  readonly selfBytes: number;
  readonly totalBytes: number;
  readonly count: number;
  /** One for each figure that is given and no safe integer. */
  readonly faults: readonly Fault[];
}

/** NaN and faults as above. */
export interface OwnEvent {
  readonly type: "event";
  readonly place: FunctionPlace;
  readonly entering: boolean;
  readonly rssBytes: number;
  readonly elapsedMs: number;
  readonly faults: readonly Fault[];
}

type Reading = OwnProbe | OwnEvent;

/** The text that holds the shortest line of a shape. */
export type ExampleKey =
  | "problem.ownKindExample"
  | "problem.ownFunctionExample"
  | "problem.ownCheckpointExample"
  | "problem.ownCalleeExample"
  | "problem.ownSiteExample"
  | "problem.ownEventExample";

export interface OwnShape {
  /** As printed. */
  readonly tag: string;
  readonly required: readonly OwnKey[];
  /** All keys that are read: the required ones, then those that may be missing. */
  readonly keys: readonly OwnKey[];
  readonly example: ExampleKey;
  /** What the values make; undefined where a required key is not given. */
  readonly build: (given: Given, faults: readonly Fault[]) => Reading | undefined;
}

/** All that our lines may say. Keys that are not listed are passed over. */
export const OWN_SHAPES: Readonly<Record<OwnTag, OwnShape>> = {
  kind: shape({
    tag: "[mem-kind]",
    required: ["dispatcher", "kind", "total", "calls"],
    optional: ["phase", "name", "self"],
    example: "problem.ownKindExample",
    reading: (given, faults) => {
      const { phase, dispatcher, kind, name } = given;
      const domain = domainOf(dispatcher);
      return probe({ type: "kind", phase, dispatcher, domain, number: kind, name }, given, faults);
    },
  }),
  function: shape({
    tag: "[mem-fn]",
    required: ["fn", "total"],
    optional: ["phase", "self", "calls"],
    example: "problem.ownFunctionExample",
    reading: (given, faults) =>
      probe({ type: "function", phase: given.phase, name: given.fn }, given, faults),
  }),
  checkpoint: shape({
    tag: "[mem-cp]",
    required: ["fn", "index", "total", "calls"],
    optional: ["phase", "label", "at", "self"],
    example: "problem.ownCheckpointExample",
    reading: (given, faults) => {
      const { phase, fn, index, label, at } = given;
      return probe({ type: "checkpoint", phase, function: fn, index, label, source: at }, given, faults);
    },
  }),
  callee: shape({
    tag: "[mem-callee]",
    required: ["fn", "total", "calls"],
    optional: ["phase", "caller", "self"],
    example: "problem.ownCalleeExample",
    reading: (given, faults) => {
      const { phase, fn, caller } = given;
      return probe({ type: "callee", phase, name: fn, caller }, given, faults);
    },
  }),
  site: shape({
    tag: "[mem-site]",
    required: ["at", "what", "calls"],
    optional: ["phase", "fn", "bytes"],
    example: "problem.ownSiteExample",
    // Bytes that are asked for do not nest, so there is no self.
    reading: ({ phase, fn, what, at, bytes, calls }, faults) => {
      const figures = { self: undefined, total: bytes, calls };
      return probe({ type: "site", phase, function: fn, what, source: at }, figures, faults);
    },
  }),
  event: shape({
    tag: "[mem-event]",
    required: ["fn", "edge", "rss"],
    optional: ["phase", "ms"],
    example: "problem.ownEventExample",
    reading: ({ phase, fn, edge, rss, ms }, faults) => {
      const place: FunctionPlace = { type: "function", phase, name: fn };
      return { type: "event", place, entering: edge, rssBytes: rss, elapsedMs: ms ?? Number.NaN, faults };
    },
  }),
};

interface ShapeOf<K extends OwnKey> {
  readonly tag: string;
  readonly required: readonly K[];
  readonly optional: readonly OwnKey[];
  readonly example: ExampleKey;
  readonly reading: (given: GivenWith<K>, faults: readonly Fault[]) => Reading;
}

/** The compiler lets a reading rely on required keys only. */
function shape<K extends OwnKey>({ tag, required, optional, example, reading }: ShapeOf<K>): OwnShape {
  return {
    tag,
    required,
    keys: [...required, ...optional],
    example,
    build: (given, faults) => (isGivenWith(given, required) ? reading(given, faults) : undefined),
  };
}

type Figures = Pick<Given, "self" | "total" | "calls">;

function probe(place: ProbePlace, figures: Figures, faults: readonly Fault[]): OwnProbe {
  const { self = Number.NaN, total = Number.NaN, calls = Number.NaN } = figures;
  return { type: "probe", place, selfBytes: self, totalBytes: total, count: calls, faults };
}

/** The two dispatchers of the type checker are known by name; what others hand on is not. */
function domainOf(dispatcher: string): KindDomain | undefined {
  return dispatcher === "tc_expr" ? "expression" : dispatcher === "tc_stmt" ? "statement" : undefined;
}
