// Readers of single values: each gives what it can use, and takes down what it cannot.
import { t } from "../base/text.ts";
import { parseAmount, parseSize, parseTime, suggestAmount, suggestSize, suggestTime } from "./amounts.ts";
import { closest } from "./closest.ts";
import type { Amount } from "./project.ts";
import { Value } from "./value.ts";

/** Undefined for what cannot be used, which has been taken down. */
export type Reader<T> = (value: Value) => T | undefined;

const ENVIRONMENT_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A text that says something. */
export const text: Reader<string> = (value) => {
  const found = textOf(value);
  if (found === undefined) {
    return expected(value, t("project.expectedText"));
  }
  return found.trim() === "" ? expected(value, t("project.expectedText"), "wrongValue") : found;
};

/** An argument or a value of the environment: may be empty, never holds a NUL. */
const word: Reader<string> = (value) => {
  const found = textOf(value);
  if (found === undefined) {
    return expected(value, t("project.expectedWord"));
  }
  return found.includes("\0") ? expected(value, t("project.expectedNoNul"), "wrongValue") : found;
};

/** A path that stays in the project file's folder. */
export const path: Reader<string> = (value) => {
  const found = text(value);
  if (found === undefined) {
    return undefined;
  }
  const isAbsolute = /^(?:[\\/]|[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+:\/\/)/.test(found);
  if (isAbsolute || found.split(/[\\/]/).includes("..") || found.includes("\0")) {
    return value.refuse("outsidePath", t("project.outsidePath", { key: value.path, path: value.shown }));
  }
  return found;
};

export const size: Reader<number> = (value) =>
  measure(value, parseSize, suggestSize, t("project.expectedSize"));

export const time: Reader<number> = (value) =>
  measure(value, parseTime, suggestTime, t("project.expectedTime"));

export const growth: Reader<Amount> = (value) =>
  measure(value, parseAmount, (written) => suggestAmount(written, "+"), t("project.expectedGrowth"));

export const tolerance: Reader<Amount> = (value) =>
  measure(
    value,
    (written) => (/^\s*[+-]/.test(written) ? undefined : parseAmount(written)),
    (written) => suggestAmount(written, ""),
    t("project.expectedTolerance"),
  );

export const wholeNumber: Reader<number> = (value) => {
  const found: unknown = value.node.value;
  return value.node.type === "number" && typeof found === "number" && Number.isSafeInteger(found) && found > 0
    ? found
    : expected(value, t("project.expectedCount"), value.node.type === "number" ? "wrongValue" : "wrongType");
};

/** One of a few words. */
export function choice<T extends string>(choices: readonly T[], wanted = inWords(choices)): Reader<T> {
  return (value) => {
    const found = textOf(value);
    const chosen = choices.find((one) => one === found);
    if (chosen !== undefined) {
      return chosen;
    }
    const near = found === undefined ? undefined : closest(found, choices);
    return expected(value, wanted, found === undefined ? "wrongType" : "wrongValue", near);
  };
}

/** Items that can be used, in order. */
export function list<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (value.node.type !== "array") {
      return expected(value, t("project.expectedList"));
    }
    return (value.node.children ?? []).flatMap((node, at) => {
      const found = item(new Value(node, `${value.path}[${at}]`, value.book));
      return found === undefined ? [] : [found];
    });
  };
}

/** Program and arguments. A line for a shell is refused, and one wrong argument spoils all. */
export const command: Reader<readonly string[]> = (value) => {
  const written = textOf(value);
  if (written !== undefined) {
    const near = JSON.stringify(written.trim().split(/\s+/));
    return value.refuse("wrongType", t("project.shellCommand", { key: value.path, near }));
  }
  const words = list(word)(value);
  if (words === undefined || words.length < (value.node.children?.length ?? 0)) {
    return undefined;
  }
  return (words[0] ?? "") === "" ? expected(value, t("project.expectedProgram"), "wrongValue") : words;
};

/** Variables of the environment by name. */
export const environment: Reader<Readonly<Record<string, string>>> = (value) => {
  if (value.node.type !== "object") {
    return expected(value, t("project.expectedEnvironment"));
  }
  const entries = (value.node.children ?? []).flatMap(({ children }) => {
    const [key, node] = children ?? [];
    if (key === undefined || node === undefined) {
      return [];
    }
    const name = String(key.value);
    const entry = new Value(node, `${value.path}.${name}`, value.book);
    if (!ENVIRONMENT_NAME.test(name)) {
      const wrong = value.book.shown(key.offset, key.length);
      value.book.add("wrongValue", key.offset, key.length, t("project.environmentName", { name: wrong }));
      return [];
    }
    const found = word(entry);
    return found === undefined ? [] : [[name, found] as const];
  });
  // Defines each name as the object's own, `__proto__` too.
  return Object.fromEntries(entries);
};

/** Says what was found and what was expected. */
export function expected(
  value: Value,
  wanted: string,
  code: "wrongType" | "wrongValue" | "wrongUnit" = "wrongType",
  near?: string,
): undefined {
  const args = { key: value.path === "" ? t("project.file") : value.path, found: value.shown, wanted };
  return value.refuse(
    code,
    near === undefined
      ? t("project.expected", args)
      : t("project.expectedNear", { ...args, near: JSON.stringify(near) }),
  );
}

function measure<T>(
  value: Value,
  parse: (text: string) => T | undefined,
  suggest: (text: string) => string | undefined,
  wanted: string,
): T | undefined {
  const written = textOf(value);
  const isNumber = value.node.type === "number";
  const parsed = written === undefined ? undefined : parse(written);
  if (parsed !== undefined) {
    return parsed;
  }
  const near = suggest(written ?? (isNumber ? String(value.node.value) : ""));
  return expected(value, wanted, written === undefined && !isNumber ? "wrongType" : "wrongUnit", near);
}

function inWords(choices: readonly string[]): string {
  const quoted = choices.map((one) => JSON.stringify(one));
  return quoted.reduce((before, next) => t("project.either", { before, next }));
}

function textOf({ node }: Value): string | undefined {
  const found: unknown = node.value;
  return node.type === "string" && typeof found === "string" ? found : undefined;
}
