// Opens a place in the source, in the editor column rather than over the chart.
import { type Command, TextEditorRevealType, type ViewColumn, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Range } from "#core/base/range";

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** @param keepFocus the widget that asked keeps the keyboard */
export async function openLocation(
  client: LanguageClient,
  { uri, range }: Place,
  keepFocus: boolean,
): Promise<void> {
  const document = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri));
  const selection = client.protocol2CodeConverter.asRange({ start: range.start, end: range.start });
  const editor = await window.showTextDocument(document, {
    viewColumn: editorColumn(uri),
    preserveFocus: keepFocus,
    selection,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** VS Code's own way to open a place from a list: a click previews and keeps the keyboard there, Enter does not. */
export function openCommand(client: LanguageClient, { uri, range }: Place, title: string): Command {
  const selection = client.protocol2CodeConverter.asRange({ start: range.start, end: range.start });
  const options = { selection, viewColumn: editorColumn(uri) };
  return {
    title,
    command: "vscode.open",
    arguments: [client.protocol2CodeConverter.asUri(uri), options],
  };
}

/** Where the file is open already, else the first column that holds text. */
function editorColumn(uri: string): ViewColumn {
  const [first] = window.visibleTextEditors;
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  return (open ?? first)?.viewColumn ?? 1;
}
