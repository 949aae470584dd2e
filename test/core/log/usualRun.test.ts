import { expect, test } from "vitest";
import { createLogReader } from "#core/log/reader";
import { usualRun } from "#core/log/usualRun";

test("the last measured run, else the last one, else none", () => {
  const runOf = (text: string) => {
    const reader = createLogReader((bytes) => new TextDecoder().decode(bytes), "kept");
    reader.push(new TextEncoder().encode(text));
    return usualRun(reader.end().runs);
  };
  const measured = "[mem] init: 1 MB current (0ms)\n[mem] lex: 3 MB (+2) (1ms)\n";
  const expected = "# Expected:\n#   [mem] lex: ~4 MB (+3)\n";
  expect(runOf(`${measured}${measured}\n${expected}`)).toMatchObject({ kind: "measured", firstLine: 2 });
  expect(runOf(expected)?.kind).toBe("expectation");
  expect(runOf("nothing\n")).toBeUndefined();
});
