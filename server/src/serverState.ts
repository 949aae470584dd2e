// What the features share. Made once by `startServer`, after the client has said who it is.
import type { ClientCapabilities } from "vscode-languageserver";
import type { BaselineStore } from "./baselineStore.ts";
import type { Host } from "./files.ts";
import type { Indexing } from "./indexing.ts";
import type { LogDocuments } from "./logDocuments.ts";
import type { ProfileStore } from "./profileStore.ts";
import type { ProjectStore } from "./projectStore.ts";
import type { RunFactsStore } from "./runFactsStore.ts";
import type { RunList } from "./runList.ts";
import type { RunStore } from "./runStore.ts";
import type { Settings } from "./settings.ts";
import type { SnapshotStore } from "./snapshotStore.ts";
import type { SourceStore } from "./sourceStore.ts";

export interface ServerState {
  readonly host: Host;
  readonly sources: SourceStore;
  readonly runs: RunStore;
  /** What the shown run is compared with. */
  readonly baseline: BaselineStore;
  /** Of the two runs that are compared. */
  readonly facts: RunFactsStore;
  readonly runList: RunList;
  readonly snapshots: SnapshotStore;
  readonly profiles: ProfileStore;
  readonly projects: ProjectStore;
  readonly indexing: Indexing;
  readonly logs: LogDocuments;
  readonly capabilities: ClientCapabilities;
  /** Commands that the client said it carries out. */
  readonly clientCommands: ReadonlySet<string>;
  /** BCP 47 tag for derived figures. */
  readonly locale: string;
  /** URIs of the workspace folders. */
  readonly folders: ReadonlySet<string>;
  readonly settings: Settings;
  /** Settles when the sources have been read, but at the latest after a moment: then what is there counts. */
  readonly indexed: Promise<void>;
}
