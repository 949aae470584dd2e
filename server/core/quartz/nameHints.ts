// What else is known of names than who bears them: the modules there are, the roots, and what people decided.
import type { IndexEntry } from "./symbolIndex.ts";

/** Which of several candidates a logged name means, as a person decided. */
export interface NameChoice {
  /** As logged. */
  readonly name: string;
  readonly uri: string;
  readonly mangledName: string;
  /** Tells overloads of one file apart; null where it is not known. */
  readonly arity: number | null;
}

export interface NameHints {
  choiceOf(name: string): NameChoice | undefined;
  /** True when functions of a module, or methods of a type, of that name are here. */
  hasModule(name: string): boolean;
  /** URIs of the files that can be compiled as the root. */
  roots(): ReadonlySet<string>;
}

export class NameHintStore implements NameHints {
  /** Module or type → how many functions it has. */
  readonly #modules = new Map<string, number>();
  readonly #roots = new Set<string>();
  #choices: ReadonlyMap<string, NameChoice> = new Map();

  setChoices(choices: readonly NameChoice[]): void {
    this.#choices = new Map(choices.map((choice) => [choice.name, choice]));
  }

  addFile(uri: string, isRoot: boolean, entries: readonly IndexEntry[]): void {
    if (isRoot) {
      this.#roots.add(uri);
    }
    for (const entry of entries) {
      const holder = holderOf(entry);
      this.#modules.set(holder, (this.#modules.get(holder) ?? 0) + 1);
    }
  }

  removeFile(uri: string, entries: readonly IndexEntry[]): void {
    this.#roots.delete(uri);
    for (const entry of entries) {
      const holder = holderOf(entry);
      const left = (this.#modules.get(holder) ?? 0) - 1;
      if (left > 0) {
        this.#modules.set(holder, left);
      } else {
        this.#modules.delete(holder);
      }
    }
  }

  choiceOf(name: string): NameChoice | undefined {
    return this.#choices.get(name);
  }

  hasModule(name: string): boolean {
    return this.#modules.has(name);
  }

  roots(): ReadonlySet<string> {
    return this.#roots;
  }
}

function holderOf({ module, symbol }: IndexEntry): string {
  return symbol.container ?? module;
}
