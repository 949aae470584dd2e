// The decoration types: one for each kind of mark that is drawn, twelve at most. Those of one run and those of a comparison
// are never there together.
import { type TextEditorDecorationType, type Uri, window } from "vscode";
import { COMPARED_KINDS, MARK_KINDS, type MarkKey, markKey } from "#core/view/markChanges";
import type { HeatParts } from "./clientSettings.ts";
import { heatLook } from "./heatLook.ts";

interface Drawn {
  /** What it was made from. */
  readonly look: string;
  readonly type: TextEditorDecorationType;
}

export class HeatTypes {
  readonly #extensionUri: Uri;
  readonly #drawn = new Map<MarkKey, Drawn>();

  constructor(extensionUri: Uri, parts: HeatParts) {
    this.#extensionUri = extensionUri;
    this.change(parts, false);
  }

  /**
   * Makes anew what looks different now, and returns those kinds; the marks of the old types are gone.
   * @param compared a baseline is pinned
   */
  change(parts: HeatParts, compared: boolean): ReadonlySet<MarkKey> {
    const changed = new Set<MarkKey>();
    for (const kind of compared ? MARK_KINDS : COMPARED_KINDS) {
      const key = markKey(kind);
      this.#drawn.get(key)?.type.dispose();
      if (this.#drawn.delete(key)) {
        changed.add(key);
      }
    }
    for (const kind of compared ? COMPARED_KINDS : MARK_KINDS) {
      const key = markKey(kind);
      const options = heatLook(kind, parts, this.#extensionUri);
      const look = JSON.stringify(options);
      const before = this.#drawn.get(key);
      if (before?.look === look) {
        continue;
      }
      changed.add(key);
      before?.type.dispose();
      this.#drawn.delete(key);
      if (options !== undefined) {
        this.#drawn.set(key, { look, type: window.createTextEditorDecorationType(options) });
      }
    }
    return changed;
  }

  /** Undefined for a kind that is not drawn. */
  get(key: MarkKey): TextEditorDecorationType | undefined {
    return this.#drawn.get(key)?.type;
  }

  dispose(): void {
    for (const { type } of this.#drawn.values()) {
      type.dispose();
    }
    this.#drawn.clear();
  }
}
