// What a compiler says of itself.
import type { CompilerFacts } from "../runFile.ts";

const LONGEST = 200;

/** @param output of `--version` */
export function parseVersion(output: string): Pick<CompilerFacts, "version" | "commit"> {
  const line = output.split(/\r?\n/).find((one) => one.trim() !== "");
  return { version: line === undefined ? null : line.trim().slice(0, LONGEST), commit: commitIn(output) };
}

/** A word of hexadecimal digits with a letter among them, so that no date or number is taken for a commit. */
function commitIn(output: string): string | null {
  const words = output.slice(0, 10 * LONGEST).match(/(?<![\w.])g?[0-9a-f]{7,40}(?![\w.])/g) ?? [];
  const commits = words.map((word) => word.replace(/^g/, ""));
  return commits.find((word) => /[a-f]/.test(word) && /\d/.test(word)) ?? null;
}
