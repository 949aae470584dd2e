// The many ways in which one line can be written: spacing, what stands before it, colours.
import fc from "fast-check";

interface Style {
  readonly prefix: string;
  readonly suffix: string;
  /** Taken in turn, from the first again after the last. */
  readonly blanks: readonly string[];
  /** Taken in turn likewise; empty for no colour. */
  readonly colours: readonly string[];
  /** Of the whole line. */
  readonly colour: string;
}

const ESCAPE = "\u001b";
const MARKS = /[·⟨⟩␣ ]/g;

const colour = fc.constantFrom("", "32", "1;31", "38;5;208");
const plain: fc.Arbitrary<Style> = fc.constant({
  ...{ prefix: "", suffix: "", blanks: [" "], colours: [""], colour: "" },
});
const fancy: fc.Arbitrary<Style> = fc.record({
  prefix: fc.constantFrom(
    ...["", "  ", "\t", "12:01:33 ", "2026-04-15T10:00:01.5Z ", "build: ", "[build] ", "#5 0.5 "],
    ...["task:compile | ", "❯ ", "# ", "#   ", "  ## "],
  ),
  suffix: fc.constantFrom("", "", " ", "\t "),
  blanks: fc.array(fc.constantFrom("", " ", "  ", "\t", " \t  ", "\u00a0", "                     "), {
    minLength: 1,
    maxLength: 5,
  }),
  colours: fc.oneof(fc.constant([""]), fc.array(colour, { minLength: 1, maxLength: 3 })),
  colour: fc.oneof({ weight: 5, arbitrary: fc.constant("") }, { weight: 1, arbitrary: colour }),
});

/**
 * Lines in any style. In a shape `·` stands for blanks or nothing, a space for at least one blank, `⟨…⟩` for what may be
 * coloured, `␣` for exactly one space.
 */
export function styled<T extends { readonly shape: string }>(
  said: fc.Arbitrary<T>,
): fc.Arbitrary<{ readonly text: string; readonly said: T }> {
  return fc
    .tuple(said, fc.oneof({ weight: 1, arbitrary: plain }, { weight: 3, arbitrary: fancy }))
    .map(([value, style]) => ({ text: textOf(value.shape, style), said: value }));
}

function textOf(shape: string, { prefix, suffix, blanks, colours, colour: whole }: Style): string {
  let gaps = 0;
  let spans = 0;
  const body = shape.replace(MARKS, (mark) => {
    switch (mark) {
      case "·":
        return blanks[gaps++ % blanks.length] ?? "";
      case " ":
        return blanks[gaps++ % blanks.length] || " ";
      case "⟨":
        return begin(colours[spans % colours.length] ?? "");
      case "⟩":
        return end(colours[spans++ % colours.length] ?? "");
      default:
        return " ";
    }
  });
  return `${begin(whole)}${prefix}${body}${end(whole)}${suffix}`;
}

function begin(colour: string): string {
  return colour === "" ? "" : `${ESCAPE}[${colour}m`;
}

function end(colour: string): string {
  return colour === "" ? "" : `${ESCAPE}[0m`;
}
