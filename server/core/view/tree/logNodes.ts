// What no figure tells: remainders of phases, and what the log said that is no figure. Nothing is lost.
import { t } from "../../base/text.ts";
import { formatDifference, formatShare } from "../../base/units.ts";
import type { Remainder } from "../../model/remainders.ts";
import type { RunModel } from "../../model/runModel.ts";
import { leaf, noSize, plainText, section, sizeOf, type TreeNode } from "./treeNode.ts";

/** A remainder of nothing has no node. */
export function remainderNode(
  model: RunModel,
  { span: at, step, bytes }: Remainder,
  locale: string,
): readonly TreeNode[] {
  const span = model.spans[at];
  const part = step < 0 ? span : span?.steps[step];
  if (bytes === 0 || part === undefined) {
    return [];
  }
  const phase = part.name;
  const over = bytes < 0 && (span?.deltaBytes ?? 0) >= 0;
  const whole = part.deltaBytes;
  const share = over || whole === undefined || whole === 0 ? undefined : bytes / whole;
  const size = over ? noSize(phase) : sizeOf(phase, bytes, Number.NaN, share);
  return [
    leaf(`remainder ${at} ${step}`, size, phase, () => ({
      ...plainText(
        t("tree.figure", {
          figure: formatDifference(over ? -bytes : bytes, locale),
          name: t(over ? "tree.overExplained" : "tree.remainder", { phase }),
        }),
        share === undefined ? "" : formatShare(share, locale),
        "remainder",
      ),
      tooltip: t(over ? "tree.overExplainedTooltip" : "tree.remainderTooltip"),
    })),
  ];
}

export function remainderNodes(model: RunModel, locale: string): readonly TreeNode[] {
  return model.remainders
    .toSorted((a, b) => b.bytes - a.bytes)
    .flatMap((remainder) => remainderNode(model, remainder, locale));
}

export function logNodes({ run }: RunModel): readonly TreeNode[] {
  const problems = run.problems.map(({ line, column, message }) =>
    leaf(`problem ${line} ${column}`, noSize(message), message, () =>
      plainText(t("tree.problemAt", { line: line + 1, message }), "", "problem"),
    ),
  );
  const further = leaf("problem further", noSize(""), "", () =>
    plainText(t("tree.furtherProblems", { count: run.furtherProblems }), "", "problem"),
  );
  const unknown = run.unknown.map(({ line, count, text }) =>
    leaf(`unknown ${line}`, noSize(text), text, () =>
      plainText(text, `${count} × · ${lineText(line)}`, "warning"),
    ),
  );
  const notes = run.notes.map(({ line, text }) =>
    leaf(`note ${line}`, noSize(text), text, () => plainText(text, lineText(line), "note")),
  );
  return [
    ...section(
      "problems",
      { label: t("tree.problems"), description: String(run.problems.length + run.furtherProblems) },
      run.furtherProblems === 0 ? problems : [...problems, further],
    ),
    ...section("unknown", { label: t("tree.unknownLines"), description: String(unknown.length) }, unknown),
    ...section("notes", { label: t("tree.notes"), description: String(notes.length) }, notes),
  ];
}

function lineText(line: number): string {
  return t("tree.logLine", { line: line + 1 });
}
