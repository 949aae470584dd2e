// Colours as people see them: contrast by WCAG 2, colour blindness by Machado, Oliveira and Fernandes ("A
// Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0), difference by CIEDE2000.

type Triple = readonly [number, number, number];

/** Rows of the published matrices, for linear RGB. */
const SIGHT: Readonly<Record<string, readonly Triple[]>> = {
  "full sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
export const KINDS_OF_SIGHT: readonly string[] = Object.keys(SIGHT);

/** WCAG 2 contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** CIEDE2000 between two `#rrggbb` colours as someone with this kind of sight sees them. About 2 is just noticeable. */
export function difference(a: string, b: string, sight = "full sight"): number {
  return ciede2000(lab(seen(linear(a), sight)), lab(seen(linear(b), sight)));
}

function luminance(color: string): number {
  return dot([0.2126, 0.7152, 0.0722], linear(color));
}

function linear(color: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function seen(rgb: Triple, sight: string): Triple {
  const [red, green, blue] = SIGHT[sight] ?? [];
  if (red === undefined || green === undefined || blue === undefined) {
    throw new Error(`no such sight: ${sight}`);
  }
  const clamp = (row: Triple): number => Math.min(1, Math.max(0, dot(row, rgb)));
  return [clamp(red), clamp(green), clamp(blue)];
}

function dot([a, b, c]: Triple, [x, y, z]: Triple): number {
  return a * x + b * y + c * z;
}

/** CIELAB for the D65 white of sRGB. */
function lab(rgb: Triple): Triple {
  const bent = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (841 / 108) * value + 4 / 29;
  const x = bent(dot([0.4124564, 0.3575761, 0.1804375], rgb) / 0.95047);
  const y = bent(dot([0.2126729, 0.7151522, 0.072175], rgb));
  const z = bent(dot([0.0193339, 0.119192, 0.9503041], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Sharma, Wu and Dalal (2005), with their names for the terms. */
export function ciede2000([L1, a1, b1]: Triple, [L2, a2, b2]: Triple): number {
  const pull = (C: number): number => Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7));
  const G = 0.5 * (1 - pull((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const C1 = Math.hypot(a1 * (1 + G), b1);
  const C2 = Math.hypot(a2 * (1 + G), b2);
  const hue = (a: number, b: number): number => ((Math.atan2(b, a * (1 + G)) * 180) / Math.PI + 360) % 360;
  const h1 = hue(a1, b1);
  const h2 = hue(a2, b2);
  const apart = C1 * C2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin(radians(apart / 2));
  const L = (L1 + L2) / 2;
  const C = (C1 + C2) / 2;
  const h = C1 * C2 === 0 ? h1 + h2 : (h1 + apart / 2 + 360) % 360;
  const T =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const SC = 1 + 0.045 * C;
  const SH = 1 + 0.015 * C * T;
  const RT = -2 * pull(C) * Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2))));
  const [l, c, s] = [(L2 - L1) / SL, (C2 - C1) / SC, dH / SH];
  return Math.sqrt(l ** 2 + c ** 2 + s ** 2 + RT * c * s);
}
