// Lines of our family that no rule reads, grouped by shape, so that a million of one kind cost one entry.
import type { UnknownGroup } from "./record.ts";

const SHAPES_KEPT = 1000;
const SAMPLE_LENGTH = 256;
/** No line has this shape: words are folded to `w`. */
const FURTHER_SHAPES = "further";

export class UnknownGroups {
  readonly #groups = new Map<string, { line: number; text: string; count: number }>();

  add(line: number, text: string): void {
    const shape = shapeOf(text);
    const key = this.#groups.has(shape) || this.#groups.size < SHAPES_KEPT ? shape : FURTHER_SHAPES;
    const group = this.#groups.get(key);
    if (group === undefined) {
      this.#groups.set(key, { line, text: text.trim().slice(0, SAMPLE_LENGTH), count: 1 });
    } else {
      group.count += 1;
    }
  }

  groups(): readonly UnknownGroup[] {
    return [...this.#groups.values()].map((group) => ({ ...group }));
  }
}

/** The tag as it is, behind it every word and number folded. */
function shapeOf(text: string): string {
  const tag = /\[mem[\w-]*\]/.exec(text)?.[0] ?? "";
  return `${tag} ${text.replace(/[\w$.]+/g, "w")}`;
}
