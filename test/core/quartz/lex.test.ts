import { describe, expect, test } from "vitest";
import { lex } from "#core/quartz/lex";
import { TOKEN } from "#core/quartz/tokens";

const KIND_NAMES = new Map<number, string>(Object.entries(TOKEN).map(([name, kind]) => [kind, name]));

/** `kind:text`, line ends as `⏎`. */
function tokens(text: string): string {
  const read = lex(text);
  return Array.from({ length: read.count }, (_, at) =>
    read.kind(at) === TOKEN.newline ? "⏎" : `${KIND_NAMES.get(read.kind(at))}:${read.textOf(at)}`,
  ).join(" ");
}

describe("tokens", () => {
  test.each([
    ["x = 0x48 # note\n\n  y", "name:x assign:= number:0x48 ⏎ name:y"],
    ["0..10 1.abs 3.14", "number:0 operator:.. number:10 number:1 dot:. name:abs number:3.14"],
    [
      "xs.empty? opt?.size a ?? b",
      "name:xs dot:. name:empty? name:opt dot:?. name:size name:a chain:?? name:b",
    ],
    ["step! f()?", "name:step bang:! name:f openRound:( closeRound:) question:?"],
    ["$log @cfg(x) :end", "macroCall:$log attribute:@cfg openRound:( name:x closeRound:) symbol::end"],
    ["a::B x:Int", "name:a doubleColon::: name:B name:x colon:: name:Int"],
    ["'\"' '#' '\\''", "character:'\"' character:'#' character:'\\''"],
    ["Vec<Int>= x", "name:Vec less:< name:Int greaterEqual:>= name:x"],
    ["größe → 1", "name:größe name:→ number:1"],
    ["\ufeffdef x", "def:def name:x"],
  ])("%j", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  test.each([
    ["x.end", "name:x dot:. name:end"],
    ["f(match: 1)", "name:f openRound:( name:match colon:: number:1 closeRound:)"],
    ["ns::match", "name:ns doubleColon::: name:match"],
    ["def end()", "def:def name:end openRound:( closeRound:)"],
    ["else", "else:else"],
  ])("a keyword that is used as a name: %j", (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });
});

test("line and column of a token, behind strings over several lines too", () => {
  const read = lex('a\r\n  """x\n\ny""" b\rc');
  const places = Array.from({ length: read.count }, (_, at) => at)
    .filter((at) => read.kind(at) !== TOKEN.newline)
    .map((at) => `${read.line(at)}:${read.column(at)}`);
  expect(places).toEqual(["0:0", "1:2", "3:5", "4:0"]);
});

test("time is linear in garbage", () => {
  for (const unit of ["(", '"#{', "#{", '"""#{', "'", "\\", "@", '"', "\r"]) {
    const start = performance.now();
    lex(unit.repeat(100_000));
    expect(performance.now() - start, unit).toBeLessThan(2000);
  }
});
