// Tables of kinds that lost what stood between their cells: `NODE_CALL (9)69,186+5,764 MB~87 KB/call`.
import { t } from "../../base/text.ts";
import { quoted } from "../fault.ts";
import type { KindDomain } from "../record.ts";
import { leadOf } from "./cells.ts";
import { readCount, readDelta } from "./figure.ts";
import { domainOfRate } from "./kindCell.ts";
import { kindEntry } from "./kindRow.ts";
import type { Read, TableLine } from "./tableLine.ts";
import { BYTE_UNIT } from "./unit.ts";

export interface GluedHeading {
  readonly domain: KindDomain | undefined;
}

const HEADING =
  /^[`*]{0,3}(?:(node|expr|expression|stmt|statement) ?)?kind ?count ?(?:rss ?)?(?:delta|growth|total)(?: ?\(?[kmg]b\)?)?([^|\t]{0,60})$/i;

const NAME = "[`*]{0,3}(?<name>NODE_[A-Z][A-Z0-9_]{0,99})[`*]{0,3}";
const DIGITS = "\\d[\\d,'’_\\u2009\\u202f]*";
const FIGURES = `(?<count>[~≈]?${DIGITS}) ?(?<total>[+\\-−±] ?[~≈]? ?${DIGITS}(?:\\.\\d+)? ?(?:${BYTE_UNIT}))(?![A-Za-z_/%]| ?/| per\\b)`;

/** `NODE_CALL (9)69,186+5,764 MB` */
const BRACKETED = new RegExp(`^${NAME} ?\\((?<number>\\d{1,6})\\)[\`*]{0,3} ?${FIGURES}`);
/** `NODE_CALL 9 69,186 +5,764 MB` */
const BLANKED = new RegExp(`^${NAME} (?<number>\\d{1,6}) ${FIGURES}`);
/** `NODE_CALL69,186+5,764 MB`: below a heading only, since the first digits could be the kind's number. */
const UNNUMBERED = new RegExp(`^[\`*]{0,3}(?<name>NODE_[A-Z_]{1,99})[\`*]{0,3}${FIGURES}`);
const CLAIM = new RegExp(`^${NAME} ?\\(\\d{1,6}\\)[\`*]{0,3} ?[+\\-−~≈]?\\d`);

/** The last cell of a row. Words there make it a sentence. */
const AVERAGE = new RegExp(`^ ?(?:$|[(]|[~≈]? ?\\d[\\d.,]* ?(?:${BYTE_UNIT})(?![A-Za-z]))`);

export function readGluedHeading(text: string): GluedHeading | undefined {
  const [heading, kind = "", behind = ""] = HEADING.exec(text.slice(leadOf(text)).trimEnd()) ?? [];
  if (heading === undefined) {
    return undefined;
  }
  return { domain: domainOfRate(`per ${kind}`) ?? domainOfRate(behind) };
}

/** @param heading the heading above, if there is one. Undefined where the line is no such row. */
export function readGluedRow(text: string, heading: GluedHeading | undefined): TableLine | undefined {
  const lead = leadOf(text);
  const row = text.slice(lead).trimEnd();
  const match =
    BRACKETED.exec(row) ?? BLANKED.exec(row) ?? (heading === undefined ? null : UNNUMBERED.exec(row));
  const { name, number, count, total } = match?.groups ?? {};
  const behind = row.slice(match?.[0].length ?? 0);
  if (match === null || count === undefined || total === undefined || !AVERAGE.test(behind)) {
    return heading === undefined ? undefined : claimed(row, lead);
  }
  const totalAt = match[0].length - total.length;
  const countAt = match[0].lastIndexOf(count, totalAt - count.length);
  const kind = { name, number: number === undefined ? undefined : Number(number) };
  return kindEntry(kind, heading?.domain ?? domainOfRate(behind), {
    total: read(total, lead + totalAt, readDelta(total, undefined)),
    count: read(count, lead + countAt, readCount(count)),
  });
}

function read(text: string, at: number, figure: Read["figure"]): Read {
  return { cell: { text, at }, figure };
}

/** Below its heading, a line that begins like a row is one, whatever its figures look like. */
function claimed(row: string, lead: number): TableLine | undefined {
  const [claim] = CLAIM.exec(row) ?? [];
  if (claim === undefined) {
    return undefined;
  }
  const message = t("problem.tableGluedRow", { found: quoted(row) });
  return { type: "unreadable", fault: { at: lead, code: "malformed-line", message } };
}
