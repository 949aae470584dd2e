// Where snapshots lie: `symbols.json` beside a run's log, and `.quartz-rss/imports/` for all other logs.
import { URI, Utils } from "vscode-uri";
import { hashText } from "#core/base/hash";
import { t } from "#core/base/text";
import type { Snapshot } from "#core/model/snapshot";
import { SnapshotError } from "#core/model/snapshotFile";
import { deepestFolder } from "#core/quartz/folders";
import { RUN_SYMBOLS_NAME } from "#core/store/runFile";
import type { Host } from "./files.ts";
import { formatImport, type KeptImport, parseImport, parseRunSnapshot } from "./keptImport.ts";

const OWN_FOLDER = ".quartz-rss";

/** Whom to tell what. */
export interface Told {
  /** The user. */
  readonly warn: (text: string) => void;
  /** The server's log. */
  readonly log: (text: string) => void;
}

export class ImportFiles {
  readonly #host: Host;
  readonly #folders: ReadonlySet<string>;
  readonly #told: Told;
  /** Files of a newer version: never written over. */
  readonly #untouchable = new Set<string>();
  readonly #said = new Set<string>();

  /** @param folders URIs of the workspace folders, as they are at any time */
  constructor(host: Host, folders: ReadonlySet<string>, told: Told) {
    this.#host = host;
    this.#folders = folders;
    this.#told = told;
  }

  /** The snapshot of the run that wrote the log; undefined where none lies beside it or where it cannot be used. */
  async readRun(log: string): Promise<Snapshot | undefined> {
    const folder = deepestFolder(log, [...this.#folders]);
    const run = Utils.dirname(URI.parse(log));
    const isRun = folder !== undefined && Utils.dirname(run).toString() === `${folder}/${OWN_FOLDER}/runs`;
    return isRun ? this.#read(Utils.joinPath(run, RUN_SYMBOLS_NAME).toString(), parseRunSnapshot) : undefined;
  }

  /** Undefined where nothing is kept, or where it cannot be used. */
  async readImport(log: string): Promise<KeptImport | undefined> {
    const place = this.#placeOf(log);
    return place && this.#read(place.file, parseImport);
  }

  /** False when it cannot be written; why is said once. */
  async writeImport(log: string, kept: KeptImport): Promise<boolean> {
    const place = this.#placeOf(log);
    if (place === undefined) {
      this.#once("noFolder", t("drift.noFolder"), this.#told.log);
      return false;
    }
    if (this.#untouchable.has(place.file)) {
      return false;
    }
    const { files } = this.#host;
    const ignore = `${place.folder}/${OWN_FOLDER}/.gitignore`;
    try {
      if ((await files.state(ignore)) === undefined) {
        await files.write(ignore, this.#host.encode("*\n"), place.folder);
      }
      await files.write(place.file, this.#host.encode(formatImport(kept)), place.folder);
      return true;
    } catch (error) {
      const text = t("drift.unwritten", { file: fileName(place.file), cause: causeOf(error) });
      this.#once(`unwritten ${place.folder}`, text, this.#told.log);
      return false;
    }
  }

  /** In the folder that holds the log, else in the first one. */
  #placeOf(log: string): { readonly folder: string; readonly file: string } | undefined {
    const folders = [...this.#folders];
    const folder = deepestFolder(log, folders) ?? folders[0];
    return folder === undefined
      ? undefined
      : { folder, file: `${folder}/${OWN_FOLDER}/imports/${hashText(log)}.json` };
  }

  async #read<T>(uri: string, parse: (text: string) => T): Promise<T | undefined> {
    try {
      if ((await this.#host.files.state(uri)) === undefined) {
        return undefined;
      }
      return parse(this.#host.decode(await this.#host.files.read(uri)));
    } catch (error) {
      const file = fileName(uri);
      if (error instanceof SnapshotError && error.why === "newer") {
        this.#untouchable.add(uri);
        this.#once(uri, t("drift.newer", { file, version: error.message }), this.#told.warn);
      } else {
        this.#once(uri, t("drift.broken", { file, cause: causeOf(error) }), this.#told.warn);
      }
      return undefined;
    }
  }

  #once(matter: string, text: string, say: (text: string) => void): void {
    if (!this.#said.has(matter)) {
      this.#said.add(matter);
      say(text);
    }
  }
}

function fileName(uri: string): string {
  return URI.parse(uri).fsPath;
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
