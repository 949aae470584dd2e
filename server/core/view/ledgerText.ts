// The pages of `quartz-rss ledger` and `quartz-rss trend`.
import { t } from "../base/text.ts";
import { formatDifference, formatRatio, formatReading } from "../base/units.ts";
import type { LedgerRow } from "../model/ledger.ts";
import type { TrendPoint, TrendSeries } from "../model/trend.ts";
import { plainLine } from "./log/plainLine.ts";

/** A paragraph for each expectation; empty without any. */
export function ledgerText(rows: readonly LedgerRow[]): string {
  return rows.map((row) => `${rowLines(row).join("\n")}\n`).join("\n");
}

function rowLines({
  run,
  base,
  hypothesis,
  measuredBytes,
  ratio,
  noChange,
  reason,
  remarks,
}: LedgerRow): string[] {
  const { text, metric, predictedBytes } = hypothesis;
  const difference = {
    base: base?.id ?? "",
    predicted: formatDifference(predictedBytes),
    metric: oneLine(metric),
  };
  const measured =
    measuredBytes === undefined
      ? t("ledger.unmeasured", { reason: oneLine(reason ?? "") })
      : t("ledger.measured", { measured: formatDifference(measuredBytes), base: difference.base });
  const share = ratio === undefined ? "" : t("ledger.ratio", { ratio: formatRatio(ratio) });
  return [
    `${run.id}  ${oneLine(text)}`,
    `  ${t("ledger.predicted", { metric: difference.metric, predicted: difference.predicted })}`,
    `  ${measured}${share}${noChange ? t("ledger.noChange") : ""}`,
    ...remarks.map((remark) => `  ${oneLine(remark)}`),
  ];
}

/** A table for each series. */
export function trendText(series: readonly TrendSeries[]): string {
  return series
    .map(({ metric, kind, platform, build, points }) => {
      const about = [build, platform, kind === "expectation" ? t("trend.expected") : undefined];
      const head = [metric, ...about.filter((part) => part !== undefined && part !== null)]
        .map(oneLine)
        .join(", ");
      return `${[head, ...points.map((point) => `  ${pointLine(metric, point)}`)].join("\n")}\n`;
    })
    .join("\n");
}

function pointLine(
  metric: string,
  { id, bytes, from, approximate, commit, isDirty, label }: TrendPoint,
): string {
  const size = metric === "peak" ? formatReading(bytes) : formatDifference(bytes);
  const sign = from === "reading" ? "≥ " : approximate ? "≈ " : "";
  const code = commit === null ? "" : `${commit.slice(0, 8)}${isDirty ? "+" : ""}`;
  return [id, `${sign}${size}`.padStart(12), oneLine(code).padEnd(9), oneLine(label ?? "")]
    .join("  ")
    .trimEnd();
}

/** What a person or another program wrote, fit for a terminal. */
function oneLine(text: string): string {
  return plainLine(text.replace(/\s+/g, " ")).text;
}
