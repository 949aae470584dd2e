// Which run a line belongs to.
import type { Findings } from "./findings.ts";
import { Lane } from "./lane.ts";
import type { Note, Run } from "./record.ts";

/** What a line that is not ours looks like. */
export type OtherLine = "blank" | "comment" | "text";

export class Runs {
  readonly #measured: Lane;
  readonly #expected: Lane;
  /** The lines just read are a block of expectations, which only goes on without a gap. */
  #inBlock = false;

  constructor(names: () => readonly string[]) {
    this.#measured = new Lane("measured", names);
    this.#expected = new Lane("expectation", names);
  }

  /** The lane for a record. A measured one ends a block of expectations, an expected one begins or continues it. */
  lane(expected: boolean): Lane {
    if (!expected) {
      this.#endBlock();
      return this.#measured;
    }
    this.#inBlock = true;
    return this.#expected;
  }

  /** `# Expected …` behind expected readings heads a block of its own. */
  addHeader(note: Note): void {
    if (this.#expected.hasReadings) {
      this.#endBlock();
    }
    this.lane(true).open.addNote(note);
  }

  /** Where an unknown line belongs: a comment with a tag in it makes no expectation by itself. */
  unknownLines(marked: boolean): Findings {
    return this.lane(marked && this.#inBlock).open;
  }

  addOther(kind: OtherLine): void {
    if (kind === "text") {
      this.#endBlock();
    }
    const lane = this.#inBlock ? this.#expected : this.#measured;
    lane.open.otherLines++;
  }

  #endBlock(): void {
    if (this.#inBlock) {
      this.#expected.endRun();
      this.#inBlock = false;
    }
  }

  /** All runs by first line. */
  list(): readonly Run[] {
    const measured = this.#measured.runs();
    const runs = [...measured, ...this.#expected.runs()].sort((a, b) => a.firstLine - b.firstLine);
    // Where nothing was measured, the lines around the expectations still want counting.
    const strayLines = measured.length === 0 ? this.#measured.otherLines : 0;
    return runs.map((run, index) => {
      const otherLines = index === 0 ? run.otherLines + strayLines : run.otherLines;
      return { ...run, index, otherLines };
    });
  }
}
