// Whole logs as bytes, for properties and for fuzzing: lines of every shape, mixed, cut and damaged.
import fc from "fast-check";
import { plainLine } from "./logLines.ts";
import { styled } from "./logStyle.ts";
import { ownLine } from "./ownLines.ts";
import { kindTable } from "./tableLines.ts";

/** A note, or a line that says several things at once, says what nobody asks for, or says nothing: figures unknown. */
const looseLine = styled(
  fc
    .constantFrom(
      "...153␣total␣functions␣leaked␣>8␣MB␣each...",
      "#␣Expected␣(post␣Phase␣3c,␣1985␣functions):",
      "#␣Expected␣(post-cache):␣typecheck␣~5389␣MB,␣peak␣~12438␣MB",
      "#␣Wall␣time:␣~21s",
      "[mem]␣init:·1·MB␣current␣(0ms)␣[mem]␣lex:␣3␣MB␣(+2)␣(1ms)␣[mem-fn]␣+9␣MB:␣compile",
      "[kind␣9]␣+5␣MB␣/␣3␣stmts[kind␣1009]␣+7␣MB␣/␣4␣stmts",
      "⟨[mem]⟩·peak:·12470·MB",
      "⟨[mem]⟩·codegen:·12500·MB␣peak␣12600␣MB",
      "NODE_CALL␣(9)69,186+5,764␣MB~87␣KB/call",
      "[mem-x]·a=1␣b=2",
      "[mem]␣typecheck:␣57x6␣MB",
      "[mem-fn]␣+abc␣MB:␣x",
      "[mem-fn]␣+99999999999999␣MB:␣far",
      "[kind␣x]␣+1␣MB␣/␣1␣stmts",
      "[mem-kind]␣phase=mir␣kind=x␣self=1",
    )
    .map((shape) => ({ shape })),
).map(({ text }) => [text]);

/** What is left of a table of phases or functions, by whatever was lost. */
const tableRows = fc.oneof(
  fc.subarray([
    "| phase | current MB | delta MB | elapsed ms |",
    "|---|---|---|---|",
    "| lex | 3 | 2 | 1 |",
    "| resolve_pass1 | 10462 | - | - |",
    "| peak | 25229 | | wall about 35 s |",
  ]),
  fc.subarray([
    "Function\tLeaked",
    "mir_lower$mir_lower_expr\t+136 MB",
    "compile\t+68 MB",
    "total\t+5401 MB",
  ]),
  fc.subarray(["kind             count   delta", "NODE_BLOCK 32   13,132   +14,041 MB", "NODE_LET (25)"]),
);

/** Lines of every shape, with or without meaning. */
const anyLines: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 4, arbitrary: plainLine.map(({ text }) => [text]) },
  { weight: 2, arbitrary: ownLine.map(({ text }) => [text]) },
  { weight: 2, arbitrary: looseLine },
  { weight: 1, arbitrary: tableRows },
  { weight: 1, arbitrary: kindTable.map((lines) => lines.map(({ text }) => text)) },
);

/** Whole lines, each with its end. */
function logOf(maxLength: number): fc.Arbitrary<string> {
  return fc.array(anyLines, { maxLength }).map((lines) =>
    lines
      .flat()
      .map((line) => `${line}\n`)
      .join(""),
  );
}

export const logText: fc.Arbitrary<string> = logOf(10);
export const shortLogText: fc.Arbitrary<string> = logOf(2);

const damage = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom(0, 0x09, 0x0a, 0x0d, 0x1b, 0x23, 0x5b, 0x80, 0xc3, 0xe2, 0xff)),
  { maxLength: 3 },
);

/** Logs with any line end, a byte order mark, bytes that are no text, and an end in the middle of a line. */
export const logBytes: fc.Arbitrary<Uint8Array> = fc
  .record({
    text: logText,
    crlf: fc.boolean(),
    mark: fc.constantFrom("", "", "\ufeff"),
    damage: fc.oneof(fc.constant([]), damage),
    lost: fc.oneof(fc.constant(0), fc.nat(40)),
  })
  .map(({ text, crlf, mark, damage, lost }) => {
    const whole = new TextEncoder().encode(mark + (crlf ? text.replaceAll("\n", "\r\n") : text));
    const bytes = [...whole.subarray(0, Math.max(0, whole.length - lost))];
    for (const [place, byte] of damage) {
      bytes.splice(place % (bytes.length + 1), 0, byte);
    }
    return Uint8Array.from(bytes);
  });

/** The same bytes, which a failing property shows as text (a character each) and not as numbers. */
export function readable(bytes: Uint8Array): Uint8Array {
  return Object.assign(bytes, { [fc.toStringMethod]: () => inputText(bytes) });
}

/** Bytes as a JSON string in ASCII, a character for each; `Buffer.from(text, "latin1")` is the way back. */
export function inputText(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString("latin1")).replace(
    /[\x7f-\xff]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}
