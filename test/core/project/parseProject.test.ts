import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseProject } from "#core/project/parseProject";

/** `line:column code: message` of each problem, counted as editors show it. */
function problemsOf(text: string): readonly string[] {
  return parseProject(text).problems.map(
    ({ range: { start }, code, message }) => `${start.line + 1}:${start.character + 1} ${code}: ${message}`,
  );
}

const MIB = 1_048_576;

test("a whole project is read", () => {
  const { project, problems } = parseProject(`{
    // comments are fine, and a comma at the end
    "$schema": "./schema.json",
    "builds": [{
      "name": "self", "file": "self-hosted/quartz.qz", "patch": "probes/kinds.patch",
      "steps": [
        { "role": "build", "command": ["bin/quake", "build"], "env": { "LANG": "C", "__proto__": "x" }, "stdout": "discard" },
        { "role": "measure", "command": ["bin/quartz", ""], "cwd": "self-hosted", "stdout": { "file": "out/ir.ll" },
          "timeLimit": "20 min", "rssLimit": "16 GB" },
      ],
    }],
    "budgets": [
      { "peak": "8GB" },
      { "peak": true, "growth": "+2 %", "tolerance": "50 MB" },
      { "phase": "typecheck", "limit": "800 MB", "tolerance": "5 %" },
      { "function": "typecheck_walk$tc_stmt", "phase": "typecheck", "limit": "1.5 GB" },
      { "kind": "NODE_CALL", "dispatcher": "tc_expr", "growth": "-100 MB" },
    ],
    "constantsFile": "self-hosted/frontend/node_constants.qz",
    "dispatchers": [{ "function": "tc_expr", "phase": "typecheck", "kind": "kind", "guard": "node < 0", "onGuard": "return 0" }],
    "units": [{ "phase": "mir", "file": "mir.qz", "call": "lower(f)", "label": "f.name" }],
    "retention": { "runs": 50 },
  }`);
  expect(problems).toEqual([]);
  const environment: unknown = JSON.parse('{ "LANG": "C", "__proto__": "x" }');
  expect(project.builds).toEqual([
    {
      name: "self",
      file: "self-hosted/quartz.qz",
      patch: "probes/kinds.patch",
      steps: [
        { role: "build", command: ["bin/quake", "build"], env: environment, stdout: "discard" },
        {
          role: "measure",
          command: ["bin/quartz", ""],
          cwd: "self-hosted",
          stdout: { file: "out/ir.ll" },
          timeLimitMs: 1_200_000,
          rssLimitBytes: 16 * 1024 * MIB,
        },
      ],
    },
  ]);
  expect(
    project.budgets.map(({ target, bound, tolerance, index }) => [index, target, bound, tolerance]),
  ).toEqual([
    [0, { kind: "peak" }, { kind: "limit", bytes: 8192 * MIB }, undefined],
    [
      1,
      { kind: "peak" },
      { kind: "growth", amount: { unit: "share", value: 0.02 } },
      { unit: "bytes", value: 50 * MIB },
    ],
    [
      2,
      { kind: "phase", name: "typecheck" },
      { kind: "limit", bytes: 800 * MIB },
      { unit: "share", value: 0.05 },
    ],
    [
      3,
      { kind: "function", name: "typecheck_walk$tc_stmt", phase: "typecheck" },
      { kind: "limit", bytes: 1536 * MIB },
      undefined,
    ],
    [
      4,
      { kind: "nodeKind", name: "NODE_CALL", dispatcher: "tc_expr" },
      { kind: "growth", amount: { unit: "bytes", value: -100 * MIB } },
      undefined,
    ],
  ]);
  expect(project.budgets[0]?.range).toEqual({
    start: { line: 12, character: 6 },
    end: { line: 12, character: 23 },
  });
  expect(project.dispatchers).toEqual([
    { function: "tc_expr", phase: "typecheck", kind: "kind", guard: "node < 0", onGuard: "return 0" },
  ]);
  expect(project.units).toEqual([{ phase: "mir", file: "mir.qz", call: "lower(f)", label: "f.name" }]);
  expect([project.constantsFile, project.retention]).toEqual([
    "self-hosted/frontend/node_constants.qz",
    { runs: 50 },
  ]);
});

test("an empty project and a byte order mark are fine", () => {
  expect(parseProject("\uFEFF{}")).toEqual({
    project: { builds: [], budgets: [], dispatchers: [], units: [] },
    problems: [],
  });
});

const STEP = (fields: string): string =>
  `{"builds":[{"name":"a","file":"a.qz","steps":[{"role":"measure","command":["a"]${fields}}]}]}`;
const BUDGET = (fields: string): string => `{"budgets":[{${fields}}]}`;

describe("one message for each mistake, with its place and what may be meant", () => {
  test.each([
    ["", "1:1 syntax: the file ends early; expected a value"],
    ["{", "1:2 syntax: the file ends early; expected a “}”"],
    ['{"builds" []}', "1:11 syntax: found [; expected a “:” after the key"],
    ["{builds: []}", "1:2 syntax: found builds; expected JSON"],
    ['{"builds": [],\n "a": tru}', "2:7 syntax: found tru; expected JSON"],
    ["[]", "1:1 wrongType: the file: found []; expected an object in braces"],
    ['{"build":[]}', '1:2 unknownKey: unknown key "build"; did you mean “builds”?'],
    ['{\n\t"bugdets": []}', '2:2 unknownKey: unknown key "bugdets"; did you mean “budgets”?'],
    ['{"retention":{"days":3,"runs":1}}', '1:15 unknownKey: unknown key "days"; expected one of: runs'],
    ['{"retention":{}}', "1:14 missingKey: retention: the key “runs” is missing"],
    [
      '{"retention":{"runs":1,"runs":2}}',
      "1:24 duplicateKey: the key “runs” is given twice; the last one counts",
    ],
    ['{"retention":{"runs":0}}', "1:22 wrongValue: retention.runs: found 0; expected a whole number above 0"],
    [
      '{"retention":{"runs":"9"}}',
      '1:22 wrongType: retention.runs: found "9"; expected a whole number above 0',
    ],
    ['{"builds":{}}', "1:11 wrongType: builds: found {}; expected a list in brackets"],
    ['{"builds":[{"file":"a"}]}', "1:12 missingKey: builds[0]: the key “name” is missing"],
    [
      '{"builds":[{"name":"a","file":3}]}',
      "1:31 wrongType: builds[0].file: found 3; expected a text that is not empty",
    ],
    [
      '{"builds":[{"name":"a","file":"../b.qz"}]}',
      '1:31 outsidePath: builds[0].file: "../b.qz" leads out of the folder; expected a path relative to this file',
    ],
    [
      '{"constantsFile":"/etc/passwd"}',
      '1:18 outsidePath: constantsFile: "/etc/passwd" leads out of the folder; expected a path relative to this file',
    ],
    [
      STEP(',"timeLimit":"20 minutes"'),
      '1:93 wrongUnit: builds[0].steps[0].timeLimit: found "20 minutes"; expected a time with its unit (ms, s, min, h), such as "20 min"; did you mean "20 min"?',
    ],
    [
      STEP(',"rssLimit":8'),
      '1:92 wrongUnit: builds[0].steps[0].rssLimit: found 8; expected a size with its unit (B, KB, MB, GB), such as "8 GB"; did you mean "8 GB"?',
    ],
    [
      STEP(',"stdout":"discrad"'),
      '1:90 wrongValue: builds[0].steps[0].stdout: found "discrad"; expected "discard" or a file in braces, with the key "file"; did you mean "discard"?',
    ],
    [
      STEP(',"env":{"A=B":"c"}'),
      '1:88 wrongValue: "A=B" cannot name a variable; expected letters, digits and “_”',
    ],
    [
      '{"builds":[{"name":"a","file":"a.qz","steps":[{"role":"mesure","command":["a"]}]}]}',
      '1:55 wrongValue: builds[0].steps[0].role: found "mesure"; expected "build" or "measure"; did you mean "measure"?',
    ],
    [
      '{"builds":[{"name":"a","file":"a.qz","steps":[{"role":"build","command":"quake  build"}]}]}',
      '1:73 wrongType: builds[0].steps[0].command: found one text; no shell is used, so program and arguments are a list; did you mean ["quake","build"]?',
    ],
    [
      BUDGET('"peak":"8 gib"'),
      '1:21 wrongUnit: budgets[0].peak: found "8 gib"; expected a size with its unit (B, KB, MB, GB), such as "8 GB"; did you mean "8 GB"?',
    ],
    [
      BUDGET('"peak":"8,000 MB"'),
      '1:21 wrongUnit: budgets[0].peak: found "8,000 MB"; expected a size with its unit (B, KB, MB, GB), such as "8 GB"; did you mean "8000 MB"?',
    ],
    [
      BUDGET('"phase":"mir","growth":"5"'),
      '1:37 wrongUnit: budgets[0].growth: found "5"; expected a share or a size, such as "+5 %" or "+100 MB"; did you mean "+5 %"?',
    ],
    [
      BUDGET('"phase":"mir","limit":"5 MB","tolerance":"-1 %"'),
      '1:55 wrongUnit: budgets[0].tolerance: found "-1 %"; expected a share or a size without a sign, such as "1 %" or "50 MB"; did you mean "1 %"?',
    ],
    [
      BUDGET('"phase":"mir"'),
      "1:13 conflict: budgets[0]: expected either a “limit” (for a peak its own value) or a “growth”, and not both",
    ],
    [BUDGET('"phase":"mir","limti":"5 MB"'), '1:28 unknownKey: unknown key "limti"; did you mean “limit”?'],
    [
      BUDGET('"limit":"5 MB"'),
      "1:13 conflict: budgets[0]: expected one thing to measure: “peak”, “phase”, “function” (with or without a phase) or “kind” (with or without a phase and a dispatcher)",
    ],
  ])("%s", (text, message) => {
    expect(problemsOf(text)).toEqual([message]);
  });
});

test("what can be used is used", () => {
  const { project, problems } = parseProject(`{
    "builds": [{ "name": "a", "file": "a.qz", "colour": 1 }, { "name": "b" }, { "name": "c", "file": "c.qz" }],
    "budgets": [{ "peak": "8 XB" }, { "phase": "mir", "limit": "1 GB" }],
    "__proto__": { "polluted": true }, "constructor": 1
  `);
  expect(project.builds.map(({ name }) => name)).toEqual(["a", "c"]);
  expect(project.budgets.map(({ index }) => index)).toEqual([1]);
  expect(problems.map(({ code }) => code)).toEqual([
    ...["unknownKey", "missingKey", "wrongUnit", "unknownKey", "unknownKey", "syntax"],
  ]);
  expect("polluted" in {}).toBe(false);
});

describe("any text is answered", () => {
  test("however deep", () => {
    expect(problemsOf(`${"[".repeat(100_000)}`)).toEqual([
      "1:65 syntax: nested more than 64 deep; expected an object with builds and budgets",
    ]);
    expect(problemsOf(`{"a":"${"[".repeat(100)}"}`)).toHaveLength(1);
  });

  test("property: never throws, and places lie in the text", () => {
    const pieces = fc.constantFrom(
      ...[
        '{"builds":[',
        '{"budgets":[{',
        '"peak":',
        '"8 GB"',
        '"limit":"5 %"',
        '"steps":[{',
        '"command":"x"',
      ],
      ...[
        '"env":{"__proto__":',
        "}",
        "]",
        ",",
        ":",
        '"',
        "//",
        "/*",
        "\n",
        "null",
        "-1e999",
        "\\u0000",
        "\uFEFF",
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 24 }).map((all) => all.join("")),
      fc.json(),
    );
    fc.assert(
      fc.property(text, (written) => {
        const lines = written.split(/\r\n|\r|\n/);
        for (const { range } of parseProject(written).problems) {
          expect(range.start.line).toBeLessThan(lines.length);
          expect(range.start.character).toBeLessThanOrEqual(lines[range.start.line]?.length ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
