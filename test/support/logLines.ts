// Lines of memory logs as generators: what a line says, and one of the many ways in which it can be written.
import fc from "fast-check";
import { type Said, said } from "./logFigures.ts";
import { styled } from "./logStyle.ts";

/** A line without its end, and what a reader must find in it. */
export interface WrittenLine {
  readonly text: string;
  readonly figures: readonly Said[];
}

interface LineShape {
  /** In the notation of `styled`. */
  readonly shape: string;
  readonly figures: readonly Said[];
}

const word = fc.string({ unit: fc.constantFrom(..."abcdeinrst_"), minLength: 1, maxLength: 9 });
export const functionName = fc.oneof(
  fc.constantFrom(
    "mir_lower$mir_lower_expr",
    "compile",
    "Vec$push",
    "__Future_12$poll",
    "List$empty?",
    "é$ü",
  ),
  fc.tuple(word, word).map(([module, own]) => `${module}$${own}`),
);
/** Whole MB: small, as in logs, and as large as can be counted exactly. */
const megabytes = fc.oneof(fc.nat(200), fc.nat(30_000), fc.nat(8_589_934_591));
const calls = fc.oneof(fc.nat(9), fc.nat(300_000), fc.maxSafeNat());
const signed = fc
  .tuple(fc.constantFrom("+", "-", "+-", "−"), megabytes)
  .map(([sign, mb]) => ({ text: `${sign}${mb}`, mb: sign === "+" || mb === 0 ? mb : -mb }));

export function styledLine(shape: fc.Arbitrary<LineShape>): fc.Arbitrary<WrittenLine> {
  return styled(shape).map(({ text, said: { figures } }) => ({ text, figures }));
}

export const functionLine = styledLine(
  fc.record({ delta: signed, name: functionName }).map(({ delta, name }) => ({
    shape: `⟨[mem-fn]⟩·⟨${delta.text}·MB⟩·:·⟨${name}⟩`,
    figures: said([`fn ${name}`], { delta: `${delta.mb} MB` }),
  })),
);

export const kindLine = styledLine(
  fc
    .record({
      number: fc.oneof(fc.nat(200), fc.integer({ min: 1000, max: 1200 }), fc.nat(0xffff_ffff)),
      delta: signed,
      calls,
      unit: fc.constantFrom("", " stmts", " calls"),
    })
    .map(({ number, delta, calls, unit }) => ({
      shape: `⟨[kind␣${number}]⟩·⟨${delta.text}·MB⟩·/·⟨${calls}⟩${unit}`,
      figures: said([`kind ${number}`], { delta: `${delta.mb} MB`, calls }),
    })),
);

const phaseName = fc.oneof(
  fc.constantFrom(
    "init",
    "lex",
    "parse",
    "resolve_pass1",
    "resolve",
    "typecheck",
    "tc_free",
    "mir",
    "codegen",
  ),
  word,
);
/** What may stand behind a reading. */
const phaseTail = fc.oneof(
  fc.constantFrom("", "·,·82␣modules", " peak (current␣≈␣peak)").map((shape) => ({ shape, figures: {} })),
  fc.nat(99_999).map((ms) => ({ shape: ` current·(${ms}ms)`, figures: { ms } })),
  fc.record({ delta: signed, ms: fc.nat(99_999) }).map(({ delta, ms }) => ({
    shape: `·⟨(${delta.text})⟩·(${ms}ms)`,
    figures: { delta: `${delta.mb} MB`, ms },
  })),
  signed.map((delta) => ({
    shape: `·(${delta.text})·←␣THE␣TARGET␣DELTA`,
    figures: { delta: `${delta.mb} MB` },
  })),
);

export const phaseLine = styledLine(
  fc
    .record({ name: phaseName, mb: megabytes, about: fc.constantFrom("", "", "~"), tail: phaseTail })
    .map(({ name, mb, about, tail }) => ({
      shape: `⟨[mem]⟩·⟨${name}⟩:·⟨${about}${mb}·MB⟩${tail.shape}`,
      figures: said([`phase ${name}`], { [about === "~" ? "rss ~" : "rss"]: `${mb} MB`, ...tail.figures }),
    })),
);

const count = fc.nat(99_999);

export const countLine = styledLine(
  fc.oneof(
    count.map((value) => ({
      shape: `⟨[mem]⟩ tc␣Vec␣entries␣(sum␣of␣sizes):·⟨${value}⟩`,
      figures: said(["tc Vec entries (sum of sizes)"], { count: value }),
    })),
    fc.tuple(count, count).map(([structs, funcs]) => ({
      shape: `⟨[mem]⟩ tc␣registry:·structs=${structs} funcs=${funcs}`,
      figures: [
        ...said(["tc registry.structs"], { count: structs }),
        ...said(["tc registry.funcs"], { count: funcs }),
      ],
    })),
  ),
);

const otherText = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      "  ",
      "\t",
      "compiling std/module_12.qz [3/82] ok, 12 MB",
      "RAM: 128 MiB, PMM pool: 64 MiB (16384 pgs)",
    ],
    ...[
      "[memory] init: 1 MB current (0ms)",
      "[info] +5 MB: compile",
      "[kindly] +5 MB / 3 stmts",
      "[members]: 5 MB (+3)",
    ],
    ...[
      "[kind1009] +5 MB / 3 stmts",
      "[MEM] init: 1 MB",
      "[mem.fn] +9 MB: a",
      "mem] init: 1 MB",
      "[ mem] lex: 3 MB",
    ],
    ...[
      "mir: 1200 MB (+300) (15ms)",
      "peak 12470 MB",
      "# comment, 12 MB",
      "...and 12 more",
      "linking...",
      "+93 MB: compile",
    ],
    ...[
      "| File | Size MB |",
      "|---|---|",
      "| a.qz | 12 |",
      "phase=mir fn=a$b self=1 total=2 calls=3",
      "\u001b[32mok\u001b[0m",
    ],
  ),
  fc
    .array(
      fc.oneof(word, fc.nat(9999).map(String), fc.constantFrom("MB", "(+3)", "[", "]", "[x]", "~", ":", "/")),
      {
        maxLength: 6,
      },
    )
    .map((words) => words.join(" ")),
);

/** A line of another program, which says nothing. */
export const otherLine: fc.Arbitrary<WrittenLine> = otherText.map((text) => ({ text, figures: [] }));

/** Lines that say exactly what their figures are. */
export const plainLine = fc.oneof(functionLine, kindLine, phaseLine, countLine, otherLine);
