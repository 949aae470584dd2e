// Every example of docs/log-format.md is read as the page says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OWN_SHAPES } from "#core/log/own/shapes";
import { readLog } from "../core/log/listing.ts";
import { ROOT } from "../support/demo.ts";

const PAGE = readFileSync(join(ROOT, "docs/log-format.md"), "utf8");
const BLOCKS = [...PAGE.matchAll(/^```log *(.*)\n([\s\S]*?)^```$/gm)].map(
  ([, info = "", text = ""], index) => ({ info, text, title: `${index + 1}: ${text.split("\n")[0]}` }),
);
const withInfo = (info: string) => BLOCKS.filter((block) => block.info === info);

test("the page has examples", () => {
  expect(BLOCKS.length).toBeGreaterThan(15);
  expect(BLOCKS.filter(({ info }) => !/^$|^table$|^unknown$|^problem=[a-z-]+$/.test(info))).toEqual([]);
});

test.each(withInfo(""))("$title: each line is a record", ({ text }) => {
  const { tally } = readLog(text);
  expect(tally).toMatchObject({ records: tally.lines, problems: 0, unknown: 0 });
});

test.each(withInfo("table"))("$title: each row is a record, the rest is heading", ({ text }) => {
  const rows = text.split("\n").filter((line) => /\d/.test(line));
  expect(readLog(text).tally).toMatchObject({ records: rows.length, problems: 0, unknown: 0 });
});

test.each(withInfo("unknown"))("$title: no line is read, none is a problem", ({ text }) => {
  const { tally } = readLog(text);
  expect(tally).toMatchObject({ unknown: tally.lines });
});

describe.each(BLOCKS.filter(({ info }) => info.startsWith("problem=")))("$info", ({ info, text }) => {
  test.each(text.trimEnd().split("\n"))("%s", (line) => {
    const problems = readLog(`${line}\n`).runs.flatMap((run) => run.problems);
    expect(problems.map(({ code }) => code)).toContain(info.slice("problem=".length));
  });
});

test("every shape of our own has an example, with each key that it must have", () => {
  for (const { tag, required } of Object.values(OWN_SHAPES)) {
    const examples = BLOCKS.flatMap(({ text }) => text.split("\n")).filter((line) =>
      line.startsWith(`${tag} `),
    );
    expect(examples.some((line) => required.every((key) => line.includes(` ${key}=`)))).toBe(true);
  }
});
