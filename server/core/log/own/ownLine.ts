// Lines of our own: `[mem-kind] phase=typecheck dispatcher=tc_expr kind=9 total=6044000000 calls=69186`.
import { t } from "../../base/text.ts";
import { type Fault, quoted } from "../fault.ts";
import { readFields } from "./fields.ts";
import { type Misfit, readGiven } from "./given.ts";
import { OWN_SHAPES, type OwnEvent, type OwnProbe, type OwnShape, type OwnTag } from "./shapes.ts";

export type { OwnTag };

/** What a line of our own is. */
export type OwnLine =
  | OwnProbe
  | OwnEvent
  | { readonly type: "unreadable"; readonly fault: Fault }
  /** Somebody else's: it does not begin with `key=`. */
  | { readonly type: "unknown" };

const CLAIM = /^[ \t\r]*[a-z_]+=/;
const HALF_CLAIM = /^[ \t\r]*[a-z_]*$/;

/**
 * Offsets of faults are offsets in `body`, in UTF-16 code units.
 * @param body what stands behind the tag
 * @param cut the line has no end, so that its last word counts only where it is certainly whole
 */
export function readOwnLine(tag: OwnTag, body: string, cut: boolean): OwnLine {
  const shape = OWN_SHAPES[tag];
  if (!CLAIM.test(body)) {
    // Where not even a key is whole, nobody can tell whose line it was going to be.
    return cut && HALF_CLAIM.test(body) ? cutLine(shape, body, body.length) : { type: "unknown" };
  }
  const fields = readFields(body);
  if (fields.type === "broken") {
    const { at, expected, found, open } = fields;
    return cut && open
      ? cutLine(shape, body, at)
      : malformed(at, t(expected, { found, example: t(shape.example) }));
  }
  const { byKey } = fields;
  const half = cut ? shape.keys.map((key) => byKey.get(key)).find((field) => field?.open) : undefined;
  if (half !== undefined) {
    return cutLine(shape, body, half.at);
  }
  const { given, misfit, faults } = readGiven(byKey, shape.keys);
  if (misfit !== undefined) {
    return malformed(misfit.field.at, misfitted(misfit, shape));
  }
  const line = shape.build(given, faults);
  if (line !== undefined) {
    return line;
  }
  // What is missing at a cut may have stood behind it.
  return cut ? cutLine(shape, body, body.length) : malformed(body.length, missing(byKey, shape));
}

function misfitted({ field, expected }: Misfit, { example }: OwnShape): string {
  const found = quoted(field.word);
  return t("problem.ownValue", { found, expected: t(expected), example: t(example) });
}

function missing(byKey: ReadonlyMap<string, unknown>, { required, example }: OwnShape): string {
  const keys = required.filter((key) => !byKey.has(key)).map((key) => `\`${key}=\``);
  const found = t("problem.endOfLine");
  return t("problem.ownMissing", { found, expected: keys.join(", "), example: t(example) });
}

function malformed(at: number, message: string): OwnLine {
  return { type: "unreadable", fault: { at, code: "malformed-line", message } };
}

function cutLine({ tag }: OwnShape, body: string, at: number): OwnLine {
  const message = t("problem.cutLine", { found: quoted((tag + body).trim()) });
  return { type: "unreadable", fault: { at, code: "cut-line", message } };
}
