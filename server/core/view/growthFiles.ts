// Attribution → what stands beside files: which hold growth and how hot it is, and how many hot spots there are.
import { t } from "../base/text.ts";
import { formatDelta, formatDifference } from "../base/units.ts";
import type { Attribution, FileFigures } from "../model/attribution.ts";
import { type HeatCurve, type HeatLevel, heatLevel } from "../model/heat.ts";
import { type HeatScales, subjectBytes } from "./heatMarks.ts";
import { hotSpotsOf } from "./hotSpots.ts";
import { phaseText } from "./lenses.ts";

export interface FileBadge {
  readonly uri: string;
  /** Two characters. */
  readonly badge: string;
  readonly tooltip: string;
}

export interface GrowthFiles {
  readonly spots: { readonly count: number; readonly tooltip: string };
  /** Files with growth. */
  readonly files: readonly FileBadge[];
}

/** @param scales of the run, since files are compared with each other */
export function growthFiles(
  attribution: Attribution,
  scales: HeatScales,
  locale: string,
  curve?: HeatCurve,
): GrowthFiles {
  const spots = hotSpotsOf(attribution);
  const handlers = spots.filter(({ family }) => family === "handler").length;
  const files = [...attribution.byFile].flatMap(([uri, figures]): FileBadge[] => {
    const level = levelOf(figures, scales, curve);
    const tooltip = t("tree.fileBadge", { figures: figuresText(figures, locale) });
    return level === undefined ? [] : [{ uri, badge: `↑${level}`, tooltip }];
  });
  const tooltip = t("tree.badge", { handlers, subjects: spots.length - handlers });
  return { spots: { count: spots.length, tooltip }, files };
}

function levelOf(figures: FileFigures, scales: HeatScales, curve?: HeatCurve): HeatLevel | undefined {
  const { subject, handler } = scales;
  const levels = [
    ...figures.subjects.map(({ figure }) => subject && heatLevel(subjectBytes(figure), subject, curve)),
    ...[...figures.handlers, ...figures.branches].map(
      ({ figure: { kind } }) => handler && heatLevel(kind.absurd ? 0 : kind.totalBytes, handler, curve),
    ),
  ];
  return levels.reduce((most, level) => ((level ?? 0) > (most ?? 0) ? level : most), undefined);
}

/** `+317 MB while typecheck, compiler code +5764 MB NODE_CALL inclusive`: kinds overlap, so only the largest is told. */
function figuresText({ subjects, handlers, branches }: FileFigures, locale: string): string {
  const byPhase = new Map<string, number>();
  for (const { phase, deltaBytes, absurd } of subjects.flatMap(({ figure }) => figure.charges)) {
    const key = phaseText(phase);
    byPhase.set(key, (byPhase.get(key) ?? 0) + (absurd ? 0 : deltaBytes));
  }
  const phases = [...byPhase].map(([phase, bytes]) =>
    t("tree.figure", { figure: formatDifference(bytes, locale), name: phase }),
  );
  const [largest] = [...handlers, ...branches]
    .map(({ figure }) => figure.kind)
    .filter(({ absurd }) => !absurd)
    .sort((a, b) => b.totalBytes - a.totalBytes);
  const kinds =
    largest === undefined
      ? []
      : [t("tree.fileBadgeKinds", { figure: formatDelta(largest.totalBytes), name: largest.name })];
  return [...phases, ...kinds].join(", ");
}
