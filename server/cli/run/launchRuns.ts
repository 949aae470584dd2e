// The runs of one command, one after the other, and what came of them.
import { join, relative } from "node:path";
import { t } from "#core/base/text";
import { formatReading, formatSeconds } from "#core/base/units";
import type { Build } from "#core/project/project";
import type { RunFile } from "#core/store/runFile";
import type { Tell } from "../../node/run/launchEvent.ts";
import type { LaunchSession } from "../../node/run/launchSession.ts";
import { patchTree } from "../../node/run/patchTree.ts";
import { runBuild } from "../../node/run/runBuild.ts";
import { EXIT_FAILED, EXIT_OK, EXIT_UNUSABLE, type Streams } from "../io.ts";
import { groupTable } from "./groupTable.ts";
import { planRuns } from "./plan.ts";
import { jsonProgress, lastLines, textProgress } from "./progress.ts";
import type { RunOptions } from "./runOptions.ts";

export interface Surroundings {
  readonly workspace: string;
  readonly options: RunOptions;
  readonly launch: LaunchSession;
  readonly streams: Streams;
  readonly stop: AbortSignal;
}

/** A run that is over. */
export interface Outcome {
  readonly run: RunFile;
  /** The run's folder. */
  readonly folder: string;
  readonly hasReadings: boolean;
}

/** @returns the exit code @throws when a copy or a run folder cannot be made */
export async function launchRuns(build: Build, around: Surroundings): Promise<number> {
  const { options, streams, stop } = around;
  const plan = planRuns(build, options.compilers, options.repeat);
  const tree = await treeOf(build, plan.length, around);
  if (tree === undefined) {
    return EXIT_FAILED;
  }
  const outcomes: Outcome[] = [];
  const failed = new Set<string | null>();
  for (const [index, planned] of plan.entries()) {
    if (stop.aborted) {
      break;
    }
    if (failed.has(planned.variant)) {
      continue;
    }
    const isGroup = plan.length > 1 || planned.variant !== null;
    const group = isGroup
      ? { id: around.launch.mark, index, of: plan.length, variant: planned.variant }
      : null;
    const outcome = await launchOne({ ...planned, tree, group }, around);
    outcomes.push(outcome);
    if (outcome.run.status === "cancelled" || (outcome.run.status !== "finished" && !planned.variant)) {
      break;
    }
    if (outcome.run.status !== "finished") {
      failed.add(planned.variant);
    }
  }
  if (plan.length > 1) {
    await streams.out(await groupTable(outcomes));
  }
  return codeOf(outcomes);
}

/** The workspace itself, or a copy that stays as it is through several runs; undefined where its patch does not apply. */
async function treeOf(
  build: Build,
  runs: number,
  { workspace, options, launch, streams }: Surroundings,
): Promise<string | undefined> {
  if (build.patch === undefined && runs === 1 && options.compilers.length === 0) {
    return workspace;
  }
  const copy = await launch.copyTree();
  if (build.patch !== undefined) {
    const cause = await patchTree(workspace, copy, join(workspace, build.patch));
    if (cause !== undefined) {
      streams.err(t("run.patch", { file: build.patch, cause }));
      return undefined;
    }
  }
  return copy;
}

interface One {
  readonly build: Build;
  readonly tree: string;
  readonly group: RunFile["group"];
}

async function launchOne({ build, tree, group }: One, around: Surroundings): Promise<Outcome> {
  const { workspace, options, launch, streams, stop } = around;
  const { label, note, hypothesis } = options;
  const known = { label, note, hypothesis, group };
  let folder = "";
  let hasReadings = false;
  let errors: string | undefined;
  const show = options.progress === "json" ? jsonProgress(streams) : textProgress(streams);
  const tell: Tell = (event) => {
    show(event);
    if (event.type === "run") {
      folder = event.folder;
    } else if (event.type === "end") {
      hasReadings = event.hasReadings;
    } else if (event.type === "failedStep") {
      errors = event.errors;
    }
  };
  const run = await runBuild({ build, workspace, tree, known, mark: launch.mark }, tell, stop);
  const outcome = { run, folder, hasReadings };
  if (errors !== undefined) {
    streams.err(t("run.failed", { status: run.status, reason: run.exit?.reason ?? "" }));
    streams.err(t("run.lastLines", { file: relative(workspace, errors), lines: await lastLines(errors) }));
  }
  if (!hasReadings && run.status === "finished") {
    streams.err(t("run.noReadings", { id: run.id }));
  }
  await streams.out(`${outcomeText(outcome, workspace)}\n`);
  return outcome;
}

function outcomeText({ run, folder }: Outcome, workspace: string): string {
  const { peakBytes, peakFrom, wallMs } = run;
  const parts = [
    run.id,
    run.status,
    peakBytes === null ? undefined : t("run.peak", { peak: formatReading(peakBytes), from: peakFrom ?? "" }),
    wallMs === null ? undefined : formatSeconds(wallMs),
    run.group?.variant ?? undefined,
    relative(workspace, folder),
  ];
  return parts.filter((part) => part !== undefined).join("  ");
}

function codeOf(outcomes: readonly Outcome[]): number {
  if (outcomes.length === 0 || outcomes.some(({ run }) => run.status !== "finished")) {
    return EXIT_FAILED;
  }
  return outcomes.every(({ hasReadings }) => hasReadings) ? EXIT_OK : EXIT_UNUSABLE;
}
