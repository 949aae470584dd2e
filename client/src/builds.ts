// Builds of quartz-rss.json as tasks: each is `quartz-rss run NAME` in a terminal of its own, outside the editor's
// processes. Nothing is run, offered or read in Restricted Mode.
import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskExecution,
  TaskGroup,
  type TaskProvider,
  tasks,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import { t } from "#core/base/text";
import { parseProject } from "#core/project/parseProject";
import { PROJECT_FILE_NAME } from "#core/project/project";

import { runIds } from "./runFolders.ts";

const TASK_TYPE = "quartz-rss";

export interface StartedBuild {
  readonly execution: TaskExecution;
  readonly folder: WorkspaceFolder;
  readonly name: string;
  /** Ids of the runs that were there before it. */
  readonly before: ReadonlySet<string>;
}

export interface BuildTools {
  /** The bundled `quartz-rss`. */
  readonly cli: string;
  /** Follows the run that a build makes. */
  readonly follow: (build: StartedBuild) => Promise<void>;
}

/** Tasks of type `quartz-rss`. */
export function registerBuilds({ cli }: BuildTools): Disposable {
  const provider: TaskProvider = {
    provideTasks: async () => (await allBuilds()).map(({ folder, name }) => buildTask(cli, folder, name)),
    resolveTask: (task) => {
      const { scope, definition } = task;
      const name: unknown = definition["build"];
      return workspace.isTrusted && typeof scope === "object" && typeof name === "string"
        ? new Task(definition, scope, task.name, TASK_TYPE, execution(cli, scope, ["run", "--", name]))
        : undefined;
    },
  };
  return tasks.registerTaskProvider(TASK_TYPE, provider);
}

interface FoundBuild {
  readonly folder: WorkspaceFolder;
  readonly name: string;
}

/** Asks which build to run unless told, runs it, and shows its run as it comes in. */
export async function runBuild(tools: BuildTools, wanted?: unknown): Promise<void> {
  if (!mayRun()) {
    return;
  }
  const builds = await allBuilds();
  if (builds.length === 0) {
    const initialize = t("builds.initialize");
    if ((await window.showInformationMessage(t("builds.none"), initialize)) === initialize) {
      await initProject(tools);
    }
    return;
  }
  const build =
    typeof wanted === "string" ? builds.find(({ name }) => name === wanted) : await chooseBuild(builds);
  if (build !== undefined) {
    const before = await runIds(build.folder);
    const execution = await tasks.executeTask(buildTask(tools.cli, build.folder, build.name));
    await tools.follow({ ...build, execution, before });
  }
}

async function chooseBuild(builds: readonly FoundBuild[]): Promise<FoundBuild | undefined> {
  const several = new Set(builds.map(({ folder }) => folder.uri.toString())).size > 1;
  const items = builds.map((build) => ({
    ...{ label: build.name, build },
    ...(several ? { description: build.folder.name } : {}),
  }));
  return (await window.showQuickPick(items, { title: t("builds.choose") }))?.build;
}

/** Runs `quartz-rss init` in the only folder, or in the one that is picked. */
export async function initProject({ cli }: Pick<BuildTools, "cli">): Promise<void> {
  if (!mayRun()) {
    return;
  }
  const [first, ...others] = workspace.workspaceFolders ?? [];
  const folder = others.length === 0 ? first : await window.showWorkspaceFolderPick();
  if (folder === undefined) {
    void window.showInformationMessage(t("builds.noFolder"));
    return;
  }
  const definition = { type: TASK_TYPE };
  await tasks.executeTask(
    new Task(definition, folder, t("builds.initTask"), TASK_TYPE, execution(cli, folder, ["init"])),
  );
}

/** A command can be called without being offered, so it asks again. */
function mayRun(): boolean {
  if (!workspace.isTrusted) {
    void window.showWarningMessage(t("builds.untrusted"));
  }
  return workspace.isTrusted;
}

function buildTask(cli: string, folder: WorkspaceFolder, name: string): Task {
  const run = execution(cli, folder, ["run", "--", name]);
  const task = new Task({ type: TASK_TYPE, build: name }, folder, name, TASK_TYPE, run);
  task.group = TaskGroup.Build;
  return task;
}

/** The editor's own Node; the CLI takes the variable away from what it starts. */
function execution(cli: string, folder: WorkspaceFolder, args: readonly string[]): ProcessExecution {
  return new ProcessExecution(process.execPath, [cli, ...args], {
    cwd: folder.uri.fsPath,
    env: { ELECTRON_RUN_AS_NODE: "1" },
  });
}

async function allBuilds(): Promise<readonly FoundBuild[]> {
  const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
  const found = await Promise.all(
    folders.map(async (folder) => (await namesIn(folder)).map((name) => ({ folder, name }))),
  );
  return found.flat();
}

/** Nothing where there is no project file; what is wrong with one is told by the server. */
async function namesIn(folder: WorkspaceFolder): Promise<readonly string[]> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder.uri, PROJECT_FILE_NAME));
    const { builds } = parseProject(new TextDecoder().decode(bytes)).project;
    return builds.flatMap(({ name, steps }) => (steps.length > 0 ? [name] : []));
  } catch {
    return [];
  }
}
