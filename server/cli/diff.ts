// `quartz-rss diff`: what became of each figure from one run to another.
import { t } from "#core/base/text";
import { diffRuns } from "#core/model/compare/diffRuns";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { diffJson } from "#core/view/diffJson";
import { diffText } from "#core/view/diffText";
import { jsonText } from "#core/view/jsonText";
import { EXIT_OK, EXIT_UNUSABLE, type Streams } from "./io.ts";
import { readRun } from "./runInput.ts";

export interface DiffOptions {
  readonly base: string;
  readonly run: string;
  /** Numbers of the runs in their logs, from 1. */
  readonly baseNumber: number | undefined;
  readonly runNumber: number | undefined;
  readonly format: "text" | "json";
  readonly top: number;
}

/** Nothing is printed when one of the two cannot be used. */
export async function diff(options: DiffOptions, streams: Streams): Promise<number> {
  if (options.base === "-" && options.run === "-") {
    streams.err(t("cli.twoInputs"));
    return EXIT_UNUSABLE;
  }
  const base = await readRun(options.base, options.baseNumber, streams);
  const run = await readRun(options.run, options.runNumber, streams);
  if (base === undefined || run === undefined) {
    return EXIT_UNUSABLE;
  }
  const names = nodeKindNames([]);
  const found = diffRuns(modelRun(base.run, names), modelRun(run.run, names), {
    base: base.facts,
    run: run.facts,
  });
  const logs = { base: base.log, run: run.log };
  if (options.format === "text") {
    await streams.out(`${diffText(found, logs, options.top).join("\n")}\n`);
    return EXIT_OK;
  }
  await streams.out("[\n");
  for (const piece of jsonText(diffJson(found, logs))) {
    await streams.out(piece);
  }
  await streams.out("\n]\n");
  return EXIT_OK;
}
