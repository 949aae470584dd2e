import { expect, test } from "vitest";
import { EventColumns, ProbeColumns } from "#core/log/probeColumns";

const size = (view: object): number =>
  Object.values(view).reduce((sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0);

test("a probe's row costs 32 bytes, an event's 25; tails move whole", () => {
  const probes = new ProbeColumns();
  probes.push(1, 0, 5, 6, 7);
  probes.push(2, 1, Number.NaN, 8, 9);
  expect(size(probes.view([]))).toBe(64);
  const otherProbes = new ProbeColumns();
  probes.push(3, 2, 1, 1, 1);
  probes.moveTail(1, otherProbes, (place) => place === 2);
  expect([...probes.view([]).line, probes.firstLine]).toEqual([1, 3, 1]);
  expect(otherProbes.view([])).toMatchObject({
    line: Uint32Array.of(2),
    selfBytes: Float64Array.of(Number.NaN),
    totalBytes: Float64Array.of(8),
  });

  const events = new EventColumns();
  events.push(1, 0, true, 5, 7);
  events.push(2, 0, false, 6, 8);
  expect(size(events.view([]))).toBe(50);
  expect([...events.view([]).entering, events.firstLine]).toEqual([1, 0, 1]);
});
