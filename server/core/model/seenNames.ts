// Names in a snapshot: what a logged name meant when it was taken.
import type { SeenCode, Snapshot } from "./snapshot.ts";

export class SeenNames {
  readonly #symbols: ReadonlyMap<string, readonly SeenCode[]>;
  /** Mangled names by bare name. */
  readonly #byBareName = new Map<string, string[]>();

  constructor({ symbols }: Snapshot) {
    this.#symbols = symbols;
    for (const name of symbols.keys()) {
      const bare = bareName(name);
      const known = this.#byBareName.get(bare) ?? [];
      known.push(name);
      this.#byBareName.set(bare, known);
    }
  }

  /** Undefined when no function had that mangled name. */
  symbol(mangledName: string): readonly SeenCode[] | undefined {
    return this.#symbols.get(mangledName);
  }

  /** Mangled names that ended in `bare`. */
  withBareName(bare: string): readonly string[] {
    return this.#byBareName.get(bare) ?? [];
  }

  /** The mangled name that a logged name stood for, in the order of `resolveName`; undefined when none or several. */
  meantBy(logged: string): string | undefined {
    if (this.#symbols.has(logged)) {
      return logged;
    }
    const written = logged.replace(/^__Future_/, "");
    const withoutGenerated = written.replace(/(?:\$(?:poll|\d+))+$/, "");
    const whole = [withoutGenerated, ...prefixes(withoutGenerated)];
    const [only, ...others] = this.withBareName(bareName(withoutGenerated));
    return whole.find((name) => this.#symbols.has(name)) ?? (others.length === 0 ? only : undefined);
  }
}

export function bareName(mangledName: string): string {
  return mangledName.slice(mangledName.lastIndexOf("$") + 1);
}

/** `a$b$c` → `a$b`. One part alone is a module as often as a function. */
function prefixes(name: string): readonly string[] {
  const parts = name.split("$");
  return parts.map((_, drop) => parts.slice(0, parts.length - drop).join("$")).slice(1, -1);
}
