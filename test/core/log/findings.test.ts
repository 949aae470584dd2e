import { expect, test } from "vitest";
import { Findings, highest } from "#core/log/findings";

test("the first line is that of the first thing said; other lines say nothing", () => {
  const findings = new Findings();
  findings.otherLines++;
  expect(findings.firstLine).toBeUndefined();
  findings.addUnknown(4, "[mem-cp] a");
  findings.addNote({ line: 5, text: "" });
  findings.addCount({ line: 6, key: "a", value: 1 });
  expect(findings.firstLine).toBe(4);
});

test("the highest peak counts, and one that cannot be used does not", () => {
  const findings = new Findings();
  findings.addPeak(1, Number.NaN);
  expect([findings.firstLine, findings.peakBytes]).toEqual([1, undefined]);
  findings.addPeak(2, 7);
  findings.addPeak(3, 5);
  expect(findings.peakBytes).toBe(7);
});

test("highest of nothing is nothing", () => {
  expect(highest([])).toBeUndefined();
  expect(highest([undefined, Number.NaN])).toBeUndefined();
  expect(highest([undefined, 0, -5])).toBe(0);
});
