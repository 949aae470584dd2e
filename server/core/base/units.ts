// The one place where bytes become text. The log's MB is 1,048,576 bytes.

/** Bytes in the MB that Quartz logs print. */
export const MEBIBYTE = 1_048_576;

/** What is printed of a figure that could not be counted exactly. */
const UNKNOWN = "?";

/** From what size on a unit is used: tenths of an MB read better than hundreds of KB beside whole MB. */
const STEPS = [
  { size: 1_073_741_824, from: 1_073_741_824, name: "GB" },
  { size: MEBIBYTE, from: MEBIBYTE / 10, name: "MB" },
  { size: 1024, from: 1024, name: "KB" },
] as const;

/** A delta as the log prints it: signed, ASCII, whole MB, no grouping, so that it can be grepped. `+5764 MB` */
export function formatDelta(bytes: number): string {
  if (Number.isNaN(bytes)) {
    return UNKNOWN;
  }
  return `${bytes < 0 ? "-" : "+"}${Math.floor(Math.abs(bytes) / MEBIBYTE)} MB`;
}

/** An absolute reading or a peak as the log prints it: unsigned whole MB. `5776 MB` */
export function formatReading(bytes: number): string {
  return `${Math.floor(bytes / MEBIBYTE)} MB`;
}

/** A difference that we computed from logged figures: signed, whole MB, grouped for the reader. `+4,451 MB` */
export function formatDifference(bytes: number, locale = "en"): string {
  const whole = Math.trunc(bytes / MEBIBYTE);
  const english = whole >= 0 ? inEnglish(Math.abs(whole), locale) : undefined;
  const text =
    english === undefined
      ? new Intl.NumberFormat(locale, { signDisplay: "always" }).format(whole)
      : `+${english}`;
  return `${text} MB`;
}

/** A rate or average in bytes, two significant digits, in the unit that suits it. `87 KB`, `0.29 MB` */
export function formatAmount(bytes: number, locale = "en"): string {
  if (Number.isNaN(bytes)) {
    return UNKNOWN;
  }
  const size = Math.abs(bytes);
  const step = STEPS.find((candidate) => size >= candidate.from);
  if (step === undefined) {
    return `${significant(bytes, 2, locale)} B`;
  }
  return `${significant(bytes / step.size, 2, locale)} ${step.name}`;
}

/** A share of a whole, three significant digits. 0.0252 → `2.52 %` */
export function formatShare(ratio: number, locale = "en"): string {
  return `${significant(ratio * 100, 3, locale)} %`;
}

/**
 * A computed difference from a figure that stands before it, in MB as that one: which way it went, how much, and how
 * much of what it was. `▼ 4,664 (−86 %)`
 * @param ratio difference / what it was; undefined where that is nothing
 */
export function formatChange(bytes: number, ratio: number | undefined, locale = "en"): string {
  const whole = Math.trunc(bytes / MEBIBYTE);
  const share = ratio === undefined || whole === 0 ? "" : ` (${formatSignedShare(ratio, locale)})`;
  const arrow = whole === 0 ? "=" : whole < 0 ? "▼" : "▲";
  return `${arrow} ${formatCount(Math.abs(whole), locale)}${share}`;
}

/** A relative change, two significant digits, always signed. −0.8635 → `−86 %` */
export function formatSignedShare(ratio: number, locale = "en"): string {
  return `${ratio < 0 ? "−" : "+"}${significant(Math.abs(ratio) * 100, 2, locale)} %`;
}

/** A count, grouped for the reader; NaN is a count that nobody gave. `69,186`, `?` */
export function formatCount(count: number, locale = "en"): string {
  return Number.isNaN(count)
    ? UNKNOWN
    : (inEnglish(count, locale) ?? new Intl.NumberFormat(locale).format(count));
}

/** A cumulative or single duration given in ms, in seconds. 9871 → `9.87 s` */
export function formatSeconds(ms: number, locale = "en"): string {
  if (Number.isNaN(ms)) {
    return UNKNOWN;
  }
  return `${significant(ms / 1000, 3, locale)} s`;
}

/** How long something of ours took, given in ms: three digits, two below 10 ms. `812 ms`, `3.1 ms` */
export function formatMilliseconds(ms: number, locale = "en"): string {
  return `${significant(ms, ms < 10 ? 2 : 3, locale)} ms`;
}

/** A plain ratio, two significant digits, with a multiplication sign. 5.56 → `5.6×` */
export function formatRatio(ratio: number, locale = "en"): string {
  return `${significant(ratio, 2, locale)}×`;
}

function significant(value: number, digits: number, locale: string): string {
  return (
    inEnglish(Number(value.toPrecision(digits)), locale) ??
    new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value)
  );
}

/** What `Intl` prints in English, where that is simple: making a formatter takes far longer than printing a report's line. */
function inEnglish(value: number, locale: string): string | undefined {
  const text = String(value);
  if (locale !== "en" || !/^-?\d+(?:\.\d+)?$/.test(text) || Object.is(value, -0)) {
    return undefined;
  }
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
