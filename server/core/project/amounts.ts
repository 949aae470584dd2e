// Sizes, times and shares as people write them: `8 GB`, `20 min`, `+5 %`. A MB is 1,048,576 bytes, as in logs.
import type { Amount } from "./project.ts";

const BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
};
const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** What is written in the place of the units above. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  ...{ k: "KB", m: "MB", g: "GB", t: "TB" },
  ...{ kb: "KB", mb: "MB", gb: "GB", tb: "TB", b: "B", byte: "B", bytes: "B" },
  ...{ kib: "KB", mib: "MB", gib: "GB", tib: "TB" },
  ...{ sec: "s", secs: "s", second: "s", seconds: "s", millisecond: "ms", milliseconds: "ms" },
  ...{ mins: "min", minute: "min", minutes: "min", hr: "h", hour: "h", hours: "h" },
  ...{ percent: "%", pct: "%" },
};

/** A number without a unit that is below this may be one of GB. */
const MOSTLY_GIGABYTES = 100;

const FIGURE = /^\s*([+-]?)(\d{1,15}(?:\.\d{1,6})?)\s*(\p{L}*|%)\s*$/u;

interface Figure {
  readonly sign: string;
  readonly digits: string;
  readonly unit: string;
}

/** Bytes of an unsigned size; undefined for what is none. */
export function parseSize(text: string): number | undefined {
  return scaled(text, BYTES);
}

/** Milliseconds of a time; undefined for what is none. */
export function parseTime(text: string): number | undefined {
  return scaled(text, MILLISECONDS);
}

/** A size or a share, with or without a sign; undefined for what is neither. */
export function parseAmount(text: string): Amount | undefined {
  const figure = figureOf(text);
  const factor = figure === undefined ? undefined : figure.unit === "%" ? 0.01 : own(BYTES, figure.unit);
  if (figure === undefined || factor === undefined) {
    return undefined;
  }
  const value = (figure.sign === "-" ? -1 : 1) * Number(figure.digits) * factor;
  return Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? undefined
    : {
        unit: figure.unit === "%" ? "share" : "bytes",
        value: figure.unit === "%" ? value : Math.round(value),
      };
}

/** What may be meant by a size that is none: `8 gib` → `8 GB`; without a unit, what a compiler is likely to take. */
export function suggestSize(text: string): string | undefined {
  return suggested(text, BYTES, (digits) => (Number(digits) < MOSTLY_GIGABYTES ? "GB" : "MB"));
}

/** What may be meant by a time that is none: `20 minutes` → `20 min`. */
export function suggestTime(text: string): string | undefined {
  return suggested(text, MILLISECONDS, () => "s");
}

/** What may be meant by a share or a size that is none: `5` → `+5 %`. */
export function suggestAmount(text: string, sign: "+" | ""): string | undefined {
  const near = suggested(text, { ...BYTES, "%": 1 }, () => "%");
  return near === undefined ? undefined : `${sign}${near}`;
}

function scaled(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const figure = figureOf(text);
  const factor = figure === undefined ? undefined : own(units, figure.unit);
  if (figure === undefined || factor === undefined || figure.sign !== "") {
    return undefined;
  }
  const value = Math.round(Number(figure.digits) * factor);
  return Number.isSafeInteger(value) ? value : undefined;
}

function suggested(
  text: string,
  units: Readonly<Record<string, number>>,
  usual: (digits: string) => string,
): string | undefined {
  const figure = figureOf(text.replace(/(?<=\d),(?=\d{3})/g, ""));
  const written = figure?.unit ?? "";
  const unit =
    written === ""
      ? usual(figure?.digits ?? "")
      : (own(units, written) && written) || own(OTHER_SPELLINGS, written.toLowerCase());
  return figure !== undefined && unit !== undefined && own(units, unit) !== undefined
    ? `${figure.digits} ${unit}`
    : undefined;
}

function figureOf(text: string): Figure | undefined {
  const [, sign = "", digits = "", unit = ""] = FIGURE.exec(text) ?? [];
  return digits === "" ? undefined : { sign, digits, unit };
}

/** Names that every object has, such as `constructor`, are no units. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
