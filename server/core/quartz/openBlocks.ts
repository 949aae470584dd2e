// The stack of what is open while the blocks of a file are read.
import type { DeclarationDraft } from "./declaration.ts";
import { lastBefore } from "./layout.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

export interface OpenBlock {
  /**
   * `bracket` is round or square: line ends inside mean nothing. `brace` separates statements by them. `branches`
   * takes `elsif` and `else`. `endless` is the body behind a `=` and ends with its statement.
   */
  readonly shape: "bracket" | "brace" | "branches" | "block" | "endless";
  readonly token: number;
  /** Column of the line that the block starts in: where its `end` is expected. */
  readonly indent: number;
  /** Column of the statement that the block starts in, for one that starts in a later line of it. */
  readonly statementIndent: number;
  /** The declaration whose body this is. */
  readonly declaration: DeclarationDraft | undefined;
}

/** A block on the stack, with what has been seen of it so far. */
export interface StackedBlock extends OpenBlock {
  /** This block if it is a declaration's, else the nearest such below it. */
  owner: StackedBlock | undefined;
  /** The token that opened the current clause: the block's own, an `elsif` or an `else`. */
  clause: number;
  /** Whether the first line inside is indented deeper; undefined before that line. */
  indented: boolean | undefined;
  /** First token of the first line that is not indented deeper than this declaration; 0 before there is one. */
  dedent: number;
}

export class OpenBlocks {
  /**
   * Per token: for an opening bracket and the head of a clause, the token that ends it (a closing bracket, the next
   * `elsif` or `else` of the chain, the `end`), else 0. For one that is never closed, what comes behind it.
   */
  readonly partners: Uint32Array;
  readonly #tokens: Tokens;
  readonly #stack: StackedBlock[] = [];

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.partners = new Uint32Array(tokens.count);
  }

  get depth(): number {
    return this.#stack.length;
  }

  get top(): StackedBlock | undefined {
    return this.#stack[this.#stack.length - 1];
  }

  at(depth: number): StackedBlock | undefined {
    return this.#stack[depth];
  }

  push(block: OpenBlock): void {
    const stacked: StackedBlock = {
      shape: block.shape,
      token: block.token,
      indent: block.indent,
      statementIndent: block.statementIndent,
      declaration: block.declaration,
      owner: this.top?.owner,
      clause: block.token,
      indented: undefined,
      dedent: 0,
    };
    if (block.declaration !== undefined) {
      stacked.owner = stacked;
    }
    this.#stack.push(stacked);
  }

  /** `at` closes the block at `depth`; what is open above it was never closed. */
  closeWith(depth: number, at: number): void {
    this.closeBefore(depth + 1, at);
    const block = this.#stack.pop();
    if (block !== undefined) {
      this.partners[block.clause] = at;
      setLast(block, at);
    }
  }

  /** Ends the endless definition on top with the token before `at`. */
  closeEndless(at: number): void {
    const block = this.#stack.pop();
    if (block !== undefined) {
      this.partners[block.clause] = at;
      setLast(block, lastBefore(this.#tokens, at));
    }
  }

  /** What is open from `depth` up was never closed and ends somewhere before `at`. */
  closeBefore(depth: number, at: number): void {
    while (this.#stack.length > depth) {
      const block = this.#stack.pop();
      if (block !== undefined) {
        this.partners[block.clause] = at;
        setLast(block, lastBefore(this.#tokens, block.dedent > 0 ? block.dedent : at));
      }
    }
  }

  /** `at`, an `elsif` or `else`, starts the next clause of the block at `depth`. */
  startClause(depth: number, at: number): void {
    this.closeBefore(depth + 1, at);
    const block = this.top;
    if (block !== undefined) {
      this.partners[block.clause] = at;
      block.clause = at;
    }
  }
}

/** Notes what the first token of a line, in `column`, says about how the block that it is in is indented. */
export function witnessIndent(
  block: StackedBlock | undefined,
  token: number,
  column: number,
  kind: number,
): void {
  if (block === undefined || kind === TOKEN.end || isCloser(kind)) {
    return;
  }
  if (block.indented === undefined && kind !== TOKEN.elsif && kind !== TOKEN.else) {
    block.indented = column > block.indent;
  }
  const { owner } = block;
  if (owner !== undefined && owner.dedent === 0 && column <= owner.indent) {
    owner.dedent = token;
  }
}

function isCloser(kind: number): boolean {
  return kind >= TOKEN.closeRound && kind <= TOKEN.closeBrace;
}

function setLast(block: StackedBlock, last: number): void {
  if (block.declaration !== undefined) {
    block.declaration.last = last;
  }
}
