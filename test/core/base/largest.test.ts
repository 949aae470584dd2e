import { expect, test } from "vitest";
import { Largest } from "#core/base/largest";
import { seeded } from "../log/listing.ts";

test("the largest of many are those that sorting all of them gives, equal ones in order", () => {
  const random = seeded(11);
  const items = Array.from({ length: 2000 }, (_, at) => ({ at, weight: Math.floor(random() * 100) }));
  for (const size of [0, 1, 7, 3000]) {
    const largest = new Largest<(typeof items)[number]>(size, ({ weight }) => weight);
    for (const item of items) {
      largest.add(item);
    }
    expect(largest.items).toEqual(items.toSorted((a, b) => b.weight - a.weight).slice(0, size));
  }
});
