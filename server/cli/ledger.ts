// `quartz-rss ledger` and `quartz-rss trend`: what kept runs say together.
import { t } from "#core/base/text";
import { diffRuns } from "#core/model/compare/diffRuns";
import { type ExpectedRun, ledgerOf } from "#core/model/ledger";
import { modelRun } from "#core/model/runModel";
import { type KeptRun, trendOf } from "#core/model/trend";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { usualBase } from "#core/store/baseOf";
import type { RunFile } from "#core/store/runFile";
import { ledgerJson, trendJson } from "#core/view/ledgerJson";
import { ledgerText, trendText } from "#core/view/ledgerText";
import { readKeptLog, readKeptSnapshot } from "../node/store/readKept.ts";
import { RunFolders } from "../node/store/runFolders.ts";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, type Streams } from "./io.ts";

export interface TogetherOptions {
  /** The folder that holds the store. */
  readonly workspace: string;
  readonly format: "text" | "json";
  /** Id of the run that all are compared with; undefined: each with the one before it. */
  readonly base: string | undefined;
}

interface Kept {
  readonly run: RunFile;
  readonly path: string;
}

/** Runs that cannot be read are said and passed over. */
export async function ledger(options: TogetherOptions, streams: Streams): Promise<number> {
  const kept = await keptRuns(options.workspace, streams);
  const chosen = kept?.find(({ run }) => run.id === options.base);
  if (kept === undefined || (options.base !== undefined && chosen === undefined)) {
    streams.err(t("store.noRun", { id: options.base ?? "" }));
    return EXIT_UNUSABLE;
  }
  const runs = kept.map(({ run }) => run);
  const expected: ExpectedRun[] = [];
  for (const one of kept.filter(({ run }) => run.hypothesis !== null)) {
    const base = options.base ?? usualBase(one.run, runs)?.id;
    expected.push(
      await compare(
        one,
        kept.find(({ run }) => run.id === base),
      ),
    );
  }
  const rows = ledgerOf(expected);
  await streams.out(
    options.format === "json" ? `${JSON.stringify(ledgerJson(rows), null, 2)}\n` : ledgerText(rows),
  );
  return EXIT_OK;
}

/** Only runs that came to their end: a part of one says nothing of its peak. */
export async function trend(options: Omit<TogetherOptions, "base">, streams: Streams): Promise<number> {
  const kept = await keptRuns(options.workspace, streams);
  if (kept === undefined) {
    return EXIT_UNUSABLE;
  }
  const read: KeptRun[] = [];
  for (const { run: file, path } of kept.filter(({ run }) => run.status === "finished")) {
    const run = await readKeptLog(path).catch((error: unknown) => {
      streams.err(t("runs.failed", { folder: path, cause: causeOf(error) }));
      return undefined;
    });
    read.push(...(run === undefined ? [] : [{ file, run }]));
  }
  const series = trendOf(read);
  await streams.out(
    options.format === "json" ? `${JSON.stringify(trendJson(series), null, 2)}\n` : trendText(series),
  );
  return EXIT_OK;
}

async function keptRuns(workspace: string, streams: Streams): Promise<readonly Kept[] | undefined> {
  try {
    const entries = await new RunFolders(workspace).list();
    return entries.flatMap(({ run, path, problem }) => {
      if (run === undefined) {
        streams.err(t("runs.failed", { folder: path, cause: problem.message }));
        return [];
      }
      return [{ run, path }];
    });
  } catch (error) {
    streams.err(t("runs.failed", { folder: workspace, cause: causeOf(error) }));
    return undefined;
  }
}

async function compare({ run, path }: Kept, base: Kept | undefined): Promise<ExpectedRun> {
  if (run.status !== "finished") {
    return { run, base: base?.run, diff: t("ledger.unfinished", { status: run.status }) };
  }
  if (base === undefined) {
    return { run, base: undefined, diff: t("ledger.noBase") };
  }
  try {
    const [before, now] = [await readKeptLog(base.path), await readKeptLog(path)];
    if (before === undefined || now === undefined) {
      return { run, base: base.run, diff: t("store.noMemoryLines") };
    }
    const names = nodeKindNames([]);
    const facts = {
      base: { ...base.run, snapshot: await readKeptSnapshot(base.path) },
      run: { ...run, snapshot: await readKeptSnapshot(path) },
    };
    return { run, base: base.run, diff: diffRuns(modelRun(before, names), modelRun(now, names), facts) };
  } catch (error) {
    return { run, base: base.run, diff: causeOf(error) };
  }
}
