// `quartz-rss check`: is a run within the budgets of the project?
import { realpath } from "node:fs/promises";
import { dirname } from "node:path";
import { t } from "#core/base/text";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import { type BudgetResult, evaluateBudgets, overallOf } from "#core/model/budgets";
import { modelRun } from "#core/model/runModel";
import { PROJECT_FILE_NAME } from "#core/project/project";
import { checkJson } from "#core/view/budgets/budgetJson";
import { targetText, verdictText } from "#core/view/budgets/budgetText";
import { tightenBudgets } from "#core/view/budgets/tighten";
import { writeWhole } from "../node/writeWhole.ts";
import { type ConfigFile, findConfig, kindNamesOf, readConfig } from "./configFile.ts";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, inputName, readInput, type Streams } from "./io.ts";

export interface CheckOptions {
  readonly log: string;
  /** Found above the log and the working directory where it is not named. */
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly format: "text" | "json";
  /** Writes measured figures into the project file as its limits. */
  readonly tighten: boolean;
}

const EXIT_EXCEEDED = 1;

/** 0 within, 1 exceeded, 2 something could not be checked. */
export async function check(options: CheckOptions, streams: Streams): Promise<number> {
  const config = await configOf(options, streams);
  const run = await lastRun(options.log, "measured", streams);
  const base = options.baseline === undefined ? undefined : await lastRun(options.baseline, "any", streams);
  if (config === undefined || run === undefined || (options.baseline !== undefined && base === undefined)) {
    return EXIT_UNUSABLE;
  }
  const kindNames = await kindNamesOf(config, streams);
  const results = evaluateBudgets(config.project.budgets, {
    model: modelRun(run, kindNames),
    base: base && modelRun(base, kindNames),
    kindNames,
  });
  const checked = {
    ...{ log: inputName(options.log), run: run.index, config: config.path },
    baseline: options.baseline === undefined ? null : inputName(options.baseline),
  };
  await streams.out(
    options.format === "json"
      ? `${JSON.stringify([checkJson(checked, results)], null, 2)}\n`
      : results.map(lineOf).join(""),
  );
  if (results.length === 0) {
    streams.err(t("budget.none", { file: config.path }));
  }
  const isTight = !options.tighten || (await tighten(config, results, streams));
  const overall = overallOf(results);
  if (overall === "exceeded") {
    return EXIT_EXCEEDED;
  }
  // A budget that could not be read was not checked.
  return overall === "within" && config.problems.length === 0 && isTight ? EXIT_OK : EXIT_UNUSABLE;
}

function lineOf(result: BudgetResult): string {
  const verdict = t(`budget.verdict.${result.verdict}`).padEnd("UNUSABLE".length);
  const text = verdictText(result);
  return `${t("budget.line", { verdict, target: targetText(result.budget.target), text })}\n`;
}

async function configOf({ config, log }: CheckOptions, streams: Streams): Promise<ConfigFile | undefined> {
  const folders = [...(log === "-" ? [] : [dirname(log)]), process.cwd()];
  const path = config ?? (await findConfig(folders));
  if (path === undefined) {
    streams.err(t("budget.noConfig", { file: PROJECT_FILE_NAME }));
    return undefined;
  }
  try {
    return await readConfig(path, streams);
  } catch (error) {
    streams.err(t("cli.unreadable", { file: path, cause: causeOf(error) }));
    return undefined;
  }
}

/** The last measured run; for a baseline the last expectation, where the log has no other. */
async function lastRun(file: string, wanted: "measured" | "any", streams: Streams): Promise<Run | undefined> {
  const name = inputName(file);
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes), "folded");
  let last: Run | undefined;
  const take = (runs: readonly Run[]): void => {
    for (const run of runs) {
      last = run.kind === "measured" || last?.kind !== "measured" ? run : last;
    }
  };
  try {
    for await (const chunk of readInput(file, streams)) {
      reader.push(chunk);
      take(reader.takeRuns());
    }
  } catch (error) {
    streams.err(t("cli.unreadable", { file: name, cause: causeOf(error) }));
    return undefined;
  }
  const { runs, tally } = reader.end();
  take(runs);
  if (last === undefined) {
    streams.err(t("cli.noMemoryLines", { file: name, lines: tally.lines }));
  } else if (wanted === "measured" && last.kind !== "measured") {
    streams.err(t("budget.noMeasuredRun", { file: name }));
    return undefined;
  }
  return last;
}

async function tighten(
  { path, text }: ConfigFile,
  results: readonly BudgetResult[],
  streams: Streams,
): Promise<boolean> {
  const { text: tightened, count } = tightenBudgets(text, results);
  if (count === 0) {
    streams.err(t("budget.nothingToTighten", { file: path }));
    return true;
  }
  try {
    // A link stays one: its target is written.
    const target = await realpath(path);
    await writeWhole(target, new TextEncoder().encode(tightened), dirname(target));
    streams.err(t("budget.tightened", { file: path, count }));
    return true;
  } catch (error) {
    streams.err(t("cli.unwritable", { file: path, cause: causeOf(error) }));
    return false;
  }
}
