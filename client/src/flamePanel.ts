// The flame chart: a webview panel that gets finished columns and sends back ids.
import { type Disposable, env, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { t } from "#core/base/text";
import { type FromPage, parseFromPage, type ToPage } from "#messages";
import * as protocol from "#protocol";
import { flamePage } from "./flamePage.ts";
import { openLocation } from "./openPlace.ts";

export const FLAME_VIEW = "quartzRss.flame";

export class FlamePanel {
  readonly #client: LanguageClient;
  readonly #extensionUri: Uri;
  readonly #report: (error: unknown) => void;
  #panel: WebviewPanel | undefined;
  /** The page has said that it listens. */
  #ready = false;
  /** Frame to mark once the page has the columns that it is in. */
  #wanted: protocol.FrameRef | undefined;
  #shownGeneration = -1;

  constructor(client: LanguageClient, extensionUri: Uri, report: (error: unknown) => void) {
    this.#client = client;
    this.#extensionUri = extensionUri;
    this.#report = report;
  }

  /** Opens the chart beside the editor, or brings it to the front; marks the frame if one is given. */
  async show(frame?: protocol.FrameRef | null): Promise<void> {
    this.#wanted = frame ?? undefined;
    if (this.#panel === undefined) {
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.adopt(window.createWebviewPanel(FLAME_VIEW, t("flame.title"), column));
    } else {
      this.#panel.reveal(undefined, true);
      await this.refresh();
    }
  }

  /** Takes over a panel: a new one, or one that VS Code kept over a reload. */
  adopt(panel: WebviewPanel): void {
    const media = Uri.joinPath(this.#extensionUri, "dist", "media");
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    const subscriptions: Disposable[] = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const known = parseFromPage(message);
        if (known !== undefined) {
          this.#receive(known).catch(this.#report);
        }
      }),
    ];
    panel.onDidDispose(() => {
      for (const subscription of subscriptions) {
        subscription.dispose();
      }
      this.#panel = undefined;
      this.#ready = false;
    });
    this.#panel = panel;
    this.#ready = false;
    panel.webview.html = flamePage(panel.webview, this.#extensionUri);
  }

  /** Sends the figures as they are now, and the mark that waits for them. */
  async refresh(): Promise<void> {
    if (!this.#ready) {
      return;
    }
    const flame = await this.#client.sendRequest(protocol.flame);
    if (flame === null) {
      this.#shownGeneration = -1;
      await this.#post({ type: "empty", text: t("flame.empty") });
      return;
    }
    if (flame.generation !== this.#shownGeneration) {
      this.#shownGeneration = flame.generation;
      const { block, ...rest } = flame;
      const bytes = Buffer.from(block, "base64");
      const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      await this.#post({ type: "show", ...rest, block: buffer, locale: env.language });
    }
    if (this.#wanted?.generation === flame.generation) {
      await this.#post({ type: "select", ...this.#wanted });
    }
    this.#wanted = undefined;
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#ready = true;
        this.#shownGeneration = -1;
        await this.refresh();
        break;
      case "open": {
        const { generation, frame } = message;
        const location = await this.#client.sendRequest(protocol.frameSource, { generation, frame });
        if (location !== null) {
          await openLocation(this.#client, location, true);
        }
        break;
      }
    }
  }

  async #post(message: ToPage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}
