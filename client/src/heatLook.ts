// How a kind of mark looks. Hue is never the only sign: families, and growth and shrinkage against a baseline, differ in
// icon, line style and side of the ruler, levels in the icon's height and the line's width.
import {
  type DecorationOptions,
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  OverviewRulerLane,
  Range,
  ThemeColor,
  Uri,
} from "vscode";
import { t } from "#core/base/text";
import type { HeatLevel } from "#core/model/heat";
import type { HeatMark, MarkFamily } from "#core/view/markAreas";
import type { MarkKind } from "#core/view/markChanges";
import type { HeatParts } from "./clientSettings.ts";

/** Of the line along a body. A double line is two of a third of the width each. */
const SINGLE = { 1: "1px", 2: "2px", 3: "4px" } as const;
const DOUBLE = { 1: "3px", 2: "5px", 3: "7px" } as const;

interface FamilyLook {
  readonly line: "solid" | "double";
  readonly widths: Readonly<Record<HeatLevel, string>>;
  readonly lane: OverviewRulerLane;
}

const LEFT: FamilyLook = { line: "solid", widths: SINGLE, lane: OverviewRulerLane.Left };
const RIGHT: FamilyLook = { line: "double", widths: DOUBLE, lane: OverviewRulerLane.Right };

const LOOKS: Readonly<Record<MarkFamily, FamilyLook>> = {
  subject: LEFT,
  handler: RIGHT,
  shrank: LEFT,
  grew: RIGHT,
};

/**
 * Undefined where nothing of this kind is drawn. The icon stands on the head line only, since VS Code sets no breakpoint
 * by a click where an icon is; the line stands along the body only, since it would lie beneath the head's text.
 */
export function heatLook(
  { part, family, level }: MarkKind,
  parts: HeatParts,
  extensionUri: Uri,
): DecorationRenderOptions | undefined {
  const hasIcon = part === "head" && parts.gutter;
  const hasLine = part === "band" && parts.band;
  if (!(hasIcon || hasLine || parts.ruler)) {
    return undefined;
  }
  const { line, widths, lane } = LOOKS[family];
  const color = new ThemeColor(`quartzRss.${family}${level}`);
  const icon = (theme: string): Uri =>
    Uri.joinPath(extensionUri, "dist", "media", "icons", `${family}${level}-${theme}.svg`);
  return {
    isWholeLine: true,
    // What is typed in front of the first line moves the mark, and does not become part of it.
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    ...(hasIcon && {
      gutterIconSize: "contain",
      light: { gutterIconPath: icon("light") },
      dark: { gutterIconPath: icon("dark") },
    }),
    ...(hasLine && {
      borderStyle: line,
      borderWidth: `0 0 0 ${widths[level]}`,
      borderColor: color,
    }),
    ...(parts.ruler && { overviewRulerColor: color, overviewRulerLane: lane }),
  };
}

/** Behind the end of any line: the editor cuts it to the line's length. */
const END_OF_LINE = 1_000_000;

/** A stale head says so behind its line. */
export function heatDecoration({ fromLine, toLine, stale }: HeatMark): DecorationOptions {
  const range = new Range(fromLine, 0, toLine, END_OF_LINE);
  const after = {
    contentText: t("mark.stale"),
    color: new ThemeColor("editorCodeLens.foreground"),
    fontStyle: "italic",
    margin: "0 0 0 3em",
  };
  return stale ? { range, renderOptions: { after } } : { range };
}
