// The command line of `quartz-rss run`.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { t } from "#core/base/text";
import type { Hypothesis } from "#core/store/runFile";
import { UsageError } from "../usage.ts";
import { parsePrediction } from "./prediction.ts";

export interface RunOptions {
  /** Undefined: the only build there is. */
  readonly build: string | undefined;
  /** The workspace folder, where it is named. */
  readonly folder: string | undefined;
  /** Start even where the last peak is more than what is free. */
  readonly isAgreed: boolean;
  readonly repeat: number;
  /** Absolute paths; empty where the build's own command is used as it is. */
  readonly compilers: readonly string[];
  readonly label: string | null;
  readonly note: string | null;
  readonly hypothesis: Hypothesis | null;
  readonly progress: "text" | "json";
}

/** @throws UsageError, or the parser's TypeError, which say what is wrong */
export function runOptions(args: readonly string[]): RunOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      folder: { type: "string" },
      yes: { type: "boolean", short: "y", default: false },
      repeat: { type: "string", default: "1" },
      compiler: { type: "string", multiple: true, default: [] },
      label: { type: "string" },
      note: { type: "string" },
      predict: { type: "string" },
      progress: { type: "string", default: "text" },
    },
  });
  const [build, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError(t("run.oneBuild", { found: more.join(" ") }));
  }
  if (!/^[1-9]\d{0,2}$/.test(values.repeat)) {
    throw new UsageError(t("run.repeat", { found: values.repeat }));
  }
  const { progress } = values;
  if (progress !== "text" && progress !== "json") {
    throw new UsageError(t("run.progress", { found: progress }));
  }
  return {
    ...{ build, folder: values.folder, progress, isAgreed: values.yes, repeat: Number(values.repeat) },
    compilers: values.compiler.map((path) => resolve(path)),
    ...{ label: values.label ?? null, note: values.note ?? null },
    hypothesis: values.predict === undefined ? null : parsePrediction(values.predict),
  };
}
