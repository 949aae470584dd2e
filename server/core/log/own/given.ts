// The values of a line of our own by key: the same key has the same form in every shape.
import { t } from "../../base/text.ts";
import { type Fault, quoted } from "../fault.ts";
import type { SourcePlace } from "../record.ts";
import type { Field } from "./fields.ts";
import {
  BYTES,
  COUNT,
  EDGE,
  type ExpectedKey,
  type Form,
  INDEX,
  KIND_NUMBER,
  type LimitKey,
  READING,
  SOURCE,
  TEXT,
  TIME,
} from "./values.ts";

/** What a line gives. Undefined where it does not give the key, NaN where a figure is no safe integer. */
export interface Given {
  readonly phase: string | undefined;
  readonly fn: string | undefined;
  readonly dispatcher: string | undefined;
  readonly kind: number | undefined;
  readonly name: string | undefined;
  readonly index: number | undefined;
  readonly label: string | undefined;
  readonly caller: string | undefined;
  readonly what: string | undefined;
  readonly at: SourcePlace | undefined;
  /** Bytes. */
  readonly self: number | undefined;
  /** Bytes. */
  readonly total: number | undefined;
  readonly bytes: number | undefined;
  readonly calls: number | undefined;
  /** True for an entry. */
  readonly edge: boolean | undefined;
  /** Bytes. */
  readonly rss: number | undefined;
  readonly ms: number | undefined;
}

export type OwnKey = keyof Given;

/** Values that certainly have the keys `K`. */
export type GivenWith<K extends OwnKey> = Given & { readonly [P in K]: Exclude<Given[P], undefined> };

export function isGivenWith<K extends OwnKey>(given: Given, keys: readonly K[]): given is GivenWith<K> {
  return keys.every((key) => given[key] !== undefined);
}

/** A value that is not of its form. */
export interface Misfit {
  readonly field: Field;
  readonly expected: ExpectedKey;
}

interface GivenValues {
  readonly given: Given;
  /** The first of the line. What does not fit counts as not given. */
  readonly misfit: Misfit | undefined;
  /** Figures that are no safe integers, in the order of the line. */
  readonly faults: readonly Fault[];
}

/** Reads the values of `keys`; all others are passed over, whatever they hold. */
export function readGiven(fields: ReadonlyMap<string, Field>, keys: readonly OwnKey[]): GivenValues {
  const misfits: Misfit[] = [];
  const faults: Fault[] = [];
  function read<T>(key: OwnKey, form: Form<T>): T | undefined {
    const field = keys.includes(key) ? fields.get(key) : undefined;
    if (field === undefined) {
      return undefined;
    }
    const value = form.read(field.value);
    if (value === undefined) {
      misfits.push({ field, expected: form.expected });
    } else if (form.limit !== undefined && Number.isNaN(value)) {
      faults.push(unsafeFigure(field, form.limit));
    }
    return value;
  }
  const given = {
    phase: read("phase", TEXT),
    fn: read("fn", TEXT),
    dispatcher: read("dispatcher", TEXT),
    kind: read("kind", KIND_NUMBER),
    name: read("name", TEXT),
    index: read("index", INDEX),
    label: read("label", TEXT),
    caller: read("caller", TEXT),
    what: read("what", TEXT),
    at: read("at", SOURCE),
    self: read("self", BYTES),
    total: read("total", BYTES),
    bytes: read("bytes", BYTES),
    calls: read("calls", COUNT),
    edge: read("edge", EDGE),
    rss: read("rss", READING),
    ms: read("ms", TIME),
  };
  const [misfit] = misfits.toSorted((a, b) => a.field.at - b.field.at);
  return { given, misfit, faults: faults.toSorted((a, b) => a.at - b.at) };
}

function unsafeFigure({ at, value }: Field, key: LimitKey): Fault {
  const limit = t(key, { limit: Number.MAX_SAFE_INTEGER });
  const message = t("problem.unsafeInteger", { found: quoted(value), limit });
  return { at, code: "unsafe-integer", message };
}
