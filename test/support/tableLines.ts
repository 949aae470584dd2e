// Tables of node kinds as people paste them into hand-offs, as generators.
import fc from "fast-check";
import { MEBIBYTE } from "#core/base/units";
import { partsOf, said } from "./logFigures.ts";
import type { WrittenLine } from "./logLines.ts";

/** How one table writes all of its rows. */
interface Form {
  readonly dispatcher: "tc_expr" | "tc_stmt";
  readonly unit: "heading" | "cell";
  readonly sign: "" | "+";
  readonly grouped: boolean;
  readonly edged: boolean;
  readonly numbered: "behind" | "brackets";
}

interface Row {
  readonly name: string;
  readonly number: number;
  readonly count: number;
  readonly mb: number;
}

const form: fc.Arbitrary<Form> = fc.record({
  dispatcher: fc.constantFrom("tc_expr", "tc_stmt"),
  unit: fc.constantFrom("heading", "cell"),
  sign: fc.constantFrom("", "+"),
  grouped: fc.boolean(),
  edged: fc.boolean(),
  numbered: fc.constantFrom("behind", "brackets"),
});

const row: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom("NODE_CALL", "NODE_BLOCK", "NODE_IS_CHECK"),
  number: fc.nat(200),
  count: fc.nat(300_000),
  mb: fc.nat(30_000),
});

/** Heading, rule, rows. */
export const kindTable: fc.Arbitrary<readonly WrittenLine[]> = fc
  .tuple(form, fc.array(row, { minLength: 1, maxLength: 4 }))
  .map(([form, rows]) => [
    written(form, [
      form.dispatcher === "tc_expr" ? "Expr kind" : "Stmt kind",
      "Count",
      form.unit === "heading" ? "RSS delta MB" : "RSS delta",
      form.dispatcher === "tc_expr" ? "per call" : "per stmt",
    ]),
    written(form, ["---", "---:", "---", "---"]),
    ...rows.map((row) => ({ ...written(form, cellsOf(row, form)), figures: figuresOfRow(row, form) })),
  ]);

function written({ edged }: Form, cells: readonly string[]): WrittenLine {
  const text = cells.join(" | ");
  return { text: edged ? `| ${text} |` : text, figures: [] };
}

function cellsOf({ name, number, count, mb }: Row, form: Form): readonly string[] {
  const digits = (value: number): string => (form.grouped ? value.toLocaleString("en") : String(value));
  return [
    form.numbered === "behind" ? `${name} ${number}` : `${name} (${number})`,
    digits(count),
    `${form.sign}${digits(mb)}${form.unit === "cell" ? " MB" : ""}`,
    "~1 MB, inclusive",
  ];
}

function figuresOfRow({ name, number, count, mb }: Row, { dispatcher }: Form): WrittenLine["figures"] {
  const place = { type: "kind", phase: undefined, dispatcher, domain: undefined, number, name } as const;
  return said(partsOf(place), { total: mb * MEBIBYTE, calls: count });
}
