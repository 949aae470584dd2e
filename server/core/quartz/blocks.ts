// Blocks and declarations of a file, in one walk over its tokens. The rules are those of the language notes:
// count keywords that open at the start of a statement or where an expression is due, and heed indentation.
import { skipAttribute } from "./attributes.ts";
import { closeBlock, closeBracket, closeEndless, dropDeadBrackets, startClause } from "./closing.ts";
import type { Declaration, DeclarationDraft } from "./declaration.ts";
import { readHead } from "./head.ts";
import { isContinued } from "./layout.ts";
import { depthAtDeclaration } from "./matching.ts";
import { OpenBlocks, witnessIndent } from "./openBlocks.ts";
import { openDeclaration } from "./openDeclaration.ts";
import { mayOpen, opensBlock, startsAnew } from "./openers.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

export interface Syntax {
  readonly tokens: Tokens;
  /** See `OpenBlocks.partners`. */
  readonly partners: Uint32Array;
  /** In source order. */
  readonly declarations: readonly Declaration[];
}

/** Finds what closes what. Linear, and total: damage costs the function it is in. */
export function readBlocks(tokens: Tokens): Syntax {
  return new BlockReader(tokens).run();
}

class BlockReader {
  readonly #tokens: Tokens;
  readonly #open: OpenBlocks;
  readonly #declarations: DeclarationDraft[] = [];
  /** Columns of the first token of the line, and of the statement, which may have begun some lines before. */
  #lineIndent = 0;
  #statementIndent = 0;
  #startsLine = true;
  #startsStatement = true;
  /** True until a `;`: a declaration here says with its column what cannot be open any more. */
  #isFirstInLine = true;
  #isLineContinued = false;
  /** True between the head of a loop and its `do` or line end. */
  #awaitsDo = false;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.#open = new OpenBlocks(tokens);
  }

  run(): Syntax {
    const tokens = this.#tokens;
    for (let at = 0; at < tokens.count; ) {
      at = tokens.kind(at) === TOKEN.newline ? this.#lineEnd(at) : this.#token(at);
    }
    this.#open.closeBefore(0, tokens.count);
    return { tokens, partners: this.#open.partners, declarations: this.#declarations };
  }

  #lineEnd(at: number): number {
    this.#isLineContinued = this.#open.top?.shape === "bracket" || isContinued(this.#tokens, at);
    const before = this.#tokens.kind(at - 1);
    // The body of a lambda may start on the next line.
    if (!this.#isLineContinued && before !== TOKEN.arrow && before !== TOKEN.fatArrow) {
      closeEndless(this.#open, at);
    }
    this.#startsLine = true;
    this.#awaitsDo = false;
    return at + 1;
  }

  #token(at: number): number {
    const kind = this.#tokens.kind(at);
    if (this.#startsLine) {
      this.#startsLine = false;
      this.#lineStart(at, kind);
    }
    const startsStatement = this.#startsStatement;
    this.#startsStatement = false;
    if (kind >= TOKEN.def) {
      return this.#declaration(at, kind, startsStatement);
    }
    if (kind === TOKEN.attribute && startsStatement) {
      this.#startsStatement = true;
      return skipAttribute(this.#tokens, at);
    }
    this.#read(at, kind, startsStatement);
    return at + 1;
  }

  #lineStart(at: number, kind: number): void {
    const column = this.#tokens.column(at);
    this.#lineIndent = column;
    if (this.#isLineContinued && startsAnew(kind)) {
      dropDeadBrackets(this.#open, at, column);
      this.#isLineContinued = this.#open.top?.shape === "bracket";
    }
    if (!this.#isLineContinued) {
      this.#statementIndent = column;
      this.#startsStatement = true;
      this.#isFirstInLine = true;
      witnessIndent(this.#open.top, at, column, kind);
    }
  }

  #read(at: number, kind: number, startsStatement: boolean): void {
    switch (kind) {
      case TOKEN.openRound:
      case TOKEN.openSquare:
        this.#push("bracket", at);
        break;
      case TOKEN.openBrace:
        this.#push("brace", at);
        break;
      case TOKEN.closeRound:
      case TOKEN.closeSquare:
      case TOKEN.closeBrace:
        closeBracket(this.#open, this.#tokens, at);
        break;
      case TOKEN.semicolon:
        closeEndless(this.#open, at);
        this.#startsStatement = this.#open.top?.shape !== "bracket";
        this.#isFirstInLine = false;
        this.#awaitsDo = false;
        break;
      case TOKEN.end:
        closeBlock(this.#open, this.#tokens, at);
        break;
      case TOKEN.elsif:
      case TOKEN.else:
        startClause(this.#open, this.#tokens, at);
        break;
      case TOKEN.do:
        this.#do(at);
        break;
      case TOKEN.prefixWord:
        // `async def`
        this.#startsStatement = startsStatement;
        break;
      default:
        this.#word(at, kind, startsStatement);
        break;
    }
  }

  #word(at: number, kind: number, startsStatement: boolean): void {
    const spot = { token: at, startsStatement, lineIndent: this.#lineIndent };
    if (mayOpen(kind) && opensBlock(this.#tokens, spot)) {
      const takesClauses = kind === TOKEN.if || kind === TOKEN.maybeBlock;
      this.#push(takesClauses ? "branches" : "block", at);
      this.#awaitsDo = kind === TOKEN.while || kind === TOKEN.for || kind === TOKEN.maybeBlock;
    }
  }

  /** `while x do` has its block already; `do ->` is always one of its own. */
  #do(at: number): void {
    if (!this.#awaitsDo || this.#tokens.kind(at + 1) === TOKEN.arrow) {
      this.#push("block", at);
    }
    this.#awaitsDo = false;
  }

  #push(shape: "bracket" | "brace" | "branches" | "block", token: number): void {
    const indents = { indent: this.#lineIndent, statementIndent: this.#statementIndent };
    this.#open.push({ shape, token, declaration: undefined, ...indents });
  }

  #declaration(at: number, kind: number, startsStatement: boolean): number {
    if (kind === TOKEN.private) {
      this.#startsStatement = startsStatement;
      return at + 1;
    }
    const mayDeclare = startsStatement || kind === TOKEN.def;
    const head = mayDeclare ? readHead(this.#tokens, at, this.#lineIndent) : undefined;
    if (head === undefined) {
      return at + 1;
    }
    if (startsStatement && this.#isFirstInLine) {
      this.#open.closeBefore(depthAtDeclaration(this.#open, this.#lineIndent), at);
    }
    this.#isFirstInLine = false;
    const { declaration, next } = openDeclaration(this.#open, this.#tokens, at, this.#lineIndent, head);
    this.#declarations.push(declaration);
    return next;
  }
}
