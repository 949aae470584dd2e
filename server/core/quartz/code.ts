// The code of a declaration or branch, to tell whether it has changed.
import { Hash64 } from "../base/hash.ts";
import { lex } from "./lex.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/**
 * Code whose hash is made when somebody asks, once: hashing all that is read would add a fifth to reading it, and only
 * the functions that a log names are asked for.
 */
export class Code {
  readonly #text: string;
  #hash: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** See `hashCode`. */
  get hash(): string {
    this.#hash ??= hashCode(this.#text);
    return this.#hash;
  }

  /** Takes the hash over, if there is one, from code that is the same to the letter. False when it is not. */
  takeOver(from: Code | undefined): boolean {
    const isSame = from !== undefined && from.#text === this.#text;
    this.#hash ??= isSame ? from.#hash : undefined;
    return isSame;
  }
}

/** Takes over what an edit in one place left as it was, above it and below. */
export function keepHashes(before: readonly Code[], now: readonly Code[]): void {
  let first = 0;
  while (now[first]?.takeOver(before[first]) === true) {
    first++;
  }
  for (let last = 1; now.length - last >= first; last++) {
    if (now.at(-last)?.takeOver(before.at(-last)) !== true) {
      return;
    }
  }
}

/** From where the first token starts to where the last one ends. */
export function codeOf(tokens: Tokens, first: number, last: number): Code {
  return new Code(tokens.text.slice(tokens.start(first), tokens.end(last)));
}

/** Beyond any code unit, so that `ab c` and `a bc` differ. */
const KINDS = 0x10000;

/**
 * Hash of the tokens, strings whole, and of where lines end between them. Comments and blanks do not count, since they
 * change no figure; nor do the indent and the way in which line ends are spelled.
 */
export function hashCode(text: string): string {
  const tokens = lex(text);
  const hash = new Hash64();
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kind(at);
    hash.unit(KINDS + kind);
    if (kind === TOKEN.string) {
      const string = tokens.textOf(at).replaceAll("\r\n", "\n");
      hash.text(string, 0, string.length);
    } else if (kind !== TOKEN.newline) {
      hash.text(tokens.text, tokens.start(at), tokens.end(at));
    }
  }
  return hash.value;
}
