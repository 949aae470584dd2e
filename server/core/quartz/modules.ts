// How a declaration in a file gets the name that logs use.
import type { SourceFile, SourceSymbol } from "./source.ts";

/** Short module name of a path with `/` or `\`: `std/ffi/socket.qz` → `socket`, `error/mod.qz` → `error`. */
export function moduleOf(path: string): string {
  const parts = path.split(/[\\/]/);
  const name = (parts.at(-1) ?? "").replace(/\.qz$/, "");
  return name === "mod" ? (parts.at(-2) ?? name) : name;
}

/** True when the file has a top-level `main`: it can be compiled as the root, whose functions have no prefix. */
export function isRootSource({ symbols }: SourceFile): boolean {
  return symbols.some(
    ({ name, kind, range: { start } }) =>
      name === "main" &&
      kind === "function" &&
      !symbols.some(({ range }) => range.start.line < start.line && start.line <= range.end.line),
  );
}

/** `module$function`, `Type$method`, the bare name in a root file; null for types, which no log line names. */
export function mangledName(symbol: SourceSymbol, module: string, isRoot: boolean): string | null {
  switch (symbol.kind) {
    case "method":
      return symbol.container === undefined ? null : `${symbol.container}$${symbol.name}`;
    case "function":
    case "extern":
      return isRoot ? symbol.name : `${module}$${symbol.name}`;
    case "macro":
    case "struct":
    case "enum":
    case "trait":
    case "type":
    case "newtype":
      return null;
  }
}
