import { describe, expect, test } from "vitest";
import { parseProjectFile } from "#core/quartz/projectFile";

test("the builds' root files are read", () => {
  expect(parseProjectFile('{"builds":[{"name":"a","file":"src/a.qz"}]}')).toEqual({ roots: ["src/a.qz"] });
  expect(parseProjectFile("{}")).toEqual({ roots: [] });
});

describe("a project file is not trusted", () => {
  test.each([
    ["[]", /expected an object/],
    ['{"builds":{}}', /"builds" is not a list/],
    ['{"builds":[{"file":3}]}', /"builds\[0\]\.file" is not a path/],
    ['{"builds":[{"file":"../../etc/passwd"}]}', /leaves the folder/],
    ['{"builds":[{"file":"/etc/passwd"}]}', /leaves the folder/],
    ["{", /JSON/],
  ])("%s", (text, message) => {
    expect(() => parseProjectFile(text)).toThrow(message);
  });
});
