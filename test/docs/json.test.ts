// docs/json.md is a contract: what it shows is what the commands print, and it names every field and every problem code.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROBLEM_CODES } from "#core/log/record";
import { SYMBOL_KINDS } from "#core/quartz/source";
import { runCli } from "../support/cli.ts";
import { type Example, examplesOf, filesOf, readDoc } from "../support/docs.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";
import { documentedFields, type Field, type Found, isOfType, isOptional, objectsIn } from "./fields.ts";

/** Commands that look for a store from the current folder on. */
const AT_A_STORE: ReadonlySet<string> = new Set(["runs", "ledger", "trend"]);

const doc = readDoc("docs/json.md");
const files = filesOf(doc);
const examples = examplesOf(doc);
const fields = documentedFields(doc);
let workspace: Workspace;

beforeAll(async () => {
  workspace = await makeWorkspace(Object.fromEntries(files));
});
afterAll(() => workspace.remove());

describe("what is shown is what is printed", () => {
  test.each(examples)("$command", async (example) => {
    const { code, out, err } = await outcomeOf(example);
    expect(code).toBe(example.exitCode);
    if (example.json !== undefined) {
      // To bring the document up to date, put the text of the message in.
      expect(JSON.parse(out), `docs/json.md shows something else. Printed:\n${out}`).toEqual(
        JSON.parse(example.json),
      );
    }
    expect(err, `docs/json.md shows other messages. Printed:\n${err}`).toBe(example.messages ?? "");
  });
});

test("every printed field is in the tables, with its type, and every field of the tables is printed", async () => {
  const printed = new Set<string>();
  for (const { path, value } of await printedObjects()) {
    const known = fields.filter((field) => field.path === path);
    expect(Object.keys(value).filter((key) => !known.some(({ name }) => name === key))).toEqual([]);
    expect(known.filter((field) => !isOfType(value[field.name], field)).map(shown)).toEqual([]);
    for (const key of Object.keys(value)) {
      printed.add(`${path}.${key}`);
    }
  }
  expect(fields.map(shown).filter((field) => !printed.has(field))).toEqual([]);
});

test("what may be missing is shown both ways", async () => {
  const objects = await printedObjects();
  for (const field of fields.filter(isOptional)) {
    const given = objects.filter(({ path }) => path === field.path).map(({ value }) => field.name in value);
    expect(new Set(given), shown(field)).toEqual(new Set([true, false]));
  }
});

test("every kind of symbol is named", () => {
  const kinds = fields.find((field) => shown(field) === "symbols[].kind")?.type;
  expect(kinds).toBe(SYMBOL_KINDS.map((kind) => `"${kind}"`).join(" or "));
});

test("every problem code has a section whose example has it", async () => {
  const sections = examples.filter(({ heading }) => /^`[a-z-]+`$/.test(heading));
  expect(sections.map(({ heading }) => heading.replaceAll("`", "")).toSorted()).toEqual(
    PROBLEM_CODES.toSorted(),
  );
  for (const example of sections) {
    const { out } = await outcomeOf(example);
    const codes = objectsIn(JSON.parse(out), "report")
      .filter(({ path }) => path === "report[].problems[]")
      .map(({ value }) => value["code"]);
    expect(codes).toEqual([example.heading.replaceAll("`", "")]);
  }
});

async function printedObjects(): Promise<readonly Found[]> {
  const objects: Found[] = [];
  for (const example of examples) {
    const { out } = await outcomeOf(example);
    objects.push(...objectsIn(JSON.parse(out), example.command.split(" ")[1] ?? ""));
  }
  // An object that stands alone counts where its fields are documented.
  return objects.filter(({ path }) => path.endsWith("[]") || fields.some((field) => field.path === path));
}

function shown({ path, name }: Field): string {
  return `${path}.${name}`;
}

/** The command, run in a folder with the files of the document. */
async function outcomeOf({ command }: Example): Promise<{ code: number; out: string; err: string }> {
  const [words = "", input] = command.split(" < ");
  const args = words.split(" ").slice(1);
  const isFile = (word: string): boolean => files.has(word) || word.startsWith("nowhere.");
  const paths = args.map((word) => (isFile(word) ? join(workspace.folder, word) : word));
  if (AT_A_STORE.has(args[0] ?? "")) {
    paths.push("--folder", workspace.folder);
  }
  const { code, out, err } = await runCli(paths, input === undefined ? "" : files.get(input));
  const asNamed = (text: string): string => text.replaceAll(`${workspace.folder}/`, "");
  return { code, out: asNamed(out), err: asNamed(err) };
}
