// What the block reader finds of a declaration, in tokens.

/** `holder` is an `impl` or `extend`: it has a type and methods, but is no symbol. */
export type DeclarationKind =
  | "function"
  | "extern"
  | "macro"
  | "struct"
  | "enum"
  | "trait"
  | "type"
  | "newtype"
  | "holder";

export interface Declaration {
  readonly kind: DeclarationKind;
  /** First keyword: `def`, or the `extern` before it. */
  readonly first: number;
  /** Undefined where no name has been typed yet. */
  readonly name: number | undefined;
  /** The type whose methods are declared inside; undefined for functions and macros. */
  readonly methodsOf: string | undefined;
  /** First tokens of the parameters; undefined for types. */
  readonly parameters: readonly number[] | undefined;
  /** The token behind the head. */
  readonly bodyStart: number;
  /** The declaration that directly holds this one. */
  readonly parent: Declaration | undefined;
  /** Last token. */
  readonly last: number;
}

/** A declaration whose end has not been read. */
export type DeclarationDraft = { -readonly [K in keyof Declaration]: Declaration[K] };

/** True for declarations that are compiled to code or expanded into it, which hold no methods. */
export function isCallable(kind: DeclarationKind): boolean {
  return kind === "function" || kind === "extern" || kind === "macro";
}
