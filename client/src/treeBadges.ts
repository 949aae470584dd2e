// Badges on the view and on the files that hold growth. Only files whose badge changed are drawn again.
import {
  type Disposable,
  EventEmitter,
  type FileDecoration,
  type FileDecorationProvider,
  type Uri,
  window,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { FileBadge } from "#core/view/growthFiles";
import * as protocol from "#protocol";
import type { GrowthView } from "./growthView.ts";

export class TreeBadges implements FileDecorationProvider {
  readonly #client: LanguageClient;
  readonly #growth: GrowthView;
  readonly #changed = new EventEmitter<Uri[]>();
  readonly #registration: Disposable;
  /** By VS Code's spelling of the URI. */
  #badges: ReadonlyMap<string, FileBadge> = new Map();
  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(client: LanguageClient, growth: GrowthView) {
    this.#client = client;
    this.#growth = growth;
    this.#registration = window.registerFileDecorationProvider(this);
  }

  async refresh(): Promise<void> {
    const answer = await this.#client.sendRequest(protocol.growthFiles);
    this.#growth.setBadge(answer?.spots);
    const { asUri } = this.#client.protocol2CodeConverter;
    const files = answer?.files.map((file) => ({ uri: asUri(file.uri), file })) ?? [];
    const before = this.#badges;
    this.#badges = new Map(files.map(({ uri, file }) => [uri.toString(), file]));
    const gone = [...before].filter(([key]) => !this.#badges.has(key)).map(([, file]) => asUri(file.uri));
    const changed = files.filter(({ uri, file }) => !isSame(before.get(uri.toString()), file));
    if (gone.length + changed.length > 0) {
      this.#changed.fire([...gone, ...changed.map(({ uri }) => uri)]);
    }
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const file = this.#badges.get(uri.toString());
    return file && { badge: file.badge, tooltip: file.tooltip };
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

function isSame(a: FileBadge | undefined, b: FileBadge): boolean {
  return a?.badge === b.badge && a.tooltip === b.tooltip;
}
