// The run that the shown one is compared with, chosen by a person.
import { type QuickPickItem, Uri, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import * as protocol from "#protocol";

interface BaselineItem extends QuickPickItem {
  readonly choice: protocol.LogChoice;
}

export function baselineCommands(
  client: LanguageClient,
): Readonly<Record<string, (...args: never[]) => unknown>> {
  return {
    "quartzRss.pinBaseline": () => pinBaseline(client),
    "quartzRss.pinThisRunAsBaseline": (log?: unknown) => pinThis(client, log),
    "quartzRss.swapBaseline": () => swapBaseline(client),
    "quartzRss.clearBaseline": () => client.sendRequest(protocol.setBaseline, { baseline: null }),
  };
}

/** Any run of the workspace's logs; expected figures are marked as what they are. */
async function pinBaseline(client: LanguageClient): Promise<void> {
  const [runs, { baseline }] = await Promise.all([
    client.sendRequest(protocol.runs),
    client.sendRequest(protocol.workspaceState),
  ]);
  const items = runs.map((run) => baselineItem(run, baseline));
  const picked = await window.showQuickPick(items, {
    title: t("baseline.choose"),
    placeHolder: items.length === 0 ? t("run.none") : t("baseline.choose"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked !== undefined) {
    await client.sendRequest(protocol.setBaseline, { baseline: picked.choice });
  }
}

function baselineItem(
  { log, run, title, detail, approximate, active }: protocol.RunChoice,
  baseline: protocol.LogChoice | null,
): BaselineItem {
  const isPinned = baseline?.log === log && baseline.run === run;
  const words = [
    detail,
    ...(approximate ? [t("baseline.approximate")] : []),
    ...(active ? [t("baseline.shown")] : []),
  ];
  return {
    label: isPinned ? `$(pinned) ${title}` : title,
    description: words.join(" · "),
    choice: { log, run },
  };
}

/** @param log a file of the explorer; without one, the run that is shown */
async function pinThis(client: LanguageClient, log: unknown): Promise<void> {
  if (log instanceof Uri) {
    const baseline = { log: client.code2ProtocolConverter.asUri(log), run: null };
    await client.sendRequest(protocol.setBaseline, { baseline });
    return;
  }
  const shown = (await client.sendRequest(protocol.runs)).find(({ active }) => active);
  const { choice } = await client.sendRequest(protocol.workspaceState);
  const baseline = shown === undefined ? choice : { log: shown.log, run: shown.run };
  if (baseline !== null) {
    await client.sendRequest(protocol.setBaseline, { baseline });
  }
}

async function swapBaseline(client: LanguageClient): Promise<void> {
  if (!(await client.sendRequest(protocol.swapBaseline))) {
    window.setStatusBarMessage(t("baseline.none"), TOLD_MS);
  }
}

const TOLD_MS = 3000;
