import { chmodSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { COMPILER, runsOf, step, writeBuilds } from "../support/buildWorkspace.ts";
import { buildCli, type Cli } from "../support/cliProcess.ts";
import { makeScratch } from "../support/processes.ts";

const scratch = makeScratch();
let cli: Cli;
beforeAll(async () => {
  cli = await buildCli(scratch);
});

/** A program that can be started by its name. @returns its path */
function compiler(name: string, body: string): string {
  const file = scratch.write(name, `#!${process.execPath}\n${body}`);
  chmodSync(file, 0o755);
  return file;
}

/** Reads the source, so that it notices when somebody changes the tree between two runs. */
const reading = (mb: number): string => `
if (process.argv.includes("--version")) process.exit();
const source = require("node:fs").readFileSync("main.qz", "utf8");
require("node:fs").appendFileSync(${JSON.stringify(scratch.path("order"))}, "${mb}\\n");
require("node:fs").writeFileSync(${JSON.stringify(scratch.path("group/main.qz"))}, source + "# changed meanwhile\\n");
const bytes = ${mb} + source.length - source.length;
console.error("[mem] init: 1 MB current (0ms)\\n[mem] typecheck: " + bytes + " MB (+" + (bytes - 1) + ") (10ms)");
console.error("[mem] typecheck read " + source.length);
`;

test("compilers take turns on one frozen tree; one that cannot compile it is the answer", async () => {
  const folder = writeBuilds(scratch, "group", [
    { name: "self", steps: [step("build", "nothing.cjs"), step("measure", "unused.cjs")] },
  ]);
  const [a, b] = [compiler("a", reading(900)), compiler("b", reading(700))];
  const broken = compiler("broken", 'console.error("error[QZ0101]: no"); process.exitCode = 1;');
  const { code, out } = await cli.start(
    ["run", "--repeat", "2", ...[a, b, broken].flatMap((path) => ["--compiler", path])],
    folder,
  ).ended;
  expect(code).toBe(1);
  expect(scratch.read("order")).toBe("900\n700\n900\n700\n");
  const runs = runsOf(scratch, "group");
  expect(runs.map(({ group, status }) => [group?.index, group?.of, group?.variant, status])).toEqual([
    [0, 6, a, "finished"],
    [1, 6, b, "finished"],
    [2, 6, broken, "failed"],
    [3, 6, a, "finished"],
    [4, 6, b, "finished"],
  ]);
  expect(new Set(runs.map(({ group }) => group?.id)).size).toBe(1);
  const sizes = runs
    .filter(({ status }) => status === "finished")
    .map(({ folder: run }) => scratch.read(`${run}/stderr.log`).match(/read (\d+)/)?.[1]);
  expect(new Set(sizes).size).toBe(1);
  expect(out).toContain(`peak  ${a}  median 900 MB, 900 MB to 900 MB, n = 2`);
  expect(out).toContain(`peak  ${b}  median 700 MB, 700 MB to 700 MB, n = 2  -200 MB`);
  expect(out).toContain(`${broken} cannot compile this tree`);
  expect(scratch.read("group/main.qz")).toContain("# changed meanwhile");
});

test("repeated runs are told as one: median, range and number", async () => {
  const folder = writeBuilds(scratch, "repeated", [{ name: "self", steps: [step("measure", "quartz.cjs")] }]);
  scratch.write("repeated/quartz.cjs", COMPILER);
  const { code, out } = await cli.start(["run", "--repeat", "2"], folder).ended;
  expect(code).toBe(0);
  expect(out).toContain("peak  median 5402 MB, 5402 MB to 5402 MB, n = 2\n");
  expect(out).toContain("typecheck  median +5401 MB, +5401 MB to +5401 MB, n = 2\n");
});
