// A log as an open document: its text, read. Words that a test points at stand between ⟨ and ⟩.
import type { MemoryLog } from "#core/log/record";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import type { HoverSource } from "#core/view/log/hoverSource";
import type { LogLines } from "#core/view/log/logFolds";
import { type LogSources, logSources } from "#core/view/log/logSources";
import { readLogBytes } from "../../../support/logs.ts";
import { indexOf } from "../../../support/sources.ts";

export interface LogPage {
  readonly log: MemoryLog;
  readonly lines: LogLines;
}

export function pageOf(text: string): LogPage {
  const lines = text.split("\n");
  return {
    log: readLogBytes(new TextEncoder().encode(text)),
    lines: { count: lines.length, at: (line) => lines[line] ?? "" },
  };
}

export function sourcesOf(files: Readonly<Record<string, string>>): LogSources {
  return logSources(indexOf(files), () => nodeKindNames([]));
}

export function hoverSource({ log, lines }: LogPage, sources: LogSources): HoverSource {
  return { log, lines, sources, model: (run) => modelRun(run, nodeKindNames([])), locale: "en" };
}

/** A compiler small enough to be read at a glance. */
export const SOURCES = {
  "q/main.qz": "def main()\n  compile()\nend\n\ndef compile()\nend\n",
  "q/walk.qz":
    "def tc_expr(node: Int)\n  kind = ast_get_kind(node)\n  if kind == NODE_CALL\n    return handlers::tc_expr_call(node)\n  end\nend\n",
  "q/handlers.qz": "def tc_expr_call(node: Int)\n  return node\nend\n",
  "q/a/twice.qz": "def same()\nend\n",
  "q/b/twice.qz": "def same()\nend\n",
} as const;
