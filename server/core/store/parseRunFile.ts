// The text of `run.json` → a run. Nothing in it is trusted; what a later version adds to a version is passed over.
import { t } from "../base/text.ts";
import { FieldError, Fields } from "./fields.ts";
import {
  type CompilerFacts,
  type Hypothesis,
  PEAK_ORIGINS,
  type PlatformFacts,
  type Pressure,
  RUN_FILE_VERSION,
  RUN_LOG_NAME,
  RUN_ORIGINS,
  RUN_STATUSES,
  type RunExit,
  type RunFile,
  type RunGroup,
  type RunWriter,
  type SubjectFacts,
} from "./runFile.ts";
import { isRunId } from "./runId.ts";

/** Why a text is no run. `newer`: it is one of a later version, and must not be written over. */
export interface RunFileProblem {
  readonly kind: "broken" | "newer";
  /** What is wrong and what to do, in English. */
  readonly message: string;
}

export type ParsedRunFile =
  | { readonly run: RunFile; readonly problem?: undefined }
  | { readonly run?: undefined; readonly problem: RunFileProblem };

/** Never throws. */
export function parseRunFile(text: string): ParsedRunFile {
  try {
    const fields = new Fields(JSON.parse(text));
    const version = fields.needInteger("version", 1);
    return version > RUN_FILE_VERSION
      ? { problem: { kind: "newer", message: t("store.newer", { version }) } }
      : { run: runOf(fields) };
  } catch (error) {
    if (error instanceof FieldError || error instanceof SyntaxError) {
      return { problem: { kind: "broken", message: error.message } };
    }
    throw error;
  }
}

function runOf(fields: Fields): RunFile {
  const id = fields.needText("id");
  if (!isRunId(id)) {
    throw new FieldError(t("store.notId", { value: JSON.stringify(id).slice(0, 80) }));
  }
  fields.oneOf("log", [RUN_LOG_NAME]);
  const pressure = fields.object("pressure", (inner) => ({
    before: inner.object("before", pressureOf),
    after: inner.object("after", pressureOf),
  }));
  return {
    ...{ version: RUN_FILE_VERSION, id, label: fields.text("label"), note: fields.text("note") },
    origin: fields.needOneOf("origin", RUN_ORIGINS),
    status: fields.needOneOf("status", RUN_STATUSES),
    writer: fields.object("writer", writerOf),
    startedAt: fields.moment("startedAt"),
    endedAt: fields.moment("endedAt"),
    build: fields.text("build"),
    command: fields.texts("command"),
    cwd: fields.text("cwd"),
    flags: fields.texts("flags"),
    log: RUN_LOG_NAME,
    compiler: fields.object("compiler", compilerOf),
    subject: fields.object("subject", subjectOf),
    platform: fields.object("platform", platformOf),
    allocator: fields.text("allocator"),
    pressure: pressure ?? { before: null, after: null },
    wallMs: fields.duration("wallMs"),
    peakBytes: fields.integer("peakBytes"),
    peakFrom: fields.oneOf("peakFrom", PEAK_ORIGINS),
    exit: fields.object("exit", exitOf),
    hypothesis: fields.object("hypothesis", hypothesisOf),
    group: fields.object("group", groupOf),
  };
}

function writerOf(fields: Fields): RunWriter {
  return { pid: fields.needInteger("pid", 1), started: fields.text("started") };
}

function compilerOf(fields: Fields): CompilerFacts {
  const path = fields.needText("path");
  return {
    path,
    sha256: fields.text("sha256"),
    version: fields.text("version"),
    commit: fields.text("commit"),
  };
}

function subjectOf(fields: Fields): SubjectFacts {
  return { commit: fields.text("commit"), dirtyHash: fields.text("dirtyHash") };
}

function platformOf(fields: Fields): PlatformFacts {
  return { os: fields.needText("os"), arch: fields.needText("arch"), release: fields.needText("release") };
}

function pressureOf(fields: Fields): Pressure {
  return {
    freeBytes: fields.integer("freeBytes"),
    swapUsedBytes: fields.integer("swapUsedBytes"),
    compressedBytes: fields.integer("compressedBytes"),
  };
}

function exitOf(fields: Fields): RunExit {
  const code = fields.integer("code", Number.MIN_SAFE_INTEGER);
  return { code, signal: fields.text("signal"), reason: fields.text("reason") };
}

function hypothesisOf(fields: Fields): Hypothesis {
  const predictedBytes = fields.needInteger("predictedBytes", Number.MIN_SAFE_INTEGER);
  return { text: fields.needText("text"), metric: fields.needText("metric"), predictedBytes };
}

function groupOf(fields: Fields): RunGroup {
  const index = fields.needInteger("index");
  return {
    id: fields.needText("id"),
    index,
    of: fields.needInteger("of", 1),
    variant: fields.text("variant"),
  };
}
