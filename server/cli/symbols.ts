// `quartz-rss symbols`
import { t } from "#core/base/text";
import { isRootSource, mangledName, moduleOf } from "#core/quartz/modules";
import { readSource } from "#core/quartz/readSource";
import type { SourceFile } from "#core/quartz/source";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, inputName, readInput, type Streams } from "./io.ts";
import { projectRoots, sameFile } from "./projectRoots.ts";

export interface SymbolsOptions {
  readonly files: readonly string[];
  readonly format: "text" | "json";
  /** The root file: its functions have no prefix. */
  readonly root: string | undefined;
}

interface SymbolJson {
  readonly file: string;
  readonly name: string;
  readonly mangledName: string | null;
  readonly kind: string;
  /** 1-based, both included; attributes are not in the range. */
  readonly startLine: number;
  readonly endLine: number;
}

export async function symbols(options: SymbolsOptions, streams: Streams): Promise<number> {
  const roots = options.root === undefined ? await projectRoots(process.cwd(), streams) : [options.root];
  const rows: SymbolJson[] = [];
  let code = EXIT_OK;
  for (const file of options.files) {
    try {
      const source = readSource(await readText(file, streams));
      const isRoot = roots.length > 0 ? roots.some((root) => sameFile(root, file)) : isRootSource(source);
      rows.push(...rowsOf(file, source, isRoot));
    } catch (error) {
      streams.err(t("cli.unreadable", { file: inputName(file), cause: causeOf(error) }));
      code = EXIT_UNUSABLE;
    }
  }
  await streams.out(options.format === "json" ? `${JSON.stringify(rows, null, 2)}\n` : textOf(rows));
  return code;
}

function rowsOf(file: string, source: SourceFile, isRoot: boolean): readonly SymbolJson[] {
  return source.symbols.map((symbol) => ({
    file: inputName(file),
    name: symbol.name,
    // Without a file there is no module to name it after.
    mangledName: file === "-" && !isRoot ? null : mangledName(symbol, moduleOf(file), isRoot),
    kind: symbol.kind,
    startLine: symbol.range.start.line + 1,
    endLine: symbol.range.end.line + 1,
  }));
}

function textOf(rows: readonly SymbolJson[]): string {
  return rows
    .map(
      (row) => `${row.file}:${row.startLine}-${row.endLine}\t${row.kind}\t${row.mangledName ?? row.name}\n`,
    )
    .join("");
}

async function readText(file: string, streams: Streams): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of readInput(file, streams)) {
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
