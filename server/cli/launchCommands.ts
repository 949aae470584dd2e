// Commands that start builds, and what belongs to them.
import { run } from "./run.ts";
import { savePatch } from "./savePatch.ts";
import type { Command } from "./storeCommands.ts";

/** By name. */
export const launchCommands: ReadonlyMap<string, Command> = new Map([
  ["run", run],
  ["save-patch", savePatch],
]);
