import { expect, test } from "vitest";
import {
  BYTES,
  COUNT,
  EDGE,
  type Form,
  INDEX,
  KIND_NUMBER,
  READING,
  SOURCE,
  TEXT,
  TIME,
} from "#core/log/own/values";

const FORMS: Readonly<Record<string, Form<unknown>>> = {
  BYTES,
  COUNT,
  EDGE,
  INDEX,
  KIND_NUMBER,
  READING,
  SOURCE,
  TEXT,
  TIME,
};

const NONE = undefined;
const NAN = Number.NaN;

test.each([
  ["TEXT", "a b", "a b"],
  ["TEXT", "", NONE],
  ["BYTES", "142606336", 142_606_336],
  ["BYTES", "+5", 5],
  ["BYTES", "-4096", -4096],
  ["BYTES", "-0", 0],
  ["BYTES", "007", 7],
  ["BYTES", "9007199254740991", Number.MAX_SAFE_INTEGER],
  ["BYTES", "9007199254740993", NAN],
  ["BYTES", "-9007199254740992", NAN],
  ["BYTES", "9".repeat(400), NAN],
  ["BYTES", "", NONE],
  ["BYTES", "+", NONE],
  ["BYTES", "+-5", NONE],
  ["BYTES", "1.5", NONE],
  ["BYTES", "1e3", NONE],
  ["BYTES", "0x10", NONE],
  ["BYTES", "1,024", NONE],
  ["BYTES", "5MB", NONE],
  ["BYTES", " 5", NONE],
  ["BYTES", "5\n", NONE],
  ["BYTES", "٣", NONE],
  ["BYTES", "NaN", NONE],
  ["READING", "6056574976", 6_056_574_976],
  ["READING", "0", 0],
  ["READING", "-0", 0],
  ["READING", "-1", NONE],
  ["READING", "9007199254740992", NAN],
  ["READING", "-9007199254740992", NONE],
  ["COUNT", "+69186", 69_186],
  ["COUNT", "-1", NONE],
  ["COUNT", "9007199254740992", NAN],
  ["INDEX", "3", 3],
  ["INDEX", "-1", NONE],
  ["INDEX", "9007199254740991", Number.MAX_SAFE_INTEGER],
  ["INDEX", "9007199254740992", NONE],
  ["KIND_NUMBER", "0", 0],
  ["KIND_NUMBER", "4294967294", 0xffff_fffe],
  ["KIND_NUMBER", "4294967295", NONE],
  ["KIND_NUMBER", "NODE_CALL", NONE],
  ["TIME", "9872.125", 9872.125],
  ["TIME", "0", 0],
  ["TIME", "9007199254740992", NAN],
  ["TIME", "9".repeat(400), NAN],
  ["TIME", "-1", NONE],
  ["TIME", ".5", NONE],
  ["TIME", "5.", NONE],
  ["TIME", "1e3", NONE],
  ["TIME", "9872.125ms", NONE],
  ["SOURCE", "middle/typecheck.qz:1", { file: "middle/typecheck.qz", line: 0 }],
  ["SOURCE", "c:\\a b.qz:412", { file: "c:\\a b.qz", line: 411 }],
  ["SOURCE", "a.qz:12:7", { file: "a.qz:12", line: 6 }],
  ["SOURCE", "a.qz:0", NONE],
  ["SOURCE", "a.qz:", NONE],
  ["SOURCE", "a.qz", NONE],
  ["SOURCE", "412", NONE],
  ["SOURCE", ":412", NONE],
  ["SOURCE", "a.qz:+1", NONE],
  ["SOURCE", "a.qz:-1", NONE],
  ["SOURCE", "a.qz:9007199254740992", NONE],
  ["SOURCE", "", NONE],
  ["EDGE", "enter", true],
  ["EDGE", "leave", false],
  ["EDGE", "Enter", NONE],
  ["EDGE", "", NONE],
])("%s of %j", (form, text, expected) => {
  expect(FORMS[form]?.read(text)).toStrictEqual(expected);
});

test("only forms that read NaN have a limit to tell", () => {
  const far = "9".repeat(30);
  for (const form of Object.values(FORMS)) {
    expect(Number.isNaN(form.read(far))).toBe(form.limit !== undefined);
  }
});
