// How a launch goes on, for people and for programs. On standard error: answers go to standard output.
import { readFile } from "node:fs/promises";
import { t } from "#core/base/text";
import { formatReading, formatSeconds } from "#core/base/units";
import type { LaunchEvent, Tell } from "../../node/run/launchEvent.ts";
import type { Streams } from "../io.ts";

const LAST_LINES = 12;
/** Of a file of errors: more is not looked at. */
const LAST_CHARACTERS = 4000;

/** One JSON object a line. */
export function jsonProgress({ err }: Streams): Tell {
  return (event) => err(JSON.stringify(event));
}

/** A line for each step and phase; on a terminal one line that follows memory and time. */
export function textProgress({ err }: Streams): Tell {
  const screen = process.stderr.isTTY ? process.stderr : undefined;
  let phase: string | null = null;
  return (event) => {
    if (event.type !== "progress") {
      phase = null;
      const text = textOf(event);
      screen?.write(CLEAR_LINE);
      if (text !== undefined) {
        err(text);
      }
      return;
    }
    if (screen !== undefined) {
      screen.write(`${CLEAR_LINE}${progressText(event)}`);
    } else if (event.phase !== phase) {
      phase = event.phase;
      err(progressText(event));
    }
  };
}

const CLEAR_LINE = "\r\u001b[K";

function progressText(event: Extract<LaunchEvent, { type: "progress" }>): string {
  return t("run.now", {
    phase: event.phase ?? t("run.noPhase"),
    rss: formatReading(event.rssBytes),
    elapsed: formatSeconds(event.elapsedMs),
  });
}

/** Undefined for what is told when all is over. */
function textOf(event: Exclude<LaunchEvent, { type: "progress" }>): string | undefined {
  if (event.type === "run") {
    return t("run.begins", { id: event.id });
  }
  if (event.type !== "step") {
    return undefined;
  }
  const step = { number: event.index + 1, of: event.of, command: event.command.join(" ") };
  return event.role === "measure" ? t("run.measureStep", step) : t("run.buildStep", step);
}

/** The last lines that a step said; its control characters are not for this terminal. */
export async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.slice(-LAST_CHARACTERS).trimEnd().split(/\r?\n/).slice(-LAST_LINES);
  return lines.map((line) => `  ${line.replace(/\p{Cc}/gu, "")}`).join("\n");
}
