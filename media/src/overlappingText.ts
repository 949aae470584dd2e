import { t } from "#core/base/text";
import { formatAmount, formatCount, formatDelta, formatRatio, formatShare, MEBIBYTE } from "#core/base/units";
import type { OverlappingRow } from "#core/view/flameColumns";
import type { OverlappingGroup } from "./overlappingGroups.ts";

const NONE = "–";

/** `Σ 7,012 MB / net 5,401 MB = 1.3×: nested walks are counted again` */
export function ratioText({ sumBytes, netBytes }: OverlappingGroup, locale: string): string {
  const sum = megabytes(sumBytes, locale);
  if (netBytes === null || netBytes === 0) {
    return t("chart.kinds.noNet", { sum });
  }
  const ratio = sumBytes / netBytes;
  const key = ratio > 1 ? "chart.kinds.ratio" : "chart.kinds.ratioPlain";
  return t(key, { sum, net: megabytes(netBytes, locale), ratio: formatRatio(ratio, locale) });
}

export function totalText({ totalBytes }: OverlappingRow): string {
  return Number.isNaN(totalBytes) ? NONE : formatDelta(totalBytes);
}

/** `107 %`: above 100 it stays visible, the table says why. */
export function shareText(
  { totalBytes, absurd }: OverlappingRow,
  netBytes: number | null,
  locale: string,
): string {
  const share = absurd || netBytes === null ? Number.NaN : totalBytes / netBytes;
  return Number.isFinite(share) ? formatShare(share, locale) : NONE;
}

export function averageText({ totalBytes, count, absurd }: OverlappingRow, locale: string): string {
  const average = absurd ? Number.NaN : totalBytes / count;
  return Number.isFinite(average)
    ? t("chart.kinds.averageValue", { amount: formatAmount(average, locale) })
    : NONE;
}

export function describeRow(row: OverlappingRow, locale: string): string {
  return t("chart.kinds.described", {
    name: row.name,
    dispatcher: row.dispatcher,
    total: totalText(row),
    count: formatCount(row.count, locale),
    average: averageText(row, locale),
  });
}

function megabytes(bytes: number, locale: string): string {
  return formatCount(Math.trunc(bytes / MEBIBYTE), locale);
}
