// Names of AST node kinds. Source of the table: the published investigation and the notes on NODE_FUNCTION.
import type { NodeConstant } from "./source.ts";

const KNOWN_KINDS: readonly (readonly [number: number, name: string])[] = [
  [6, "NODE_IDENT"],
  [7, "NODE_UNARY"],
  [8, "NODE_BINARY"],
  [9, "NODE_CALL"],
  [10, "NODE_ARRAY"],
  [13, "NODE_INDEX"],
  [14, "NODE_STRUCT_INIT"],
  [15, "NODE_FIELD_ACCESS"],
  [22, "NODE_RETURN"],
  [23, "NODE_IF"],
  [24, "NODE_WHILE"],
  [25, "NODE_LET"],
  [29, "NODE_EXPR_STMT"],
  [32, "NODE_BLOCK"],
  [34, "NODE_FUNCTION"],
  [43, "NODE_INTERP_STRING"],
  [44, "NODE_FOR"],
];

/**
 * Number → name: what the workspace's constants say, over the known table. A name that the workspace gives to another
 * number stands for that number alone. Only `NODE_*` names count.
 */
export function nodeKindNames(constants: readonly NodeConstant[]): ReadonlyMap<number, string> {
  const own = constants
    .filter(({ name }) => name.startsWith("NODE_"))
    .map(({ name, value }) => [value, name] as const);
  const named = new Set(own.map(([, name]) => name));
  return new Map([...KNOWN_KINDS.filter(([, name]) => !named.has(name)), ...own]);
}
