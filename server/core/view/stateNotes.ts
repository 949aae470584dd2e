// What the state counts of a phase allow to say: how little of its growth freeing could give back.
import { t } from "../base/text.ts";
import { formatAmount, formatCount, formatShare, MEBIBYTE } from "../base/units.ts";
import {
  type Counted,
  ENTRY_BYTES,
  SMALL_SHARE,
  type SpanState,
  stateOf,
  type TrackedState,
  vainFree,
} from "../model/stateCounts.ts";
import { phaseText } from "./lenses.ts";

/** Sentences on one span, the most telling first, as plain text: names in them are the log's. Empty for most spans. */
export function stateNotes(model: Counted, spanIndex: number, locale: string): readonly string[] {
  const { tracked, others } = stateOf(model, spanIndex);
  return [
    ...verdictNotes(model, spanIndex, locale),
    ...(tracked === undefined ? [] : [entriesText(tracked, locale)]),
    ...(others.length === 0 ? [] : [countsText(others, locale)]),
  ];
}

/** The sentences that conclude something, without the counts behind them. */
export function verdictNotes(model: Counted, spanIndex: number, locale: string): readonly string[] {
  return [...freeNotes(model, spanIndex, locale), ...trackedNotes(model, spanIndex, locale)];
}

/** First what there was to free, and only then what the platform adds. */
function freeNotes(model: Counted, spanIndex: number, locale: string): readonly string[] {
  const free = vainFree(model, spanIndex);
  if (free === undefined) {
    return [];
  }
  const { tracked, phase } = free;
  return [
    tracked === undefined ? t("state.unknownToFree") : freeableText(tracked, phase, locale),
    t("state.platform"),
  ];
}

function freeableText(
  { bytes }: TrackedState,
  phase: NonNullable<ReturnType<typeof vainFree>>["phase"],
  locale: string,
): string {
  const ratio = shareOf(bytes, phase?.growthBytes);
  return ratio === undefined || ratio.value >= SMALL_SHARE
    ? t("state.somethingToFree", { bytes: formatAmount(bytes, locale) })
    : t("state.nothingToFree", { ...figuresOf(bytes, ratio, locale), phase: phaseText(phase?.name) });
}

function trackedNotes(model: Counted, spanIndex: number, locale: string): readonly string[] {
  const { tracked } = stateOf(model, spanIndex);
  if (tracked === undefined) {
    return [];
  }
  const { bytes } = tracked;
  const span = model.spans[spanIndex];
  const ratio = shareOf(bytes, span?.absurd === true ? undefined : span?.deltaBytes);
  if (ratio === undefined) {
    return [t("state.alone", { bytes: formatAmount(bytes, locale) })];
  }
  const figures = figuresOf(bytes, ratio, locale);
  return [ratio.value < SMALL_SHARE ? t("state.small", figures) : t("state.large", figures)];
}

interface Ratio {
  readonly value: number;
  readonly growthBytes: number;
}

/** Undefined where the growth is unknown, or none that state could be a part of. */
function shareOf(bytes: number, growthBytes: number | undefined): Ratio | undefined {
  return growthBytes === undefined || !(growthBytes >= MEBIBYTE)
    ? undefined
    : { value: bytes / growthBytes, growthBytes };
}

function figuresOf(
  bytes: number,
  { value, growthBytes }: Ratio,
  locale: string,
): Record<"bytes" | "growth" | "share", string> {
  return {
    bytes: formatAmount(bytes, locale),
    growth: formatCount(Math.trunc(growthBytes / MEBIBYTE), locale),
    share: formatShare(value, locale),
  };
}

function entriesText({ entries }: TrackedState, locale: string): string {
  return t("state.entries", { entries: formatCount(entries, locale), size: ENTRY_BYTES });
}

function countsText(counts: SpanState["others"], locale: string): string {
  const listed = counts.map(({ key, value }) => t("state.count", { key, value: formatCount(value, locale) }));
  return t("state.counts", { counts: listed.join(", ") });
}
