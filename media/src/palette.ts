// Colours of the user's theme, read from the page's CSS variables. There is no colour of our own in here: what a theme
// leaves out falls back to another of its colours, and at last to the system's.
import { interpolateRgb, rgb } from "d3";
import { type Hue, SHADES } from "./boxStyle.ts";

/** Contributed colours first; what follows is for themes and hosts that do not know them. */
const HUE_VARIABLES: Readonly<Record<Hue, readonly string[]>> = {
  growth: ["--vscode-quartzRss-chartGrowth", "--vscode-charts-orange"],
  release: ["--vscode-quartzRss-chartRelease", "--vscode-charts-blue"],
  remainder: ["--vscode-quartzRss-chartRemainder", "--vscode-charts-lines"],
  phase: ["--vscode-quartzRss-chartPhase", "--vscode-charts-yellow"],
  start: ["--vscode-quartzRss-chartStart", "--vscode-charts-green"],
  unknown: ["--vscode-quartzRss-chartUnknown", "--vscode-disabledForeground"],
};

/** The faintest shade keeps this much of its hue, so that it stays apart from the background. */
const FAINTEST = 0.3;
/** Many small frames as one band: between the background and the text, no hue of theirs would be true for all. */
const CROWD = 0.25;

export interface Fill {
  readonly box: string;
  /** The box's colour as one little-endian RGBA word of an image. */
  readonly packed: number;
  /** Of the theme's text and background colours the one that reads better on the box. */
  readonly text: string;
}

export interface Palette {
  readonly fills: Readonly<Record<Hue, readonly Fill[]>>;
  readonly crowd: Fill;
  /** What a release stands on: seen against the background, whatever the box. */
  readonly releaseBar: Fill;
  /** Drawn round boxes in high-contrast themes only. */
  readonly border: string | undefined;
  readonly fontFamily: string;
  readonly fontPx: number;
}

/** The palette for what `page` now looks like; read again when the theme changes. */
export function readPalette(page: HTMLElement): Palette {
  const style = getComputedStyle(page);
  const variable = (name: string): string => style.getPropertyValue(name).trim();
  const background = resolve(page, ["--vscode-editor-background"], "Canvas");
  const foreground = resolve(page, ["--vscode-editor-foreground", "--vscode-foreground"], "CanvasText");
  const fill = (box: string): Fill => ({
    ...{ box, packed: packed(box) },
    text: readable(box, foreground, background),
  });
  const shadesOf = (hue: Hue): readonly Fill[] => {
    const full = over(resolve(page, HUE_VARIABLES[hue], "GrayText"), background);
    const shade = interpolateRgb(background, full);
    return Array.from({ length: SHADES }, (_, step) =>
      fill(shade(FAINTEST + (1 - FAINTEST) * (step / (SHADES - 1)))),
    );
  };
  return {
    fills: {
      growth: shadesOf("growth"),
      release: shadesOf("release"),
      remainder: shadesOf("remainder"),
      phase: shadesOf("phase"),
      start: shadesOf("start"),
      unknown: shadesOf("unknown"),
    },
    crowd: fill(interpolateRgb(background, foreground)(CROWD)),
    releaseBar: fill(over(foreground, background)),
    border:
      variable("--vscode-contrastBorder") === ""
        ? undefined
        : resolve(page, ["--vscode-contrastBorder"], "CanvasText"),
    fontFamily: variable("--vscode-editor-font-family") || "monospace",
    fontPx: Number.parseFloat(style.fontSize) - 1,
  };
}

/** The browser turns any spelling of a colour, and the chain of fallbacks, into `rgb(…)`. */
function resolve(page: HTMLElement, variables: readonly string[], system: string): string {
  const probe = document.createElement("span");
  probe.style.setProperty("forced-color-adjust", "none");
  probe.style.color = variables.reduceRight((fallback, name) => `var(${name}, ${fallback})`, system);
  page.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** A translucent colour as it looks on the background: shades and contrast need an opaque one. */
function over(colour: string, background: string): string {
  const { opacity } = rgb(colour);
  return interpolateRgb(background, rgb(colour).copy({ opacity: 1 }))(opacity);
}

function packed(colour: string): number {
  const { r, g, b } = rgb(colour).clamp();
  return ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
}

function readable(box: string, ...candidates: readonly string[]): string {
  const contrasts = candidates.map((candidate) => contrast(box, candidate));
  return candidates[contrasts.indexOf(Math.max(...contrasts))] ?? box;
}

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const linear = (channel: number): number =>
    channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
