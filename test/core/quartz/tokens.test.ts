import { expect, test } from "vitest";
import { lex } from "#core/quartz/lex";
import { TOKEN } from "#core/quartz/tokens";

test("looking beyond either end finds nothing and is no error", () => {
  const tokens = lex("f (x)");
  expect([-1, 4, 99].map((at) => tokens.kind(at))).toEqual([TOKEN.none, TOKEN.none, TOKEN.none]);
  expect([tokens.start(4), tokens.end(4), tokens.line(4), tokens.textOf(4)]).toEqual([5, 5, 0, ""]);
});

test("tokens touch where nothing stands between them", () => {
  const tokens = lex("f (x)");
  expect([0, 1, 2].map((at) => tokens.touchesNext(at))).toEqual([false, true, true]);
});
