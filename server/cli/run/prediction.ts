// `phase:typecheck -400 MB`: what somebody expects before a run.
import { t } from "#core/base/text";
import { MEBIBYTE } from "#core/base/units";
import type { Hypothesis } from "#core/store/runFile";
import { UsageError } from "../usage.ts";

const SHAPE = /^(peak|(?:phase|function|kind):\S+)\s+([-+\u2212])\s*(\d+(?:\.\d+)?)\s*(KB|MB|GB)$/;
const UNITS: Readonly<Record<string, number>> = { KB: 1024, MB: MEBIBYTE, GB: MEBIBYTE * 1024 };

/** @throws UsageError that says what is expected */
export function parsePrediction(written: string): Hypothesis {
  const text = written.trim();
  const [, metric, sign, amount, unit] = SHAPE.exec(text) ?? [];
  const bytes = Math.round(Number(amount) * (UNITS[unit ?? ""] ?? Number.NaN));
  if (metric === undefined || !Number.isSafeInteger(bytes)) {
    throw new UsageError(t("run.predict", { found: text }));
  }
  return { text, metric, predictedBytes: sign === "+" ? bytes : -bytes };
}
