import type { DeclarationDraft } from "./declaration.ts";
import { hasBody } from "./declarationBody.ts";
import type { Head } from "./head.ts";
import { lastBefore } from "./layout.ts";
import type { OpenBlocks } from "./openBlocks.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

export interface OpenedDeclaration {
  readonly declaration: DeclarationDraft;
  /** The token to go on with. */
  readonly next: number;
}

/** Opens the body of the declaration that starts at `at`, if it has one. */
export function openDeclaration(
  open: OpenBlocks,
  tokens: Tokens,
  at: number,
  lineIndent: number,
  head: Head,
): OpenedDeclaration {
  const owner = open.top?.owner;
  const isOpen = hasBody(tokens, head, owner);
  const declaration: DeclarationDraft = {
    kind: head.kind === "extern" && isOpen ? "function" : head.kind,
    first: at,
    name: head.name,
    methodsOf: head.methodsOf,
    parameters: head.parameters,
    bodyStart: head.end,
    parent: owner?.declaration,
    last: lastBefore(tokens, head.end),
  };
  const block = { indent: head.indent, statementIndent: lineIndent, declaration };
  switch (tokens.kind(head.end)) {
    case TOKEN.assign:
    case TOKEN.greaterEqual:
      open.push({ ...block, shape: "endless", token: at });
      return { declaration, next: head.end + 1 };
    case TOKEN.openBrace:
      open.push({ ...block, shape: "brace", token: head.end });
      return { declaration, next: head.end + 1 };
    case TOKEN.do:
      open.push({ ...block, shape: "block", token: at });
      return { declaration, next: head.end + 1 };
    default:
      if (isOpen) {
        open.push({ ...block, shape: "block", token: at });
      }
      return { declaration, next: head.end };
  }
}
