// The page's half of "messages are checked on both sides". Shapes only: the figures are our own server's.
import type { OverlappingRow } from "#core/view/flameColumns";
import type { SelectFrame, ShowEmpty, ShowFlame, ToPage } from "./messages.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A message of the extension, or undefined when it is none: other scripts' messages arrive at a window too. */
export function parseToPage(message: unknown): ToPage | undefined {
  if (!isFields(message)) {
    return undefined;
  }
  switch (message["type"]) {
    case "show":
      return parseShow(message);
    case "empty":
      return parseEmpty(message);
    case "select":
      return parseSelect(message);
    default:
      return undefined;
  }
}

function parseShow(fields: Fields): ShowFlame | undefined {
  const { generation, title, block, strings, overlapping, netBytes, differences, locale } = fields;
  const sound =
    typeof generation === "number" &&
    typeof title === "string" &&
    typeof locale === "string" &&
    block instanceof ArrayBuffer &&
    isArrayOf(strings, isString) &&
    isArrayOf(overlapping, isOverlappingRow) &&
    isArrayOf(differences, isString) &&
    (netBytes === null || typeof netBytes === "number");
  return sound
    ? { type: "show", generation, title, block, strings, overlapping, netBytes, differences, locale }
    : undefined;
}

function parseEmpty({ text }: Fields): ShowEmpty | undefined {
  return typeof text === "string" ? { type: "empty", text } : undefined;
}

function parseSelect({ generation, frame }: Fields): SelectFrame | undefined {
  const sound = typeof generation === "number" && typeof frame === "number";
  return sound ? { type: "select", generation, frame } : undefined;
}

function isOverlappingRow(value: unknown): value is OverlappingRow {
  return (
    isFields(value) &&
    typeof value["frame"] === "number" &&
    typeof value["name"] === "string" &&
    typeof value["dispatcher"] === "string" &&
    (value["phase"] === null || typeof value["phase"] === "string") &&
    typeof value["totalBytes"] === "number" &&
    typeof value["count"] === "number" &&
    typeof value["hasSource"] === "boolean" &&
    typeof value["absurd"] === "boolean"
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isArrayOf<T>(value: unknown, is: (member: unknown) => member is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}
