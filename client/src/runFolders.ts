// The run folders of a workspace folder, as far as the client looks into them.
import { FileType, Uri, type WorkspaceFolder, workspace } from "vscode";

/** Ids of the runs that a folder has. */
export async function runIds(folder: WorkspaceFolder): Promise<ReadonlySet<string>> {
  try {
    const entries = await workspace.fs.readDirectory(runsFolder(folder));
    return new Set(entries.flatMap(([name, type]) => (type === FileType.Directory ? [name] : [])));
  } catch {
    // There is no such folder before the first run.
    return new Set();
  }
}

/** Where the log of a run is, or will be. */
export function runLog(folder: WorkspaceFolder, id: string): Uri {
  return Uri.joinPath(runsFolder(folder), id, "stderr.log");
}

function runsFolder(folder: WorkspaceFolder): Uri {
  return Uri.joinPath(folder.uri, ".quartz-rss", "runs");
}
