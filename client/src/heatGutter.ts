// Heat marks → decorations in every visible editor of a source, split ones too. Only what changed is set.
import { Disposable, type TextDocument, type TextEditor, type Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { keepsLines, type MarksDrawn, markChanges, marksByKind, withoutPlaces } from "#core/view/markChanges";
import * as protocol from "#protocol";
import { heatParts, onSettingsChange } from "./config.ts";
import { heatDecoration } from "./heatLook.ts";
import { HeatTypes } from "./heatTypes.ts";

export class HeatGutter {
  readonly #client: LanguageClient;
  readonly #types: HeatTypes;
  readonly #subscriptions: Disposable;
  /** The last request for each document: an answer that is no longer the last is dropped. */
  readonly #asked = new WeakMap<TextDocument, symbol>();
  /** A baseline is pinned: marks tell what grew and what shrank. */
  #compared = false;
  readonly #drawn = new WeakMap<TextEditor, MarksDrawn>();

  constructor(client: LanguageClient, extensionUri: Uri, report: (error: unknown) => void) {
    this.#client = client;
    this.#types = new HeatTypes(extensionUri, heatParts());
    const refresh = (): void => {
      this.refresh().catch(report);
    };
    this.#subscriptions = Disposable.from(
      window.onDidChangeVisibleTextEditors(refresh),
      onSettingsChange(() => {
        if (this.#changeParts()) {
          refresh();
        }
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!contentChanges.every(keepsLines)) {
          this.#forgetPlaces(document);
        }
      }),
    );
  }

  /** Asks again for what every visible editor shows. */
  async refresh(): Promise<void> {
    const documents = new Set(window.visibleTextEditors.map(({ document }) => document).filter(isSource));
    await Promise.all([...documents].map((document) => this.#refreshDocument(document)));
  }

  async #refreshDocument(document: TextDocument): Promise<void> {
    const asked = Symbol();
    this.#asked.set(document, asked);
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    const { version, compared, marks } = await this.#client.sendRequest(protocol.heat, { uri });
    // Marks of an older text would stand on wrong lines; those that are there move with the edits.
    const isOld = version !== null && version !== document.version;
    if (this.#asked.get(document) !== asked || isOld) {
      return;
    }
    if (compared !== this.#compared) {
      this.#compared = compared;
      this.#changeParts();
    }
    const now = marksByKind(marks, (line) => isFlush(document, line));
    for (const editor of editorsOf(document)) {
      for (const [kind, changed] of markChanges(this.#drawn.get(editor), now)) {
        const type = this.#types.get(kind);
        if (type !== undefined) {
          editor.setDecorations(type, changed.map(heatDecoration));
        }
      }
      this.#drawn.set(editor, now);
    }
  }

  /** True when marks have gone with their type, or can be drawn now. */
  #changeParts(): boolean {
    const changed = this.#types.change(heatParts(), this.#compared);
    for (const editor of window.visibleTextEditors) {
      const drawn = this.#drawn.get(editor) ?? new Map();
      this.#drawn.set(editor, new Map([...drawn].filter(([kind]) => !changed.has(kind))));
    }
    return changed.size > 0;
  }

  #forgetPlaces(document: TextDocument): void {
    for (const editor of editorsOf(document)) {
      this.#drawn.set(editor, withoutPlaces(this.#drawn.get(editor)));
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#types.dispose();
  }
}

/** A file itself, not the older side of a comparison. */
function isSource({ uri }: TextDocument): boolean {
  return uri.scheme === "file" && uri.path.endsWith(".qz");
}

function editorsOf(document: TextDocument): readonly TextEditor[] {
  return window.visibleTextEditors.filter((editor) => editor.document === document);
}

function isFlush(document: TextDocument, line: number): boolean {
  return line < document.lineCount && /^\S/.test(document.lineAt(line).text);
}
