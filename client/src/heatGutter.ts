// Heat marks → decorations: a gutter icon at each head, a band along each body, the overview ruler. Twelve decoration
// types, made once: two families × three levels × head and band. The icon stands on the head line only, since VS Code
// sets no breakpoint by a click where an icon is.
import {
  type DecorationOptions,
  type DecorationRenderOptions,
  type Disposable,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { HEAT_LEVELS, type HeatLevel } from "#core/model/heat";
import type { Family } from "#core/view/family";
import type { HeatMark } from "#core/view/heatMarks";
import * as protocol from "#protocol";

const FAMILIES: readonly Family[] = ["subject", "handler"];

export class HeatGutter {
  readonly #client: LanguageClient;
  readonly #types: ReadonlyMap<string, TextEditorDecorationType>;
  readonly #subscriptions: Disposable;
  /** The last request of each editor: an answer that is no longer the last is dropped. */
  readonly #asked = new WeakMap<TextEditor, symbol>();

  constructor(client: LanguageClient, extensionUri: Uri, report: (error: unknown) => void) {
    this.#client = client;
    this.#types = new Map(
      FAMILIES.flatMap((family) =>
        HEAT_LEVELS.flatMap((level) => [
          [typeKey("head", family, level), headType(family, level, extensionUri)] as const,
          [typeKey("band", family, level), bandType(family, level)] as const,
        ]),
      ),
    );
    this.#subscriptions = window.onDidChangeVisibleTextEditors(() => {
      this.refresh().catch(report);
    });
  }

  /** Asks again for what every visible editor shows. */
  async refresh(): Promise<void> {
    const editors = window.visibleTextEditors.filter(({ document }) => document.fileName.endsWith(".qz"));
    await Promise.all(editors.map((editor) => this.#refreshEditor(editor)));
  }

  async #refreshEditor(editor: TextEditor): Promise<void> {
    const asked = Symbol();
    this.#asked.set(editor, asked);
    const uri = this.#client.code2ProtocolConverter.asUri(editor.document.uri);
    const { version, marks } = await this.#client.sendRequest(protocol.heat, { uri });
    // Marks of an older text would stand on wrong lines; those that are there move with the edits.
    const isOld = version !== null && version !== editor.document.version;
    if (this.#asked.get(editor) !== asked || isOld) {
      return;
    }
    for (const [key, type] of this.#types) {
      editor.setDecorations(type, marks.filter((mark) => markKey(mark) === key).map(decoration));
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const type of this.#types.values()) {
      type.dispose();
    }
  }
}

function decoration({ fromLine, toLine }: HeatMark): DecorationOptions {
  return { range: new Range(fromLine, 0, toLine, 0) };
}

function markKey({ part, family, level }: HeatMark): string {
  return typeKey(part, family, level);
}

function typeKey(part: HeatMark["part"], family: Family, level: HeatLevel): string {
  return `${part} ${family} ${level}`;
}

function headType(family: Family, level: HeatLevel, extensionUri: Uri): TextEditorDecorationType {
  const icon = (theme: string): Uri =>
    Uri.joinPath(extensionUri, "dist", "media", "icons", `${family}${level}-${theme}.svg`);
  return window.createTextEditorDecorationType({
    ...border(family, level),
    gutterIconSize: "contain",
    light: { gutterIconPath: icon("light") },
    dark: { gutterIconPath: icon("dark") },
  });
}

function bandType(family: Family, level: HeatLevel): TextEditorDecorationType {
  return window.createTextEditorDecorationType(border(family, level));
}

/** Families lie on different sides of the ruler, and differ in the line's style, so that hue is not the only sign. */
function border(family: Family, level: HeatLevel): DecorationRenderOptions {
  const color = new ThemeColor(`quartzRss.${family}${level}`);
  return {
    isWholeLine: true,
    borderStyle: family === "subject" ? "solid" : "double",
    borderWidth: family === "subject" ? "0 0 0 2px" : "0 0 0 3px",
    borderColor: color,
    overviewRulerColor: color,
    overviewRulerLane: family === "subject" ? OverviewRulerLane.Left : OverviewRulerLane.Right,
  };
}
