// What is said where there is nothing or little to show: the context of the welcome texts, the line above the tree, and
// one notification for a log that does not fit the sources.
import { commands, Uri, ViewColumn, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import type { WorkspaceStateName } from "#core/view/workspaceState";
import * as protocol from "#protocol";
import type { WalkthroughStep } from "./walkthrough.ts";

/** The part of the tree that this needs. */
interface MessageView {
  setMessage(message: string): void;
}

export class EmptyStates {
  readonly #client: LanguageClient;
  readonly #view: MessageView;
  readonly #report: (error: unknown) => void;
  /** Logs that a notification has told of. */
  readonly #told = new Set<string>();
  #stepsDone: readonly WalkthroughStep[] = [];
  /** What is shown, to be shown again by the next server. */
  #choice: protocol.LogChoice | undefined;
  #baseline: protocol.LogChoice | undefined;

  constructor(client: LanguageClient, view: MessageView, report: (error: unknown) => void) {
    this.#report = report;
    this.#client = client;
    this.#view = view;
  }

  /** What is shown now, or was before the server went away. */
  get choice(): protocol.LogChoice | undefined {
    return this.#choice;
  }

  /** The pinned baseline, now or before the server went away. */
  get baseline(): protocol.LogChoice | undefined {
    return this.#baseline;
  }

  /** Steps of the walkthrough that need not be taken any more. */
  get stepsDone(): readonly WalkthroughStep[] {
    return this.#stepsDone;
  }

  async refresh(): Promise<void> {
    const answer = await this.#client.sendRequest(protocol.workspaceState);
    const { state, message, match, choice } = answer;
    this.#choice = choice ?? this.#choice;
    // While nothing is shown, a baseline of before may still be on its way.
    this.#baseline = answer.baseline ?? (choice === null ? this.#baseline : undefined);
    this.#view.setMessage(message);
    // Before what is seen: who reads it may open the walkthrough in the same moment.
    if (state !== "reading") {
      const ofLog: readonly WalkthroughStep[] = choice === null ? [] : ["makeLog", "useLog"];
      this.#stepsDone = state === "noSources" ? ofLog : ["openSources", ...ofLog];
    }
    await setContext(state, choice !== null, answer.baseline !== null);
    if (state === "noMatch" && match !== null && choice !== null && !this.#told.has(choice.log)) {
      this.#told.add(choice.log);
      // Nothing waits for the user to answer.
      this.#tell(message, match.reason, choice.log).catch(this.#report);
    }
  }

  /** The workspace was looked through without a server: there is nothing for one. */
  async nothingHere(): Promise<void> {
    await setContext("noSources", false, false);
  }

  async #tell(
    message: string,
    reason: "otherCommit" | "otherRoot" | "rootFile" | undefined,
    log: string,
  ): Promise<void> {
    const isRoot = reason === "otherRoot" || reason === "rootFile";
    const actions: Readonly<Record<string, () => Thenable<unknown>>> = isRoot
      ? {
          [t("match.openProjectFile")]: () => this.#openProjectFile(log),
          [t("match.openFolder")]: () => commands.executeCommand("vscode.openFolder"),
        }
      : { [t("match.chooseRun")]: () => commands.executeCommand("quartzRss.chooseRun") };
    const picked = await window.showInformationMessage(message, ...Object.keys(actions));
    await (picked === undefined ? undefined : actions[picked]?.());
  }

  /** The one of the log's folder; where there is none, the beginning of one, not saved yet. */
  async #openProjectFile(log: string): Promise<void> {
    const uri = this.#client.protocol2CodeConverter.asUri(log);
    const folder = workspace.getWorkspaceFolder(uri) ?? workspace.workspaceFolders?.[0];
    if (folder === undefined) {
      return;
    }
    const file = Uri.joinPath(folder.uri, "quartz-rss.json");
    const exists = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    const document = await workspace.openTextDocument(exists ? file : file.with({ scheme: "untitled" }));
    const editor = await window.showTextDocument(document, ViewColumn.Active);
    if (!exists && document.getText() === "") {
      await editor.edit((edit) => edit.insert(document.positionAt(0), PROJECT_FILE));
    }
  }
}

const PROJECT_FILE = `{
  "builds": [{ "name": "self-compile", "file": "self-hosted/quartz.qz" }]
}
`;

async function setContext(state: WorkspaceStateName, hasRun: boolean, hasBaseline: boolean): Promise<void> {
  // What is being read tells nothing new: what was said before stays until all is read.
  if (state !== "reading") {
    await commands.executeCommand("setContext", "quartzRss.state", state);
    await commands.executeCommand("setContext", "quartzRss.hasSources", state !== "noSources");
  }
  await commands.executeCommand("setContext", "quartzRss.hasRun", hasRun);
  await commands.executeCommand("setContext", "quartzRss.hasBaseline", hasBaseline);
}
