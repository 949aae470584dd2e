// Rows of node kinds: `| NODE_CALL (9) | 69,186 | +5,764 MB | ~87 KB/call |`.
import type { KindDomain } from "../record.ts";
import { type Cell, cellsOf, layoutOf } from "./cells.ts";
import { plain, readCount, readDelta } from "./figure.ts";
import { domainOfRate, type KindCell, kindPlace, readKindCell } from "./kindCell.ts";
import { phaseIn } from "./phaseCell.ts";
import type { PlacedRow } from "./placedRow.ts";
import {
  entryOf,
  FRAME,
  isApproximate,
  type Read,
  type TableLine,
  unreadableAmong,
  valueIn,
} from "./tableLine.ts";

const SIGNED = /^\(?(?:about |[~≈] ?)?[+\-−±]/i;

/** @param domain as far as the heading tells */
export function readKindRow({ cells, others }: PlacedRow, domain: KindDomain | undefined): TableLine {
  const kind = kindOf(cells);
  const total = cells.get("delta") ?? cells.get("total");
  if (kind === undefined || total === undefined) {
    return FRAME;
  }
  const count = cells.get("count") ?? { text: "", at: total.at };
  const average = cells.get("average");
  const rates = [...(average === undefined ? [] : [average]), ...others];
  const figures = {
    total: { cell: total, figure: readDelta(total.text, total.perUnit) },
    count: { cell: count, figure: readCount(count.text) },
  };
  const where = { phase: phaseIn(cells), dispatcher: dispatcherIn(cells) };
  return kindEntry(kind, domain ?? domainOf(rates), figures, where);
}

function dispatcherIn(cells: PlacedRow["cells"]): string | undefined {
  return /^[\p{L}_$][^\s`*<|]{0,1023}$/u.exec(plain(cells.get("dispatcher")?.text ?? ""))?.[0];
}

function kindOf(cells: PlacedRow["cells"]): KindCell | undefined {
  const [kind, number, name] = [
    cells.get("kind"),
    cells.get("kindNumber"),
    cells.get("kindName") ?? cells.get("name"),
  ].map((cell) => (cell === undefined ? undefined : readKindCell(cell.text)));
  const read = {
    name: kind?.name ?? name?.name ?? number?.name,
    number: kind?.number ?? number?.number ?? name?.number,
  };
  return read.name === undefined && read.number === undefined ? undefined : read;
}

/** A row that says by itself what it is: the name of a kind, one whole number, one signed delta with its unit. */
export function readLooseKindRow(text: string): TableLine | undefined {
  const layout = layoutOf(text);
  const cells = layout === undefined ? undefined : cellsOf(text, layout);
  const [first, ...rest] = cells?.filter((cell) => cell.text !== "") ?? [];
  const kind = first === undefined ? undefined : readKindCell(first.text);
  if (kind?.name === undefined) {
    return undefined;
  }
  const totals = rest
    .filter((cell) => SIGNED.test(plain(cell.text)))
    .map((cell): Read => ({ cell, figure: readDelta(cell.text, undefined) }))
    .filter((read) => valueIn(read) !== undefined);
  const counts = rest
    .map((cell): Read => ({ cell, figure: readCount(cell.text) }))
    .filter((read) => valueIn(read) !== undefined);
  const [total, count] = [totals[0], counts[0]];
  if (total === undefined || count === undefined || totals.length > 1 || counts.length > 1) {
    return undefined;
  }
  return kindEntry(kind, domainOf(rest), { total, count });
}

/** The figures of a kind: its total must be there, its count need not. @param where as columns of its own say */
export function kindEntry(
  kind: KindCell,
  domain: KindDomain | undefined,
  { total, count }: { readonly total: Read; readonly count: Read },
  where: { readonly phase?: string | undefined; readonly dispatcher?: string | undefined } = {},
): TableLine {
  const totalBytes = valueIn(total);
  const unreadable = unreadableAmong([total, count]);
  if (unreadable !== undefined || totalBytes === undefined) {
    return unreadable ?? FRAME;
  }
  const approximate = isApproximate(total) || isApproximate(count);
  const told = kindPlace(kind, domain);
  const place = { ...told, phase: where.phase, dispatcher: where.dispatcher ?? told.dispatcher };
  return entryOf({ type: "kind", place, totalBytes, count: valueIn(count) ?? Number.NaN, approximate }, [
    total,
    count,
  ]);
}

function domainOf(cells: readonly Cell[]): KindDomain | undefined {
  return cells.map((cell) => domainOfRate(cell.text)).find((domain) => domain !== undefined);
}
