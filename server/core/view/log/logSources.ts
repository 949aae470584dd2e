// What the words of a log mean in the sources of the workspace. Nothing outside of the index is ever named.
import type { Range } from "../../base/range.ts";
import type { SourcePlace } from "../../log/record.ts";
import { type BranchPlace, branchesByKind } from "../../model/dispatchers.ts";
import { kindOf } from "../../model/kindFigures.ts";
import { type Resolution, resolveName } from "../../quartz/resolveName.ts";
import type { IndexEntry, IndexedFile, SymbolLookup } from "../../quartz/symbolIndex.ts";
import type { LogWord } from "./logWords.ts";

/** A place in a source of the workspace. */
export interface SourceTarget {
  readonly uri: string;
  /** What to select. */
  readonly range: Range;
}

/** Answers are remembered: a log names few functions in many lines. Good as long as the index does not change. */
export interface LogSources {
  resolve(name: string): Resolution;
  /** The only indexed file whose path ends with all segments of the place's file. */
  fileOf(place: SourcePlace): IndexedFile | undefined;
  kind(word: Extract<LogWord, { type: "kind" }>): KindMeaning;
}

/** What a kind's number stands for. */
export interface KindMeaning {
  /** `NODE_CALL` */
  readonly name: string;
  /** Without the offset for expressions. */
  readonly number: number;
  readonly dispatcher: string;
  readonly branches: readonly BranchPlace[];
  readonly handlers: readonly IndexEntry[];
}

/** @param kindNames node kind number → name */
export function logSources(index: SymbolLookup, kindNames: () => ReadonlyMap<number, string>): LogSources {
  const resolve = remembered((name: string) => resolveName(index, name));
  const names = lazily(kindNames);
  const places = lazily(() => branchesByKind(index));
  const files = remembered((path: string) => onlyFile(index, path));
  return {
    resolve,
    fileOf: ({ file }) => files(file),
    kind: (word) => {
      const { number, dispatcher } =
        word.dispatcher === undefined
          ? kindOf(word.number)
          : { number: word.number, dispatcher: bareName(word.dispatcher) };
      const name = names().get(number) ?? `NODE_?${number}`;
      const branches = places()(dispatcher, name);
      const handlers = branches.flatMap(({ handler }) => handler ?? []);
      return { name, number, dispatcher, branches, handlers: [...new Set(handlers)] };
    },
  };
}

/** Where a word leads: all there are. */
export function targetsOf(word: LogWord, sources: LogSources): readonly SourceTarget[] {
  switch (word.type) {
    case "function": {
      const found = sources.resolve(word.name);
      return found.how === "ambiguous"
        ? found.candidates.map(declarationOf)
        : "entry" in found
          ? [declarationOf(found.entry)]
          : [];
    }
    case "kind": {
      const { branches, handlers } = sources.kind(word);
      return [
        ...branches.map(({ uri, branch }) => ({ uri, range: branch.range })),
        ...handlers.map(declarationOf),
      ];
    }
    case "place": {
      const { line } = word.source;
      const start = { line, character: 0 };
      const file = sources.fileOf(word.source);
      return file === undefined ? [] : [{ uri: file.uri, range: { start, end: start } }];
    }
    case "phase":
      return [];
  }
}

function declarationOf({ uri, symbol }: IndexEntry): SourceTarget {
  return { uri, range: symbol.nameRange };
}

/** The last part of a source's URI, for people. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function onlyFile(index: SymbolLookup, path: string): IndexedFile | undefined {
  const wanted = segmentsOf(path.replace(/^(?:\.[\\/])+/, ""));
  if (wanted.some((segment) => segment === "." || segment === "..")) {
    return undefined;
  }
  const found = [...index.files()].filter(({ path: candidate }) => {
    const end = segmentsOf(candidate).slice(-wanted.length);
    return end.length === wanted.length && end.every((segment, at) => segment === wanted[at]);
  });
  const here = index.prefer(found);
  return here.length === 1 ? here[0] : undefined;
}

function segmentsOf(path: string): readonly string[] {
  return path.split(/[\\/]/);
}

function bareName(name: string): string {
  return name.slice(name.lastIndexOf("$") + 1);
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function remembered<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: answer(key) };
    known.set(key, found);
    return found.value;
  };
}
