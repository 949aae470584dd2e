// The processes of this machine.
import { platform } from "node:os";
import { LinuxTable } from "./linuxTable.ts";
import { MacTable } from "./macTable.ts";
import type { ProcessTable } from "./processRow.ts";

/** @param mark value of the marker, of letters, digits and `-` */
export function processTable(mark: string): ProcessTable {
  return platform() === "darwin" ? new MacTable(mark) : new LinuxTable(mark);
}
