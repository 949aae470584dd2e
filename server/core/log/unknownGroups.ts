import type { UnknownGroup } from "./record.ts";

/** Shapes that are told apart; lines of any further shape share one last group, so that the counts still add up. */
const MAX_SHAPES = 1000;

/** What is kept of a line, in UTF-16 code units. */
const SAMPLE_LENGTH = 256;

/** Lines with a tag of the family that no rule reads, counted by shape. */
export class UnknownGroups {
  readonly #byShape = new Map<string, UnknownGroup>();
  #rest: UnknownGroup | undefined;

  /** @param text the line from its tag on */
  add(line: number, text: string): void {
    this.#merge(shapeOf(text), { line, count: 1, text: text.slice(0, SAMPLE_LENGTH) });
  }

  /** Adds what another one counted on later lines. */
  absorb(later: UnknownGroups): void {
    for (const [shape, group] of later.#byShape) {
      this.#merge(shape, group);
    }
    this.#rest = joined(this.#rest, later.#rest);
  }

  /** By first line; the group of the rest is the last one. */
  list(): readonly UnknownGroup[] {
    return [...this.#byShape.values(), ...(this.#rest === undefined ? [] : [this.#rest])];
  }

  #merge(shape: string, added: UnknownGroup): void {
    const known = this.#byShape.get(shape);
    if (known === undefined && this.#byShape.size === MAX_SHAPES) {
      this.#rest = joined(this.#rest, added);
    } else {
      this.#byShape.set(shape, joined(known, added) ?? added);
    }
  }
}

/** Groups are replaced, not changed, since an earlier list may hold them. */
function joined(first: UnknownGroup | undefined, then: UnknownGroup | undefined): UnknownGroup | undefined {
  if (first === undefined || then === undefined) {
    return first ?? then;
  }
  return { ...first, count: first.count + then.count };
}

/** The line with words and numbers folded: `[mem-cp] tc_expr_call +3 MB` → `[mem-cp] a +0 a`. The tag stays. */
export function shapeOf(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const tagEnd = sample.indexOf("]") + 1;
  const tag = sample.slice(0, tagEnd).replace(/\d+/g, "0");
  const rest = sample.slice(tagEnd).replace(/[\p{L}_$][\p{L}\d_$.:]*/gu, "a");
  return tag + rest.replace(/\d+/g, "0");
}
