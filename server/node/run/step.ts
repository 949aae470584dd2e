// One step of a build: a program that is started without a shell, watched, and ended with all that it started.
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { t } from "#core/base/text";
import { pressureNow } from "../facts/pressure.ts";
import { MARKER } from "../process/processRow.ts";
import { ProcessTree } from "../process/processTree.ts";
import { type Limits, limitReached } from "./limits.ts";

const LOOK_EVERY_MS = 100;

export interface StepStart {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** Where its output goes, as open files: nothing of it passes through this process. */
  readonly stdout: number | "ignore";
  readonly stderr: number;
  /** Marks its processes. */
  readonly mark: string;
}

/** What is known of a step while it runs. */
export interface StepLook {
  readonly elapsedMs: number;
  readonly treeBytes: number;
}

export interface StepEnd {
  readonly outcome: "ended" | "limit" | "cancelled" | "unstartable";
  readonly code: number | null;
  readonly signal: string | null;
  /** For people; null after a good end. */
  readonly reason: string | null;
  readonly wallMs: number;
  /** The most that one of its processes held, as far as it was looked at. */
  readonly peakBytes: number;
}

interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly failure: string | undefined;
}

/**
 * @param look told of each look; gives the compiler's own last reading
 * @param stop ends the step when it is aborted
 */
export async function runStep(
  start: StepStart,
  look: (seen: StepLook) => Promise<number | undefined>,
  stop: AbortSignal,
): Promise<StepEnd> {
  const tree = new ProcessTree(start.mark);
  const began = performance.now();
  const child = startChild(start);
  let ended: ChildEnd | undefined;
  const end = endOf(child).then((how) => {
    // From now on its id may be another's.
    tree.setRoot(undefined);
    ended = how;
  });
  tree.setRoot(child.pid);
  let why: Pick<StepEnd, "outcome" | "reason"> | undefined;
  let peakBytes = 0;
  let isEndless = false;
  while (ended === undefined && !isEndless) {
    const memory = await tree.memory();
    peakBytes = Math.max(peakBytes, memory.largestPeakBytes);
    const seen = { elapsedMs: performance.now() - began, treeBytes: memory.treeBytes };
    const readingBytes = await look(seen);
    const { limits } = start;
    const free = limits.rssLimitBytes === undefined ? null : await pressureNow();
    why ??= stop.aborted
      ? { outcome: "cancelled", reason: t("launch.cancelled") }
      : overLimit(limitReached({ ...seen, readingBytes, freeBytes: free?.freeBytes ?? undefined }, limits));
    if (why !== undefined) {
      isEndless = !(await tree.end());
    }
    await Promise.race([end, isEndless ? undefined : pauseUnless(stop)]);
  }
  const wallMs = performance.now() - began;
  // What it left behind would disturb what comes next, and hold memory that nobody asked for.
  const isClean = !isEndless && (await tree.end());
  const { code, signal, failure } = ended ?? { code: null, signal: null, failure: t("launch.livesOn") };
  const program = start.command[0] ?? "";
  const { outcome, reason } = why ?? judge(program, { code, signal, failure });
  return {
    ...{ outcome, code, signal, wallMs, peakBytes },
    reason: isClean ? reason : [reason, t("launch.livesOn")].filter((text) => text !== null).join("; "),
  };
}

function startChild({ command, cwd, env, stdout, stderr, mark }: StepStart): ChildProcess {
  const [program = "", ...args] = command;
  // An editor starts us as its own program with this variable; its programs must not become Node for it.
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  return spawn(program, args, {
    ...{ cwd, shell: false, detached: true, stdio: ["ignore", stdout, stderr] },
    env: { ...inherited, ...env, [MARKER]: mark },
  });
}

function endOf(child: ChildProcess): Promise<ChildEnd> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, signal: null, failure: error.message }));
    child.once("exit", (code, signal) => resolve({ code, signal, failure: undefined }));
  });
}

function overLimit(reason: string | undefined): Pick<StepEnd, "outcome" | "reason"> | undefined {
  return reason === undefined ? undefined : { outcome: "limit", reason };
}

function judge(program: string, { code, signal, failure }: ChildEnd): Pick<StepEnd, "outcome" | "reason"> {
  if (failure !== undefined) {
    return { outcome: "unstartable", reason: t("launch.unstartable", { program, cause: failure }) };
  }
  if (signal !== null) {
    return { outcome: "ended", reason: t("launch.signal", { program, signal }) };
  }
  return {
    outcome: "ended",
    reason: code === 0 ? null : t("launch.exitCode", { program, code: code ?? "?" }),
  };
}

/** Until the next look, or until somebody wants it all to stop. */
function pauseUnless(stop: AbortSignal): Promise<void> {
  return stop.aborted
    ? pause(LOOK_EVERY_MS)
    : pause(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
}
