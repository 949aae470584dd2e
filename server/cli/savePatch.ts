// `quartz-rss save-patch`: probes that were put into the tree become a patch that a build can name.
import { resolve } from "node:path";
import { t } from "#core/base/text";
import { git } from "../node/run/git.ts";
import { writeWhole } from "../node/writeWhole.ts";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, type Streams } from "./io.ts";
import { UsageError } from "./usage.ts";
import { workspaceFolder } from "./workspaceFolder.ts";

/** Of tracked sources, against the commit. With whole names of what was changed, so that it can be put in three-way. */
const DIFF = [
  ...["-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false", "-c", "core.quotePath=true"],
  ...["diff", "HEAD", "--relative", "--full-index", "--no-color", "--no-ext-diff", "--no-textconv"],
  ...["--", "*.qz"],
];

/** @throws UsageError where no file is named */
export async function savePatch(args: readonly string[], streams: Streams): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0 || file.startsWith("-")) {
    throw new UsageError(t("run.oneFile"));
  }
  const folder = await workspaceFolder(undefined);
  const diff = await git(folder, DIFF);
  if (!diff.isGood) {
    streams.err(t("run.noDiff", { folder, cause: diff.message }));
    return EXIT_UNUSABLE;
  }
  if (diff.output === "") {
    streams.err(t("run.noChanges", { folder }));
    return EXIT_UNUSABLE;
  }
  try {
    await writeWhole(resolve(file), new TextEncoder().encode(diff.output), folder);
  } catch (error) {
    streams.err(t("run.unwritten", { file, cause: causeOf(error) }));
    return EXIT_UNUSABLE;
  }
  return EXIT_OK;
}
