import { describe, expect, test } from "vitest";
import { flameRunOf } from "../../media/src/flameRun.ts";
import { describeFrame, placeOf } from "../../media/src/frameText.ts";
import { flame, idOf, showOf } from "../support/flame.ts";

const COLUMNS = flame(`
  before-fix.log +1000 MB
  before-fix.log;(start) init 1 MB @1
  before-fix.log;typecheck +500 MB @23
  before-fix.log;typecheck;mir_lower$mir_lower_expr +136 MB @5 source
  before-fix.log;typecheck;lexer$lexer_free -100 MB @6
  before-fix.log;typecheck;bad +99999999 MB @7 absurd
  before-fix.log;typecheck;(remainder) +464 MB
  before-fix.log;(gap) mir +10 MB
  before-fix.log;mir +100 MB @24
  before-fix.log;mir;compile +150 MB @8
  before-fix.log;mir;run +70 MB @9
  before-fix.log;tc_free +0 MB @25
  before-fix.log;(open)
  before-fix.log;(open);late +60 MB @26
`);
const RUN = flameRunOf(showOf(COLUMNS));

/** All that is said of the frame with this name, as in the live region. */
function said(name: string): string {
  const { name: shown, delta, facts } = describeFrame(RUN, idOf(COLUMNS, name));
  return [`${delta} ${shown}`.trim(), ...facts].join(" · ");
}

/** The remainder has no name of its own in the columns. */
const REMAINDER = COLUMNS.kind.indexOf(7);

describe("what is said of a frame", () => {
  test("a phase: its share of the run and its line, counted from 1", () => {
    expect(said("typecheck")).toBe("+500 MB typecheck · 50 % of the run · log line 23 · no source");
  });

  test("a function: the compiler's growth while it worked on the body, never the function's own", () => {
    expect(said("mir_lower$mir_lower_expr")).toBe(
      "+136 MB mir_lower$mir_lower_expr · while typecheck worked on this function's body · 27.2 % of typecheck" +
        " · 13.6 % of the run · log line 5 · click or Enter opens the source",
    );
  });

  test("a release keeps its sign, in the share too", () => {
    expect(said("lexer$lexer_free")).toContain("-100 MB lexer$lexer_free");
    expect(said("lexer$lexer_free")).toContain("-20 % of typecheck");
  });

  test("a remainder", () => {
    const { name, facts } = describeFrame(RUN, REMAINDER);
    expect([name, facts[0]]).toEqual(["not explained", "not explained by any printed line"]);
  });

  test("a gap is named by the phase after it", () => {
    expect(said("mir")).toContain("+10 MB before mir · between the end of one phase and the start of mir");
  });

  test("children that explain too much: by how much", () => {
    expect(describeFrame(RUN, idOf(COLUMNS, "compile")).facts[1]).toBe(
      "150 % of mir (overlapping, or given back later)",
    );
    const mir = COLUMNS.name.lastIndexOf(COLUMNS.strings.indexOf("mir"));
    expect(describeFrame(RUN, mir).facts).toContain(
      "over-explained: its parts go 120 MB above its own growth",
    );
  });

  test("a value that cannot be true has no shares", () => {
    expect(said("bad")).toBe(
      "+99999999 MB bad · while typecheck worked on this function's body" +
        " · ⚠ cannot be true: kept out of the widths and the sums · no width in the chart · log line 7 · no source",
    );
  });

  test("zero is a figure, and has no width", () => {
    expect(said("tc_free")).toBe(
      "+0 MB tc_free · 0 % of the run · no width in the chart · log line 25 · no source",
    );
  });

  test("a first reading has no delta", () => {
    expect(said("init")).toBe(
      "init · first reading of the run: no growth before it · the log prints no growth here · log line 1 · no source",
    );
  });

  test("a function in an open phase is not given to any phase", () => {
    expect(said("late")).toContain("while an open phase worked on this function's body");
  });

  test("a position, for who does not see the chart", () => {
    expect(placeOf(RUN, idOf(COLUMNS, "lexer$lexer_free"))).toBe("row 3 of 3, 2 of 4");
  });
});

describe("a run at a glance", () => {
  test("lists what cannot be drawn", () => {
    expect(RUN.flagged).toMatchObject({ frames: [idOf(COLUMNS, "bad")], count: 1 });
    expect(RUN.widthless).toMatchObject({ frames: [idOf(COLUMNS, "tc_free")], count: 1 });
  });

  test("knows its looks, and the largest growth that can be true", () => {
    expect([...RUN.hues].sort()).toEqual(["growth", "phase", "release", "remainder", "start", "unknown"]);
    expect(RUN.largestBytes).toBe(1000 * 1_048_576);
  });
});
