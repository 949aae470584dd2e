// Every command of the extension, as one table: id → what it does.
import { commands, Disposable, type Memento, type QuickPickItem, Uri, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import type { FigureTarget } from "#core/view/lenses";
import * as protocol from "#protocol";
import { baselineCommands } from "./baseline.ts";
import { type BuildTools, initProject, runBuild } from "./builds.ts";
import type { EmptyStates } from "./emptyStates.ts";
import type { FlamePanel } from "./flamePanel.ts";
import type { GrowthView } from "./growthView.ts";
import { copyHandOff, openHandOff } from "./handOff.ts";
import { walkHotSpots } from "./hotSpotWalk.ts";
import { activeFile } from "./largeLog.ts";
import { restartServer } from "./restartServer.ts";
import { treeCommands } from "./treeCommands.ts";
import { openWalkthrough } from "./walkthrough.ts";

export interface Surfaces {
  readonly client: LanguageClient;
  readonly flame: FlamePanel;
  readonly growth: GrowthView;
  readonly empty: EmptyStates;
  readonly builds: BuildTools;
  /** Of the workspace. */
  readonly memory: Memento;
}

export function registerCommands(surfaces: Surfaces): Disposable {
  const { client, flame } = surfaces;
  const table: Readonly<Record<string, (...args: never[]) => unknown>> = {
    "quartzRss.useLog": () => pickLog(client),
    [protocol.USE_THIS_LOG]: (log?: Uri | string, run?: unknown) =>
      useLog(client, log ?? activeFile(), typeof run === "number" ? run : undefined),
    "quartzRss.chooseRun": () => chooseRun(client),
    "quartzRss.showFlameChart": () => flame.show(),
    [protocol.SHOW_IN_CHART]: (target?: FigureTarget | Uri) => showInChart(surfaces, target),
    "quartzRss.nextHotSpot": () => walkHotSpots(client, 1),
    "quartzRss.previousHotSpot": () => walkHotSpots(client, -1),
    "quartzRss.openHandOff": () => openHandOff(client),
    "quartzRss.copyHandOff": () => copyHandOff(client),
    "quartzRss.runBuild": (name?: unknown) => runBuild(surfaces.builds, name),
    "quartzRss.initProject": () => initProject(surfaces.builds),
    "quartzRss.restartServer": () => restartServer(client),
    "quartzRss.openWalkthrough": () => openWalkthrough(surfaces.empty.stepsDone),
    ...baselineCommands(client),
    ...treeCommands(surfaces),
  };
  return Disposable.from(...Object.entries(table).map(([id, work]) => commands.registerCommand(id, work)));
}

async function pickLog(client: LanguageClient): Promise<void> {
  const [uri] = (await window.showOpenDialog({ title: t("log.pick"), canSelectMany: false })) ?? [];
  await useLog(client, uri);
}

/**
 * @param log a URI; as a string it is the server's, from a lens
 * @param run the last measured one unless given
 */
export async function useLog(client: LanguageClient, log?: Uri | string, run?: number): Promise<void> {
  if (log !== undefined) {
    const uri = typeof log === "string" ? log : client.code2ProtocolConverter.asUri(log);
    await client.sendRequest(protocol.useLog, { log: uri, ...(run === undefined ? {} : { run }) });
  }
}

interface RunItem extends QuickPickItem {
  readonly choice: protocol.RunChoice;
}

async function chooseRun(client: LanguageClient): Promise<void> {
  const items = client.sendRequest(protocol.runs).then((choices) => choices.map(runItem));
  const picked = await window.showQuickPick(items, {
    title: t("run.choose"),
    placeHolder: (await items).length === 0 ? t("run.none") : t("run.choose"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked !== undefined) {
    const { log, run } = picked.choice;
    await client.sendRequest(protocol.useLog, run === null ? { log } : { log, run });
  }
}

function runItem(choice: protocol.RunChoice): RunItem {
  return {
    label: choice.active ? `$(check) ${choice.title}` : choice.title,
    description: choice.detail,
    choice,
  };
}

/** For a lens, its own figure; from the palette, the function or branch at the cursor. */
async function showInChart({ client, flame }: Surfaces, target?: FigureTarget | Uri): Promise<void> {
  const frame =
    target === undefined || target instanceof Uri
      ? await frameAtCursor(client)
      : await client.sendRequest(protocol.frameOf, target);
  await flame.show(frame);
}

async function frameAtCursor(client: LanguageClient): Promise<protocol.FrameRef | null> {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    return null;
  }
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  return client.sendRequest(protocol.frameAt, { uri, position: editor.selection.active });
}
