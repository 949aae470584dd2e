// The settings that the client alone reads, with their defaults. package.json says the same; a test holds them together.

export const CLIENT_DEFAULTS = {
  openChartOnStart: false,
  "gutter.enabled": true,
  "band.enabled": true,
  "ruler.enabled": true,
  "tree.followEditor": true,
} as const;

/** The parts of a heat mark that are drawn. */
export interface HeatParts {
  /** An icon at each head. */
  readonly gutter: boolean;
  /** A line along each body. */
  readonly band: boolean;
  /** A colour in the overview ruler. */
  readonly ruler: boolean;
}
