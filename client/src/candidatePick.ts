// A name with several candidates: a person says which is meant. The choice is kept in the workspace and can be taken back.
import { type Memento, type QuickPickItem, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import { parseNameChoices, withChoice, withoutChoice } from "#core/model/nameChoices";
import type { NameChoice } from "#core/quartz/nameHints";
import type { SeveralNames } from "#core/view/tree/candidates";
import * as protocol from "#protocol";

/** Under this key the choices lie in the workspace's memory; a new server is told of them when it starts. */
export const NAME_CHOICES = "quartzRss.names";

interface Names {
  readonly client: LanguageClient;
  readonly memory: Memento;
}

interface ChoiceItem extends QuickPickItem {
  /** Undefined: the choice is taken back. */
  readonly choice: NameChoice | undefined;
}

/** @param row of the tree; from the palette, the name is asked for first */
export async function chooseCandidate(names: Names, row: unknown): Promise<void> {
  const several = await names.client.sendRequest(protocol.severalNames);
  const wanted = nameOf(row);
  const found = wanted === undefined ? await pickName(several) : several.find(({ name }) => name === wanted);
  if (found === undefined) {
    return;
  }
  const picked = await window.showQuickPick(choiceItems(names.client, found), {
    title: t("names.pick", { name: found.name }),
    matchOnDescription: true,
  });
  if (picked !== undefined) {
    await (picked.choice === undefined ? forget(names, found.name) : keep(names, picked.choice));
  }
}

/** @param row of the tree; without one, the name is asked for */
export async function forgetCandidate(names: Names, row: unknown): Promise<void> {
  const name = nameOf(row);
  await (name === undefined ? chooseCandidate(names, row) : forget(names, name));
}

async function pickName(several: readonly SeveralNames[]): Promise<SeveralNames | undefined> {
  if (several.length === 0) {
    await window.showInformationMessage(t("names.none"));
    return undefined;
  }
  const items = several.map((found) => ({
    label: found.name,
    description: found.figure,
    detail: detailOf(found),
    found,
  }));
  const picked = await window.showQuickPick(items, { title: t("names.pickName"), matchOnDetail: true });
  return picked?.found;
}

function detailOf({ candidates }: SeveralNames): string {
  const count = t("names.count", { count: candidates.length });
  return candidates.some(({ chosen }) => chosen) ? `${count} · ${t("names.chosen")}` : count;
}

function choiceItems(client: LanguageClient, { name, candidates }: SeveralNames): readonly ChoiceItem[] {
  const items = candidates.map((candidate): ChoiceItem => {
    const { line, chosen, ...choice } = candidate;
    const path = workspace.asRelativePath(client.protocol2CodeConverter.asUri(candidate.uri));
    const parameters = candidate.arity === null ? "" : `/${candidate.arity}`;
    return {
      label: `${chosen ? "$(check) " : ""}${candidate.mangledName}${parameters}`,
      description: t("tree.placeAt", { path, line: line + 1 }),
      choice,
    };
  });
  const forgetItem = {
    label: `$(discard) ${t("names.forget")}`,
    description: t("names.forgetDetail", { name }),
    choice: undefined,
  };
  return candidates.some(({ chosen }) => chosen) ? [...items, forgetItem] : items;
}

function keep(names: Names, choice: NameChoice): Promise<void> {
  return change(names, (choices) => withChoice(choices, choice));
}

function forget(names: Names, name: string): Promise<void> {
  return change(names, (choices) => withoutChoice(choices, name));
}

async function change(
  { client, memory }: Names,
  edit: (choices: readonly NameChoice[]) => readonly NameChoice[],
): Promise<void> {
  const choices = edit(parseNameChoices(memory.get<unknown>(NAME_CHOICES)));
  await memory.update(NAME_CHOICES, choices);
  await client.sendRequest(protocol.nameChoices, { choices });
}

function nameOf(row: unknown): string | undefined {
  if (typeof row !== "object" || row === null || !("target" in row)) {
    return undefined;
  }
  const { target } = row;
  return typeof target === "object" && target !== null && "name" in target && typeof target.name === "string"
    ? target.name
    : undefined;
}
