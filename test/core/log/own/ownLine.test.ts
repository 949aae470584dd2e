import { expect, test } from "vitest";
import type { Fault } from "#core/log/fault";
import { type OwnLine, type OwnTag, readOwnLine } from "#core/log/own/ownLine";
import { OWN_SHAPES } from "#core/log/own/shapes";
import type { ProbePlace } from "#core/log/record";

/** One of each shape, with all keys. */
const WHOLE_LINES = [
  "[mem-kind] phase=mir dispatcher=mir_lower_expr kind=9 name=NODE_CALL self=1048576 total=6044000000 calls=69186",
  "[mem-fn] phase=typecheck fn=mir_lower$mir_lower_expr self=-4096 total=142606336 calls=1",
  '[mem-cp] phase=typecheck fn=typecheck_expr_handlers$tc_expr_call index=3 label="arity \\"check\\"" at=self-hosted/middle/typecheck_expr_handlers.qz:1715 self=10 total=1884000000 calls=69186',
  "[mem-callee] phase=typecheck fn=typecheck_registry$tc_lookup_function_params caller=typecheck_expr_handlers$tc_expr_call self=12 total=420000000 calls=69186",
  "[mem-site] phase=typecheck fn=typecheck_registry$tc_lookup_struct at=self-hosted/middle/typecheck_registry.qz:412 what=str_byte_slice calls=14000000 bytes=420000000",
  "[mem-event] phase=mir fn=mir_lower$mir_lower_all edge=enter rss=6056574976 ms=9872.125",
];

const TAGS: readonly OwnTag[] = ["kind", "function", "checkpoint", "callee", "site", "event"];

function read(line: string): OwnLine {
  const tag = TAGS.find((one) => line.startsWith(OWN_SHAPES[one].tag)) ?? "kind";
  return readOwnLine(tag, line.slice(OWN_SHAPES[tag].tag.length), false);
}

/** `kind tc_expr/expression/9/- in - | self - total 5 count 1`, with `-` for what is not given and faults behind. */
function show(line: OwnLine): string {
  switch (line.type) {
    case "unknown":
      return "unknown";
    case "unreadable":
      return showFault(line.fault);
    case "probe": {
      const figures = `self ${figure(line.selfBytes)} total ${figure(line.totalBytes)} count ${figure(line.count)}`;
      return [`${showPlace(line.place)} | ${figures}`, ...line.faults.map(showFault)].join("\n");
    }
    case "event": {
      const edge = line.entering ? "enter" : "leave";
      const figures = `rss ${figure(line.rssBytes)} ms ${figure(line.elapsedMs)}`;
      return [`${edge} ${showPlace(line.place)} | ${figures}`, ...line.faults.map(showFault)].join("\n");
    }
  }
}

function showPlace(place: ProbePlace): string {
  const parts = Object.entries(place).filter(([key]) => key !== "type" && key !== "phase");
  const shown = parts.map(([, value]) =>
    typeof value === "object" ? `${value.file}:${value.line}` : (value ?? "-"),
  );
  return `${place.type} ${shown.join("/")} in ${place.phase ?? "-"}`;
}

function figure(value: number): string {
  return Number.isNaN(value) ? "-" : String(value);
}

function showFault({ at, code, message }: Fault): string {
  return `${at} ${code}: ${message}`;
}

function showAll(lines: readonly string[]): string {
  return `\n${lines.map((line) => show(read(line))).join("\n")}\n`;
}

test("each shape with all its keys; lines in files count from 0", () => {
  expect(showAll(WHOLE_LINES)).toMatchInlineSnapshot(`
    "
    kind mir_lower_expr/-/9/NODE_CALL in mir | self 1048576 total 6044000000 count 69186
    function mir_lower$mir_lower_expr in typecheck | self -4096 total 142606336 count 1
    checkpoint typecheck_expr_handlers$tc_expr_call/3/arity "check"/self-hosted/middle/typecheck_expr_handlers.qz:1714 in typecheck | self 10 total 1884000000 count 69186
    callee typecheck_registry$tc_lookup_function_params/typecheck_expr_handlers$tc_expr_call in typecheck | self 12 total 420000000 count 69186
    site typecheck_registry$tc_lookup_struct/str_byte_slice/self-hosted/middle/typecheck_registry.qz:411 in typecheck | self - total 420000000 count 14000000
    enter function mir_lower$mir_lower_all in mir | rss 6056574976 ms 9872.125
    "
  `);
});

test("each shape with the keys it must have", () => {
  expect(
    showAll([
      "[mem-kind] dispatcher=tc_expr kind=9 total=6044000000 calls=69186",
      "[mem-kind] dispatcher=tc_stmt kind=0 total=-5 calls=0",
      "[mem-fn] fn=compile total=142606336",
      "[mem-cp] fn=f index=0 total=1 calls=1",
      "[mem-callee] fn=f total=1 calls=1",
      "[mem-site] at=a.qz:1 what=lambda calls=1",
      "[mem-event] fn=f edge=leave rss=0",
    ]),
  ).toMatchInlineSnapshot(`
    "
    kind tc_expr/expression/9/- in - | self - total 6044000000 count 69186
    kind tc_stmt/statement/0/- in - | self - total -5 count 0
    function compile in - | self - total 142606336 count -
    checkpoint f/0/-/- in - | self - total 1 count 1
    callee f/- in - | self - total 1 count 1
    site -/lambda/a.qz:0 in - | self - total - count 1
    leave function f in - | rss 0 ms -
    "
  `);
});

test.each([
  "[mem-fn]fn=f total=5 phase=mir",
  "[mem-fn]   total=5\t\tphase=mir \t fn=f  ",
  "[mem-fn] phase=mir total=+5 fn=f\r",
  '[mem-fn] fn="f" phase="mir" total="5"',
  "[mem-fn] fn=f total=5 phase=mir node=x later_key= rss=many index=-1",
  '[mem-fn] note="with \\"blanks\\" \\\\" fn=f total=5 phase=mir',
])("%j reads like any other order, blanks and keys of later versions", (line) => {
  expect(show(read(line))).toBe("function f in mir | self - total 5 count -");
});

test("names and labels are taken as they are printed", () => {
  expect(
    showAll([
      '[mem-fn] fn="Map<String, Int>$get" total=5',
      "[mem-fn] fn=Map<String,Int>$get total=5",
      String.raw`[mem-fn] fn="say \"so\" \\" total=5`,
      '[mem-fn] fn=a=b\\"c total=5',
      "[mem-fn] fn=größe$𝛼 total=5",
      '[mem-cp] fn=f index=0 at="c:\\\\my tree\\\\a.qz:12" total=1 calls=1',
    ]),
  ).toMatchInlineSnapshot(`
    "
    function Map<String, Int>$get in - | self - total 5 count -
    function Map<String,Int>$get in - | self - total 5 count -
    function say "so" \\ in - | self - total 5 count -
    function a=b\\"c in - | self - total 5 count -
    function größe$𝛼 in - | self - total 5 count -
    checkpoint f/0/-/c:\\my tree\\a.qz:11 in - | self - total 1 count 1
    "
  `);
});

test("a key that is missing is missing at the end", () => {
  expect(
    showAll([
      "[mem-kind] kind=9",
      "[mem-fn] total=5",
      "[mem-fn] fn=f ",
      "[mem-cp] fn=f index=3 calls=2",
      "[mem-site] at=a.qz:1 calls=5",
      "[mem-event] node=x",
    ]),
  ).toMatchInlineSnapshot(`
    "
    7 malformed-line: Found the end of the line; expected also \`dispatcher=\`, \`total=\`, \`calls=\`, in a line like \`[mem-kind] dispatcher=tc_expr kind=9 total=6044000000 calls=69186\`.
    8 malformed-line: Found the end of the line; expected also \`fn=\`, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    6 malformed-line: Found the end of the line; expected also \`total=\`, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    21 malformed-line: Found the end of the line; expected also \`total=\`, in a line like \`[mem-cp] fn=typecheck_expr_handlers$tc_expr_call index=3 total=1048576 calls=69186\`.
    18 malformed-line: Found the end of the line; expected also \`what=\`, in a line like \`[mem-site] at=middle/typecheck.qz:412 what=str_byte_slice calls=69186\`.
    7 malformed-line: Found the end of the line; expected also \`fn=\`, \`edge=\`, \`rss=\`, in a line like \`[mem-event] fn=mir_lower$mir_lower_all edge=enter rss=6056574976\`.
    "
  `);
});

test("a value that is not of its form, the first of the line", () => {
  expect(
    showAll([
      "[mem-kind] dispatcher=d kind=4294967295 total=1 calls=1",
      "[mem-kind] dispatcher= kind=9 total=1 calls=1",
      "[mem-fn] total=5.5 fn=",
      "[mem-fn] fn=f total=5 calls=-1",
      "[mem-fn] fn=f total=5 phase=",
      '[mem-fn] fn=f total="5 MB"',
      "[mem-cp] fn=f index=-3 total=1 calls=1",
      "[mem-cp] fn=f index=9007199254740992 total=1 calls=1",
      "[mem-cp] fn=f index=3 at=a.qz:0 total=1 calls=1",
      "[mem-site] at=a.qz what=w calls=1",
      "[mem-event] fn=f edge=in rss=1",
      "[mem-event] fn=f edge=enter rss=-1",
      "[mem-event] fn=f edge=enter rss=1 ms=5ms",
    ]),
  ).toMatchInlineSnapshot(`
    "
    19 malformed-line: Found \`kind=4294967295\`; expected a whole number from 0 to 4294967294, in a line like \`[mem-kind] dispatcher=tc_expr kind=9 total=6044000000 calls=69186\`.
    12 malformed-line: Found \`dispatcher=\`; expected a text that is not empty, in a line like \`[mem-kind] dispatcher=tc_expr kind=9 total=6044000000 calls=69186\`.
    7 malformed-line: Found \`total=5.5\`; expected whole bytes, as in \`-4096\`, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    20 malformed-line: Found \`calls=-1\`; expected a whole number, 0 or more, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    20 malformed-line: Found \`phase=\`; expected a text that is not empty, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    12 malformed-line: Found \`total="5 MB"\`; expected whole bytes, as in \`-4096\`, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    12 malformed-line: Found \`index=-3\`; expected a whole number from 0 to 9007199254740991, in a line like \`[mem-cp] fn=typecheck_expr_handlers$tc_expr_call index=3 total=1048576 calls=69186\`.
    12 malformed-line: Found \`index=9007199254740992\`; expected a whole number from 0 to 9007199254740991, in a line like \`[mem-cp] fn=typecheck_expr_handlers$tc_expr_call index=3 total=1048576 calls=69186\`.
    17 malformed-line: Found \`at=a.qz:0\`; expected a file and a line from 1, as in \`middle/typecheck.qz:412\`, in a line like \`[mem-cp] fn=typecheck_expr_handlers$tc_expr_call index=3 total=1048576 calls=69186\`.
    4 malformed-line: Found \`at=a.qz\`; expected a file and a line from 1, as in \`middle/typecheck.qz:412\`, in a line like \`[mem-site] at=middle/typecheck.qz:412 what=str_byte_slice calls=69186\`.
    11 malformed-line: Found \`edge=in\`; expected \`enter\` or \`leave\`, in a line like \`[mem-event] fn=mir_lower$mir_lower_all edge=enter rss=6056574976\`.
    21 malformed-line: Found \`rss=-1\`; expected whole bytes, 0 or more, in a line like \`[mem-event] fn=mir_lower$mir_lower_all edge=enter rss=6056574976\`.
    26 malformed-line: Found \`ms=5ms\`; expected milliseconds, as in \`9872.125\`, in a line like \`[mem-event] fn=mir_lower$mir_lower_all edge=enter rss=6056574976\`.
    "
  `);
});

test("words that are none", () => {
  expect(
    showAll([
      "[mem-fn] fn=f total=5 MB",
      "[mem-fn] fn=f total=5 MB ",
      "[mem-fn] fn=f total=5 total=6",
      "[mem-fn] fn=f total=5 node=1 node=1",
      '[mem-fn] fn="f total=5',
      '[mem-fn] fn="f\\n" total=5',
      '[mem-fn] fn="f"$g total=5',
    ]),
  ).toMatchInlineSnapshot(`
    "
    14 malformed-line: Found \`MB\`; expected a word like \`key=value\`, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    14 malformed-line: Found \`MB\`; expected a word like \`key=value\`, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    14 malformed-line: Found \`total=6\`, its key for the second time; expected it once, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    21 malformed-line: Found \`node=1\`, its key for the second time; expected it once, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    4 malformed-line: Found \`"f total=5\`; expected a closing quote, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    6 malformed-line: Found \`\\n\` in quotes; expected a backslash only in \`\\"\` and \`\\\\\`, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    7 malformed-line: Found \`$g\` right behind a quoted value; expected a blank, in a line like \`[mem-fn] fn=mir_lower$mir_lower_expr total=142606336\`.
    "
  `);
});

test("a figure that is no safe integer is not known, and all others are", () => {
  expect(
    showAll([
      "[mem-fn] calls=9007199254740993 fn=f total=-9007199254740992 self=9007199254740991",
      "[mem-site] at=a.qz:1 what=w calls=1 bytes=99999999999999999999",
      "[mem-event] fn=f edge=enter rss=99999999999999999999 ms=99999999999999999999.5",
    ]),
  ).toMatchInlineSnapshot(`
    "
    function f in - | self 9007199254740991 total - count -
    7 unsafe-integer: Found \`9007199254740993\`; expected a value that can be counted exactly, at most 9007199254740991.
    35 unsafe-integer: Found \`-9007199254740992\`; expected a value that can be counted exactly, at most 9007199254740991 bytes.
    site -/w/a.qz:0 in - | self - total - count 1
    32 unsafe-integer: Found \`99999999999999999999\`; expected a value that can be counted exactly, at most 9007199254740991 bytes.
    enter function f in - | rss - ms -
    21 unsafe-integer: Found \`99999999999999999999\`; expected a value that can be counted exactly, at most 9007199254740991 bytes.
    45 unsafe-integer: Found \`99999999999999999999.5\`; expected a value that can be counted exactly, at most 9007199254740991 ms.
    "
  `);
});

test.each([
  "[mem-cp] lookup +3 MB",
  "[mem-fn] +136 MB: mir_lower$mir_lower_expr",
  "[mem-fn] +136 MB: fn=f total=5",
  "[mem-kind] 9: +5 MB",
  "[mem-site] Fn=f",
  "[mem-site] a1=f",
  "[mem-site] =f",
  "[mem-event] enter f rss=5",
  "[mem-callee] ",
  "[mem-callee]",
])("%j is not ours", (line) => {
  expect(read(line)).toEqual({ type: "unknown" });
});
