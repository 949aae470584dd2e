// Every text that a person reads, by key. Other languages come in here and nowhere else.
import { baselineTexts } from "./texts/baseline.ts";
import { budgetTexts } from "./texts/budget.ts";
import { buildTexts } from "./texts/builds.ts";
import { chartTexts } from "./texts/chart.ts";
import { cliTexts } from "./texts/cli.ts";
import { compareTexts } from "./texts/compare.ts";
import { diffTexts } from "./texts/diff.ts";
import { driftTexts } from "./texts/drift.ts";
import { editorTexts } from "./texts/editor.ts";
import { handoffTexts } from "./texts/handoff.ts";
import { hoverTexts } from "./texts/hover.ts";
import { launchTexts } from "./texts/launch.ts";
import { ledgerTexts } from "./texts/ledger.ts";
import { logFileTexts } from "./texts/logFile.ts";
import { ownProblemTexts } from "./texts/ownProblems.ts";
import { problemTexts } from "./texts/problems.ts";
import { projectTexts } from "./texts/project.ts";
import { reportTexts } from "./texts/report.ts";
import { runTexts } from "./texts/run.ts";
import { storeTexts } from "./texts/store.ts";
import { tableProblemTexts } from "./texts/tableProblems.ts";
import { treeTexts } from "./texts/tree.ts";
import { workspaceTexts } from "./texts/workspace.ts";

const ENGLISH = {
  ...baselineTexts,
  ...budgetTexts,
  ...buildTexts,
  ...chartTexts,
  ...cliTexts,
  ...compareTexts,
  ...diffTexts,
  ...driftTexts,
  ...editorTexts,
  ...handoffTexts,
  ...hoverTexts,
  ...launchTexts,
  ...ledgerTexts,
  ...logFileTexts,
  ...ownProblemTexts,
  ...problemTexts,
  ...projectTexts,
  ...reportTexts,
  ...runTexts,
  ...storeTexts,
  ...tableProblemTexts,
  ...treeTexts,
  ...workspaceTexts,
} as const;

type English = typeof ENGLISH;
export type TextKey = keyof English;

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Arguments<K extends TextKey> = [Placeholders<English[K]>] extends [never]
  ? []
  : [args: Readonly<Record<Placeholders<English[K]>, string | number>>];

/** The text of `key` with its `{placeholders}` filled in; the compiler checks that all are given. */
export function t<K extends TextKey>(key: K, ...args: Arguments<K>): string {
  const values: Readonly<Record<string, string | number>> = args[0] ?? {};
  return ENGLISH[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
