// What the `.qz` front end finds in one file, as readonly data. Lines and characters are 0-based.
import type { Range } from "../base/range.ts";
import type { Code } from "./code.ts";

export const SYMBOL_KINDS = [
  "function",
  "method",
  "extern",
  "macro",
  "struct",
  "enum",
  "trait",
  "type",
  "newtype",
] as const;

export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/** A declaration. The range runs from its first keyword (attributes left out) to the end of its last line. */
export interface SourceSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** The type of the `impl`, `extend`, `trait` or `struct` that holds a method. */
  readonly container: string | undefined;
  readonly range: Range;
  readonly nameRange: Range;
  /** Declared parameters; undefined for types. */
  readonly arity: number | undefined;
  /** Undefined for what is neither compiled nor expanded. */
  readonly code: Code | undefined;
}

/** One branch of a dispatch on node kinds: `elsif kind == ns::NODE_CALL`, or a `match` arm. */
export interface DispatchBranch {
  /** The function that holds the branch. */
  readonly dispatcher: string;
  /** `NODE_CALL` */
  readonly kindName: string;
  /** Head to the last line of the body. */
  readonly range: Range;
  /** The function that the branch hands the node to, as written: `typecheck_expr_handlers::tc_expr_call`. */
  readonly handler: string | undefined;
  readonly code: Code;
}

/** `const NODE_CALL = 9`, or the older `def NODE_CALL(): Int = 9`. */
export interface NodeConstant {
  readonly name: string;
  readonly value: number;
}

/** One `.qz` file, read. */
export interface SourceFile {
  readonly lineCount: number;
  readonly symbols: readonly SourceSymbol[];
  readonly branches: readonly DispatchBranch[];
  readonly constants: readonly NodeConstant[];
}
