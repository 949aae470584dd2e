// Why a logged name leads nowhere, as far as the workspace tells.
import type { SymbolLookup } from "./symbolIndex.ts";

/**
 * `noFunction`: its module or type is here, the function is not. `noModule`: neither is. `notInRoot`: a name without a module
 * belongs to a root file, and none here has it. `noRoot`: no file here can be a root.
 */
export type UnknownReason = "noFunction" | "noModule" | "notInRoot" | "noRoot";

export function unknownReason({ hints }: SymbolLookup, logged: string): UnknownReason {
  const parts = logged.replace(/^__Future_/, "").split("$");
  const [holder = ""] = parts;
  if (parts.length === 1 || (parts.length === 2 && /^(?:poll|\d+)$/.test(parts[1] ?? ""))) {
    return hints.roots().size === 0 ? "noRoot" : "notInRoot";
  }
  return hints.hasModule(holder) ? "noFunction" : "noModule";
}
