// Commands about kept runs. Each reads its own part of the command line.
import { parseArgs } from "node:util";
import { importLogs } from "./importLog.ts";
import type { Streams } from "./io.ts";
import { ledger, trend } from "./ledger.ts";
import { runs } from "./runs.ts";
import { formatOf } from "./usage.ts";
import { workspaceFolder } from "./workspaceFolder.ts";

export type Command = (args: readonly string[], streams: Streams) => Promise<number>;

const TEXT = { type: "string" } as const;

/** By name. */
export const storeCommands: ReadonlyMap<string, Command> = new Map([
  [
    "runs",
    async (args, streams) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          format: { ...TEXT, default: "text" },
          ...{ folder: TEXT, label: TEXT, note: TEXT, keep: TEXT },
          delete: { type: "boolean", default: false },
        },
      });
      const workspace = await workspaceFolder(values.folder);
      const { label, note, keep } = values;
      const names = { label, note, keep, isDelete: values.delete };
      return runs({ workspace, ids: positionals, format: formatOf(values.format), ...names }, streams);
    },
  ],
  [
    "import",
    async (args, streams) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { folder: TEXT, label: TEXT, note: TEXT },
      });
      const workspace = await workspaceFolder(values.folder);
      return importLogs({ workspace, files: positionals, label: values.label, note: values.note }, streams);
    },
  ],
  [
    "ledger",
    async (args, streams) => {
      const { values } = parseArgs({
        args: [...args],
        options: { format: { ...TEXT, default: "text" }, folder: TEXT, base: TEXT },
      });
      const workspace = await workspaceFolder(values.folder);
      return ledger({ workspace, format: formatOf(values.format), base: values.base }, streams);
    },
  ],
  [
    "trend",
    async (args, streams) => {
      const { values } = parseArgs({
        args: [...args],
        options: { format: { ...TEXT, default: "text" }, folder: TEXT },
      });
      const workspace = await workspaceFolder(values.folder);
      return trend({ workspace, format: formatOf(values.format) }, streams);
    },
  ],
] satisfies readonly (readonly [string, Command])[]);
