// `quartz-rss run`: a build of quartz-rss.json is run, and what its compiler says of its memory becomes a run.
import { t } from "#core/base/text";
import { withLaunch } from "../node/run/launchSession.ts";
import { causeOf, EXIT_FAILED, EXIT_UNUSABLE, type Streams } from "./io.ts";
import { findBuild } from "./run/findBuild.ts";
import { launchRuns } from "./run/launchRuns.ts";
import { askForMemory } from "./run/memoryQuestion.ts";
import { runOptions } from "./run/runOptions.ts";
import { stopOnSignals } from "./run/stopOnSignals.ts";
import { workspaceFolder } from "./workspaceFolder.ts";

/** @throws UsageError where the command line is wrong */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const options = runOptions(args);
  const workspace = await workspaceFolder(options.folder);
  if (process.platform === "win32") {
    streams.err(t("run.windows"));
    return EXIT_UNUSABLE;
  }
  const build = await findBuild(workspace, options.build, streams);
  if (build === undefined) {
    return EXIT_UNUSABLE;
  }
  const stop = stopOnSignals();
  try {
    const session = await withLaunch({ build: build.name, workspace }, async (launch) => {
      switch (await askForMemory(workspace, build.name, options.isAgreed, streams)) {
        case "unasked":
          return EXIT_UNUSABLE;
        case "declined":
          return EXIT_FAILED;
        case "enough":
        case "agreed":
          return launchRuns(build, { ...{ workspace, options, launch, streams }, stop: stop.signal });
      }
    });
    if ("holder" in session) {
      const { build: other, folder, since, pid } = session.holder;
      streams.err(t("run.locked", { build: other, folder, since, pid }));
      return EXIT_UNUSABLE;
    }
    return session.result;
  } catch (error) {
    streams.err(t("run.broken", { name: build.name, cause: causeOf(error) }));
    return EXIT_UNUSABLE;
  } finally {
    stop.dispose();
  }
}
