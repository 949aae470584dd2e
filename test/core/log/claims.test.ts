import { expect, test } from "vitest";
import { readLog } from "./listing.ts";

const tallyOf = (line: string) => readLog(`${line}\n`).tally;

test.each([
  "the `[mem-fn]` lines, the `[kind 9]` lines and `[mem]` are what we read",
  'eputs("[kind #{i}] +#{total / 1048576} MB / #{_mem_bisect_counts[i]} stmts")',
  'eputs("[mem-fn] +#{delta} MB: #{name}")',
  'printf("[mem-fn] +%d MB: %s")',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of another language
  "`[mem-fn] +${delta} MB`",
  'eputs("[mem-kind] phase=mir dispatcher=d kind=#{k} total=#{t} calls=#{c}")',
  "a [kind of thing]",
  "[mem-fn] lines are printed above 8 MB only",
  "[mem-fn] x",
])("%s: only speaks of tags", (line) => {
  expect(tallyOf(line)).toMatchObject({ records: 0, unknown: 1, problems: 0 });
});

test.each([
  "[mem-fn]",
  "[mem-fn] +x MB: a",
  "[mem-fn] ~",
  "[kind 9]",
  "[kind 9] MB",
  "[kind x] +1 MB / 1 stmts",
  "[kind 9",
])("%s: claims to be an entry", (line) => {
  expect(tallyOf(line)).toMatchObject({ records: 0, unknown: 0, problems: 1 });
});
