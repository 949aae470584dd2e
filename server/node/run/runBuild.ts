// Runs a build's steps in order; what its measuring step says on standard error becomes a run.
import { type FileHandle, mkdir, open, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatSnapshot } from "#core/model/snapshotFile";
import type { Build, Step } from "#core/project/project";
import type { RunExit, RunFile, RunStatus } from "#core/store/runFile";
import { pressureNow } from "../facts/pressure.ts";
import { runFacts } from "../facts/runFacts.ts";
import { createRunFolder, type RunFolder } from "../store/runFolder.ts";
import { snapshotOfFolder } from "../store/sourceSnapshot.ts";
import type { Tell } from "./launchEvent.ts";
import { LogTail } from "./logTail.ts";
import { runStep, type StepEnd } from "./step.ts";

export interface Launch {
  readonly build: Build;
  /** The workspace folder, which keeps the run. */
  readonly workspace: string;
  /** The tree that is built: the workspace folder, or a copy of it. */
  readonly tree: string;
  /** Marks the processes. */
  readonly mark: string;
  /** What a person said of the run, and what it belongs to. */
  readonly known: Partial<Pick<RunFile, "label" | "note" | "hypothesis" | "group">>;
}

/** Files of a run folder that are open while it is written. */
interface Outputs {
  readonly log: FileHandle;
  readonly buildLog: FileHandle;
}

/**
 * @param stop ends the run when it is aborted
 * @throws when the run folder cannot be written
 */
export async function runBuild(launch: Launch, tell: Tell, stop: AbortSignal): Promise<RunFile> {
  const { build, tree, known } = launch;
  const command = build.steps.find(({ role }) => role === "measure")?.command ?? [];
  const folder = await createRunFolder(launch.workspace, {
    ...{ origin: "launch", build: build.name, command, cwd: tree, ...known },
    flags: command.slice(1).filter((argument) => argument !== build.file),
  });
  tell({ type: "run", id: folder.run.id, folder: folder.path });
  try {
    const outputs = {
      log: await folder.openLog(),
      buildLog: await open(join(folder.path, BUILD_LOG_NAME), "a"),
    };
    const tail = await LogTail.of(folder.logPath);
    const ended = await runSteps(launch, folder, outputs, tail, tell, stop).finally(() =>
      Promise.all([outputs.log.close(), outputs.buildLog.close()]),
    );
    const peaks = await tail.end();
    const run = await folder.finish(ended.status, {
      ...{ exit: ended.exit, wallMs: ended.wallMs, ...peakOf(peaks, ended.measuredBytes) },
    });
    tell({ type: "end", run, hasReadings: peaks.readingBytes !== undefined });
    return run;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await folder.finish("failed", { exit: { code: null, signal: null, reason } }).catch(() => undefined);
    throw error;
  }
}

/** Standard error of the steps that only build. */
export const BUILD_LOG_NAME = "build.log";

interface Ended {
  readonly status: Exclude<RunStatus, "running">;
  readonly exit: RunExit;
  /** Of the measuring step. */
  readonly wallMs: number | null;
  readonly measuredBytes: number;
}

async function runSteps(
  launch: Launch,
  folder: RunFolder,
  outputs: Outputs,
  tail: LogTail,
  tell: Tell,
  stop: AbortSignal,
): Promise<Ended> {
  const { build, tree } = launch;
  let ended: Ended = { ...NOT_MEASURED, status: "finished", exit: { code: 0, signal: null, reason: null } };
  for (const [index, step] of build.steps.entries()) {
    const isMeasured = step.role === "measure";
    if (isMeasured) {
      await keepSymbols(tree, build.file, folder.symbolsPath);
      const cwd = join(tree, step.cwd ?? ".");
      await folder.update(await runFacts(step.command, cwd, launch.workspace));
      await folder.update({ pressure: { before: await pressureNow(), after: null } });
    }
    tell({ type: "step", index, of: build.steps.length, role: step.role, command: step.command });
    const end = await start(launch, step, outputs, tail, tell, stop);
    if (isMeasured) {
      const { before } = folder.run.pressure;
      await folder.update({ pressure: { before, after: await pressureNow() } });
      ended = { ...ended, wallMs: end.wallMs, measuredBytes: Math.max(ended.measuredBytes, end.peakBytes) };
    }
    const status = statusOf(end);
    const exit = { code: end.code, signal: end.signal, reason: end.reason };
    ended = { ...ended, status, exit };
    if (status !== "finished") {
      const file = isMeasured ? folder.logPath : join(folder.path, BUILD_LOG_NAME);
      tell({ type: "failedStep", index, of: build.steps.length, role: step.role, errors: file });
      return ended;
    }
  }
  return ended;
}

/** What the code is like now: figures are about this, whatever becomes of it. */
async function keepSymbols(tree: string, root: string, path: string): Promise<void> {
  const snapshot = await snapshotOfFolder(tree, [root], "run");
  if (snapshot !== undefined) {
    await writeFile(path, `${JSON.stringify(formatSnapshot(snapshot))}\n`);
  }
}

const NOT_MEASURED = { wallMs: null, measuredBytes: 0 } as const;

async function start(
  { tree, mark }: Launch,
  step: Step,
  outputs: Outputs,
  tail: LogTail,
  tell: Tell,
  stop: AbortSignal,
): Promise<StepEnd> {
  const cwd = join(tree, step.cwd ?? ".");
  const { stdout = "discard", timeLimitMs, rssLimitBytes } = step;
  const output = stdout === "discard" ? undefined : await openOutput(join(tree, stdout.file));
  const { log, buildLog } = outputs;
  try {
    return await runStep(
      {
        ...{ command: step.command, cwd, env: step.env ?? {}, mark, limits: { timeLimitMs, rssLimitBytes } },
        stdout: output?.fd ?? "ignore",
        stderr: step.role === "measure" ? log.fd : buildLog.fd,
      },
      async ({ treeBytes, elapsedMs }) => {
        const reading = step.role === "measure" ? await tail.lastReading() : undefined;
        tell({ type: "progress", phase: reading?.name ?? null, rssBytes: treeBytes, elapsedMs });
        return reading?.rssBytes;
      },
      stop,
    );
  } finally {
    await output?.close();
  }
}

async function openOutput(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  return open(path, "w");
}

function statusOf({ outcome, code }: StepEnd): Exclude<RunStatus, "running"> {
  if (outcome === "limit" || outcome === "cancelled") {
    return outcome;
  }
  return outcome === "ended" && code === 0 ? "finished" : "failed";
}

/** What the compiler printed; else the most that we saw or that it read, whichever is more. */
function peakOf(
  { printedBytes, readingBytes }: Awaited<ReturnType<LogTail["end"]>>,
  measuredBytes: number,
): Pick<RunFile, "peakBytes" | "peakFrom"> {
  if (printedBytes !== undefined) {
    return { peakBytes: printedBytes, peakFrom: "printed" };
  }
  if (readingBytes !== undefined && readingBytes > measuredBytes) {
    return { peakBytes: readingBytes, peakFrom: "reading" };
  }
  return measuredBytes > 0
    ? { peakBytes: measuredBytes, peakFrom: "measured" }
    : { peakBytes: null, peakFrom: null };
}
