import { expect, test } from "vitest";
import { readHeading } from "#core/log/table/heading";

/** `kind/expression edged: kind, count, delta` */
function heading(text: string): string | undefined {
  const read = readHeading(text);
  if (read === undefined) {
    return undefined;
  }
  const { subject, layout, domain, columns } = read;
  const roles = columns.map(({ role }) => role ?? "?").join(", ");
  return `${subject}${domain === undefined ? "" : `/${domain}`} ${layout}: ${roles}`;
}

test.each([
  ["| phase | current MB | delta MB | elapsed ms |", "phase edged: phase, reading, delta, elapsed"],
  ["phase | delta", "phase piped: phase, delta"],
  ["phase\trss\tnotes", "phase tabbed: phase, reading, ?"],
  ["Phase   RSS (GB)   elapsed", "phase spaced: phase, reading, elapsed"],
  ["| function | RSS delta | MB per line |", "function edged: function, delta, average"],
  ["| name | leaked |", "function edged: name, delta"],
  ["| kind | count | delta MB | per stmt |", "kind/statement edged: kind, count, delta, average"],
  ["| kind | count | delta MB | per call |", "kind/expression edged: kind, count, delta, average"],
  ["| kind | count | delta MB | avg/call |", "kind/expression edged: kind, count, delta, average"],
  ["| kind | count | delta MB | KB/call |", "kind/expression edged: kind, count, delta, average"],
  ["| kind | stmts | delta |", "kind/statement edged: kind, count, delta"],
  ["| kind | calls | total MB |", "kind/expression edged: kind, count, total"],
  ["| kind | count | delta MB | per node |", "kind edged: kind, count, delta, average"],
  ["Node kind  Count  RSS delta  Per-stmt avg", "kind/statement spaced: kind, count, delta, average"],
  ["| Expr kind | delta | per stmt |", "kind/expression edged: kind, delta, average"],
  ["| Statement kind | delta |", "kind/statement edged: kind, delta"],
  ["| number | name | count | delta |", "kind edged: kindNumber, name, count, delta"],
  ["| name | number | delta |", "kind edged: name, kindNumber, delta"],
  ["| function | calls | stmts | delta |", "function edged: function, count, count, delta"],
])("%j heads a table of ours", (text, expected) => {
  expect(heading(text)).toBe(expected);
});

test.each([
  ["an option", "| option | default |"],
  ["no figure column", "| number | name | where |"],
  ["a key that is not the first column", "| rank | function | delta |"],
  ["a figure without a key", "| delta | function |"],
  ["a variant", "| variant | typecheck delta MB |"],
  ["nodes of a cluster", "| node | delta |"],
  ["numbers of whatever", "| number | delta |"],
  ["a comparison with a baseline", "| phase | before | after | delta |"],
  ["a comparison of two columns", "| kind | delta MB | delta KB |"],
  ["a count and no growth", "| kind | count |"],
  ["a time only", "| phase | time |"],
  ["tabs that may hide a column", "phase\t\trss"],
  ["prose", "The phase whose delta is the largest"],
  ["one cell", "| phase |"],
])("%s heads none", (_, text) => {
  expect(heading(text)).toBeUndefined();
});
