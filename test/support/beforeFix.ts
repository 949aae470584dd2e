// The run before the fix, as the page gets it: figures of logs/before-fix.log and of the published tables of kinds.
import { MEBIBYTE } from "#core/base/units";
import type { OverlappingRow } from "#core/view/flameColumns";
import type { ShowFlame } from "#messages";
import { flame, showOf } from "./flame.ts";

export const BEFORE_FIX = flame(`
  before-fix.log, run 1 +12470 MB
  before-fix.log, run 1;(start) init 1 MB @1
  before-fix.log, run 1;lex +2 MB @2
  before-fix.log, run 1;parse +39 MB @3
  before-fix.log, run 1;resolve +333 MB @4
  before-fix.log, run 1;typecheck +5401 MB @23
  before-fix.log, run 1;typecheck;mir_lower$mir_lower_expr +136 MB @5 source
  before-fix.log, run 1;typecheck;lexer$lexer_tokenize +134 MB @6 source
  before-fix.log, run 1;typecheck;mir_lower_expr_handlers$mir_lower_call +114 MB @7 source
  before-fix.log, run 1;typecheck;typecheck_expr_handlers$tc_expr_call +93 MB @8 source
  before-fix.log, run 1;typecheck;mir_lower$mir_lower_actor_poll +87 MB @9
  before-fix.log, run 1;typecheck;typecheck_walk$tc_stmt +73 MB @10 source
  before-fix.log, run 1;typecheck;compile +68 MB @11 source
  before-fix.log, run 1;typecheck;(remainder) +4696 MB
  before-fix.log, run 1;tc_free +0 MB @24
  before-fix.log, run 1;mir +6450 MB @25
  before-fix.log, run 1;codegen +244 MB @26
`);

/** Ids go on after the last frame. */
const FIRST_KIND = BEFORE_FIX.start.length;

const KINDS = [
  ["NODE_CALL", "tc_expr", 5764, 69_186],
  ["NODE_INDEX", "tc_expr", 731, 14_117],
  ["NODE_IDENT", "tc_expr", 3, 209_691],
  ["NODE_STRUCT", "tc_expr", 450, 1088],
  ["NODE_UNARY", "tc_expr", 64, 349],
  ["NODE_BLOCK", "tc_stmt", 14_041, 13_132],
  ["NODE_IF", "tc_stmt", 9749, 8986],
  ["NODE_RETURN", "tc_stmt", 2372, 50_091],
  ["NODE_LET", "tc_stmt", 1411, 15_117],
  ["NODE_FOR", "tc_stmt", 2457, 1008],
] as const;

export const BEFORE_FIX_KINDS: readonly OverlappingRow[] = KINDS.map(
  ([name, dispatcher, totalMb, count], index) => ({
    frame: FIRST_KIND + index,
    name,
    dispatcher,
    phase: "typecheck",
    totalBytes: totalMb * MEBIBYTE,
    count,
    hasSource: name !== "NODE_STRUCT",
    absurd: false,
  }),
);

export const SHOW_BEFORE_FIX: ShowFlame = showOf(BEFORE_FIX, {
  overlapping: BEFORE_FIX_KINDS,
  netBytes: 5401 * MEBIBYTE,
});
