import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { type TableLine, TableReader } from "#core/log/table/tableReader";
import { lines } from "../listing.ts";

const FIXTURES = new URL("../../../fixtures/logs/shapes/", import.meta.url);

/** What is read of each line, with its number; lines that are no part of a table are left out. */
function listTables(text: string, reader = new TableReader()): string {
  const listed = text.split("\n").flatMap((line, number) => {
    if (line.startsWith("[")) {
      reader.end();
      return [];
    }
    const read = reader.read(line);
    return read === undefined ? [] : [`${number} ${listLine(read)}`];
  });
  return `\n${listed.join("\n")}\n`;
}

function listLine(line: TableLine): string {
  switch (line.type) {
    case "frame":
      return "-";
    case "unreadable":
      return `${line.fault.at} ${line.fault.code}: ${line.fault.message}`;
    case "entry":
      return [listEntry(line.entry), ...line.faults.map(({ at, code }) => `!${at} ${code}`)].join(" ");
  }
}

function listEntry(entry: Extract<TableLine, { type: "entry" }>["entry"]): string {
  switch (entry.type) {
    case "kind": {
      const { dispatcher, number, name } = entry.place;
      return `${dispatcher} ${number} ${name} ${mb(entry.totalBytes)} / ${entry.count}`;
    }
    case "function":
      return `${mb(entry.deltaBytes)} ${entry.name}`;
    case "peak":
      return `peak ${mb(entry.peakBytes)}`;
    case "phase": {
      const { name, rssBytes, deltaBytes, elapsedMs } = entry.phase;
      return `${name} ${mb(rssBytes)} by ${mb(deltaBytes)} at ${elapsedMs}`;
    }
  }
}

function mb(bytes: number | undefined): string {
  return bytes === undefined ? "-" : String(bytes / MEBIBYTE);
}

test("glued tables give the published figures", () => {
  expect(listTables(readFileSync(new URL("glued-tables.md", FIXTURES), "utf8"))).toMatchInlineSnapshot(`
    "
    4 -
    5 tc_stmt 32 NODE_BLOCK 14041 / 13132
    6 tc_stmt 23 NODE_IF 9749 / 8986
    7 tc_stmt 29 NODE_EXPR_STMT 2372 / 50091
    8 tc_stmt 25 NODE_LET 1411 / 15117
    9 tc_stmt 44 NODE_FOR 1457 / 1008
    10 tc_stmt 24 NODE_WHILE 795 / 418
    11 tc_stmt 22 NODE_RETURN 211 / 5065
    15 -
    16 tc_expr 9 NODE_CALL 5764 / 69186
    17 tc_expr 43 NODE_INTERP_STRING 450 / 1088
    18 tc_expr 8 NODE_BINARY 731 / 14117
    19 tc_expr 6 NODE_IDENT 3 / 209691
    20 tc_expr 7 NODE_UNARY 32 / 349
    21 tc_expr 10 NODE_ARRAY 11 / 184
    22 tc_expr 13 NODE_INDEX 2 / 4369
    23 tc_expr 14 NODE_STRUCT_INIT 10 / 67
    24 tc_expr 15 NODE_FIELD_ACCESS 9 / 9920
    "
  `);
});

test("a hand-off gives its tables and nothing else", () => {
  expect(listTables(readFileSync(new URL("handoff.md", FIXTURES), "utf8"))).toMatchInlineSnapshot(`
    "
    29 -
    30 -
    31 init 1 by - at 0
    32 lex 3 by 2 at 1
    33 parse 42 by 39 at 13
    34 resolve_pass1 10462 by - at undefined
    35 resolve_pass2 10495 by - at undefined
    36 resolve 10498 by 10456 at 2608
    37 typecheck 17028 by 6530 at 11521
    38 tc_free 17028 by 0 at 11521
    39 peak 25229
    52 -
    53 -
    54 tc_stmt 32 NODE_BLOCK 14041 / 13132
    55 tc_stmt 23 NODE_IF 9749 / 8986
    56 tc_stmt 29 NODE_EXPR_STMT 2372 / 50091
    57 tc_stmt 44 NODE_FOR 1457 / 1008
    58 tc_stmt 25 NODE_LET 1411 / 15117
    59 tc_stmt 24 NODE_WHILE 795 / 418
    60 tc_stmt 22 NODE_RETURN 211 / 5065
    64 -
    65 -
    66 tc_expr 9 NODE_CALL 5764 / 69186
    67 tc_expr 8 NODE_BINARY 731 / 14117
    68 tc_expr 43 NODE_INTERP_STRING 450 / 1088
    69 tc_expr 7 NODE_UNARY 32 / 349
    70 tc_expr 10 NODE_ARRAY 11 / 184
    71 tc_expr 14 NODE_STRUCT_INIT 10 / 67
    72 tc_expr 15 NODE_FIELD_ACCESS 9 / 9920
    73 tc_expr 6 NODE_IDENT 3 / 209691
    74 tc_expr 13 NODE_INDEX 2 / 4369
    78 -
    79 -
    80 136 mir_lower$mir_lower_expr
    81 134 lexer$lexer_tokenize
    82 114 mir_lower_expr_handlers$mir_lower_call
    83 68 compile
    84 -
    "
  `);
});

test("tables of measurements that are not by phase give nothing", () => {
  expect(
    listTables(
      lines(`
        | variant | typecheck delta MB |
        |---|---|
        | normal | 6552 |
        | \`tc_function\` call commented out | 208 |
        | state | typecheck delta MB | peak MB | wall s |
        | start | 5401 | 12470 (12.47 GB) | 21.0 |
        | when | peak RSS | wall | note, source |
        | Phase 2 | 12.7 GB | - | mimalloc build (P3) |
        | number | name | where |
        | 6 | NODE_IDENT | SEED |
        | option | default |
        | NODE_CALL | +5 MB |
        NODE_CALL is 5.76 GB of the 5.4 GB net, after 69,186 calls.
        The phase whose delta is highest is  typecheck  +5401 MB
      `),
    ),
  ).toBe("\n\n");
});

test("a table ends at the first line that is no row of it", () => {
  const reader = new TableReader();
  const open = (line: string): boolean => {
    reader.read(line);
    return reader.isOpen;
  };
  for (const other of ["", "text", "a  b", "---  ---x", "phase | x"]) {
    expect(open("| phase | rss MB |")).toBe(true);
    expect(open("| --- | :-: |")).toBe(true);
    expect(open("+-----+----+")).toBe(true);
    expect(open("| mir | 5 |")).toBe(true);
    expect(open(other), other).toBe(false);
    expect(reader.read("| mir | 5 |")).toBeUndefined();
  }
  expect(open("| phase | rss MB |")).toBe(true);
  reader.end();
  expect(reader.isOpen).toBe(false);
});

test("a heading opens the next table, a row that speaks for itself opens none", () => {
  expect(
    listTables(
      lines(`
        NODE_CALL (9)69,186+5,764 MB~87 KB/call
        | NODE_IF | 5 | +3 MB |
        | NODE_IF | 5 | 3 |
        | kind | count | delta MB |
        | NODE_IF | 5 | 3 |
        phase     RSS (GB)
        --------  --------
        mir       12.5
        function\tleaked
        compile\t+68 MB
        KindCountDeltaPer-stmt avg
        -----
        NODE_IF (23)5+3 MB
        NODE_IF (23)5+3x MB
        NODE_IF is one of them.
        NODE_IF5+3 MB
      `),
    ),
  ).toMatchInlineSnapshot(`
    "
    0 tc_expr 9 NODE_CALL 5764 / 69186
    1 undefined undefined NODE_IF 3 / 5
    3 -
    4 undefined undefined NODE_IF 3 / 5
    5 -
    6 -
    7 mir 12800 by - at undefined
    8 -
    9 68 compile
    10 -
    11 -
    12 tc_stmt 23 NODE_IF 3 / 5
    13 0 malformed-line: Found \`NODE_IF (23)5+3x MB\`; expected a row like \`NODE_CALL (9)69,186+5,764 MB~87 KB/call\`.
    "
  `);
});

test("a blank that does not break is a blank", () => {
  expect(listTables("|\u00a0phase\u00a0| current\u00a0MB |\n| mir\u00a0| 5\u00a0MB | \u00a0|")).toBe(
    "\n0 -\n1 mir 5 by - at undefined\n",
  );
});

/** Lines of 64 KB, alone and below each heading. */
test("a hostile line costs no more than its length", () => {
  const parts = "|#| # #\t#1#1,#NODE_#A_1#-#~#`#*#(#>#+1#a #5 MB ".split("#");
  const heads = ["", "NODE_A (1)", "NODE_A 1 ", "| NODE_A | 5 | +", "kindcountdelta", "a | about"];
  const headings = ["", "| kind | count | delta |", "fn  delta", "kindCountDelta"];
  const start = performance.now();
  for (const heading of headings) {
    for (const head of heads) {
      for (const part of parts) {
        const reader = new TableReader();
        reader.read(heading);
        reader.read(`${head + part.repeat(64_000 / part.length)}x MB`);
      }
    }
  }
  // Some four hundred lines of which each takes a few ms: one quadratic step would take longer than all.
  expect(performance.now() - start).toBeLessThan(4000);
});
