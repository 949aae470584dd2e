// quartz-rss.json → project and problems. Comments and a comma at an end are fine; what can be used is used.
import { createScanner, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { t } from "../base/text.ts";
import { readFields } from "./fields.ts";
import type { ParsedProject, Project } from "./project.ts";
import { PROJECT } from "./shapes.ts";
import { ProblemBook, Value } from "./value.ts";

/** Nothing of ours is nested deeper, and the library recurses. */
const DEEPEST = 64;

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Never throws. */
export function parseProject(written: string): ParsedProject {
  const text = written.replace(BYTE_ORDER_MARK, " ");
  const book = new ProblemBook(written);
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    book.add("syntax", deep, 1, t("project.tooDeep", { deepest: DEEPEST }));
    return { project: projectOf({}), problems: book.problems };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  // What follows from the first one would only be noise.
  for (const { error, offset, length } of errors.slice(0, 1)) {
    const found = book.shown(offset, length);
    const what = SYNTAX[printParseErrorCode(error)] ?? t("project.syntaxOther");
    const message =
      found.trim() === "" ? t("project.syntaxEnd", { what }) : t("project.syntax", { what, found });
    book.add("syntax", offset, length, message);
  }
  const fields = root === undefined ? {} : (readFields(new Value(root, "", book), PROJECT) ?? {});
  const problems = book.problems.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  return { project: projectOf(fields), problems };
}

const SYNTAX: Readonly<Record<string, string>> = {
  PropertyNameExpected: t("project.syntaxKey"),
  ValueExpected: t("project.syntaxValue"),
  ColonExpected: t("project.syntaxColon"),
  CommaExpected: t("project.syntaxComma"),
  CloseBraceExpected: t("project.syntaxBrace"),
  CloseBracketExpected: t("project.syntaxBracket"),
  EndOfFileExpected: t("project.syntaxEndOfFile"),
};

function projectOf(fields: Partial<Project>): Project {
  const { constantsFile, retention } = fields;
  return {
    builds: fields.builds ?? [],
    budgets: fields.budgets ?? [],
    dispatchers: fields.dispatchers ?? [],
    units: fields.units ?? [],
    ...(constantsFile === undefined ? {} : { constantsFile }),
    ...(retention === undefined ? {} : { retention }),
  };
}

/** Offset of the bracket that is one too many. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    // A text that is a bracket has quotes around it.
    const sign = scanner.getTokenLength() === 1 ? text[scanner.getTokenOffset()] : "";
    depth += sign === "{" || sign === "[" ? 1 : sign === "}" || sign === "]" ? -1 : 0;
    if (depth > DEEPEST) {
      return scanner.getTokenOffset();
    }
  }
  return undefined;
}
