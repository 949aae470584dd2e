// Attribution → the rows of the "Leaking functions" tree: two sections that never mix, then what is left unexplained.
import { t } from "../base/text.ts";
import { formatDifference, formatRatio, formatShare } from "../base/units.ts";
import type { Attribution } from "../model/attribution.ts";
import { overlapOf, type RunModel } from "../model/runModel.ts";
import { type GrowthIcon, type GrowthRow, plain, type SortableRow, type SortOrder } from "./growthRow.ts";
import { handlerRow, subjectRow, unplacedRow } from "./growthRows.ts";

export function growthTree(
  model: RunModel,
  attribution: Attribution,
  order: SortOrder,
  locale: string,
): readonly GrowthRow[] {
  const placed = attribution.subjects.filter((figure) => figure.entry !== undefined);
  const unplaced = attribution.subjects.filter((figure) => figure.entry === undefined);
  const compiled = sortRows(
    placed.flatMap((figure) => subjectRow(figure, locale)),
    order,
  );
  const compiler = sortRows(
    attribution.handlers.map((figure) => handlerRow(figure, locale)),
    order,
  );
  return [
    section("compiled", t("tree.compiled"), t("tree.compiledMeaning"), t("tree.compiledTooltip"), compiled),
    section("compiler", t("tree.compiler"), t("tree.compilerMeaning"), overlapText(model, locale), compiler),
    ...remainderRows(model, locale),
    ...(unplaced.length === 0
      ? []
      : [
          section(
            "unplaced",
            t("tree.unplaced"),
            t("tree.unplacedMeaning", { count: unplaced.length, all: attribution.subjects.length }),
            "",
            unplaced.flatMap((figure) => unplacedRow(figure)),
            "unplaced",
          ),
        ]),
    ...logRows(model),
  ].filter((row) => row.icon !== "section" || row.children.length > 0);
}

function sortRows(rows: readonly SortableRow[], order: SortOrder): readonly GrowthRow[] {
  const by = {
    growth: (a: SortableRow, b: SortableRow) => b.bytes - a.bytes,
    perLine: (a: SortableRow, b: SortableRow) => b.bytesPerLine - a.bytesPerLine,
    name: (a: SortableRow, b: SortableRow) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  }[order];
  return rows.toSorted(by).map(({ row }) => row);
}

function section(
  id: string,
  label: string,
  description: string,
  tooltip: string,
  children: readonly GrowthRow[],
  icon: GrowthIcon = "section",
): GrowthRow {
  return { ...plain(id, label, description, icon), tooltip, children };
}

/** "Σ / net" of each dispatcher: a fact about overlap, shown so that nobody adds the rows up. */
function overlapText(model: RunModel, locale: string): string {
  const lines = model.spans.flatMap((span, index) => {
    const kinds = model.kinds.filter((kind) => kind.span === index);
    const { sumBytes, count } = overlapOf(kinds);
    const net = span.deltaBytes ?? 0;
    return count === 0 || net <= 0
      ? []
      : [t("tree.compilerOverlap", { ratio: formatRatio(sumBytes / net, locale), phase: span.name })];
  });
  return [t("tree.compilerTooltip"), ...lines].join("\n\n");
}

function remainderRows(model: RunModel, locale: string): readonly GrowthRow[] {
  return model.remainders
    .filter(({ bytes }) => bytes !== 0)
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ span: at, step, bytes }) => {
      const span = model.spans[at];
      const phase = (step < 0 ? span?.name : span?.steps[step]?.name) ?? "";
      const over = bytes < 0 && (span?.deltaBytes ?? 0) >= 0;
      const name = over ? t("tree.overExplained", { phase }) : t("tree.remainder", { phase });
      const whole = step < 0 ? span?.deltaBytes : span?.steps[step]?.deltaBytes;
      const share = over || whole === undefined || whole === 0 ? "" : formatShare(bytes / whole, locale);
      const figure = over ? formatDifference(-bytes, locale) : formatDifference(bytes, locale);
      const tooltip = over ? t("tree.overExplainedTooltip") : t("tree.remainderTooltip");
      return {
        ...plain(`remainder ${at} ${step}`, t("tree.figure", { figure, name }), share, "remainder"),
        tooltip,
      };
    });
}

/** What the log said that is no figure: problems, unknown lines, notes. Nothing is lost. */
function logRows({ run }: RunModel): readonly GrowthRow[] {
  const problems = run.problems.map(({ line, column, message }) =>
    plain(`problem ${line} ${column}`, t("tree.problemAt", { line: line + 1, message }), "", "problem"),
  );
  const further =
    run.furtherProblems === 0
      ? []
      : [plain("problem further", t("tree.furtherProblems", { count: run.furtherProblems }), "", "problem")];
  const unknown = run.unknown.map(({ line, count, text }) =>
    plain(`unknown ${line}`, text, `${count} × · ${formatLine(line)}`, "warning"),
  );
  const notes = run.notes.map(({ line, text }) => plain(`note ${line}`, text, formatLine(line), "note"));
  return [
    section("problems", t("tree.problems"), String(run.problems.length), "", [...problems, ...further]),
    section("unknown", t("tree.unknownLines"), String(unknown.length), "", unknown),
    section("notes", t("tree.notes"), String(notes.length), "", notes),
  ];
}

function formatLine(line: number): string {
  return t("tree.logLine", { line: line + 1 });
}
