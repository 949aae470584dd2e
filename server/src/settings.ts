// The settings that the server reads, with their defaults. package.json says the same; a test holds them together.
import { HEAT_CURVES, type HeatCurve } from "#core/model/heat";
import { LENS_DENSITIES, type LensDensity } from "#core/view/lenses";

export const HEAT_SCOPES = ["run", "file"] as const;
/** Whose figures a level compares with. */
export type HeatScope = (typeof HEAT_SCOPES)[number];

/** Names and nesting are those of the `quartzRss` section. */
export interface Settings {
  /** The log to show: absolute, or relative to a workspace folder. Empty for none. */
  readonly log: string;
  /** Globs of the logs that the run picker offers. */
  readonly logFiles: readonly string[];
  /** So many figures of each family have a lens and a mark; 0 for all. */
  readonly top: number;
  /** Smaller figures have no lens and no mark. */
  readonly minimumMegabytes: number;
  readonly lens: { readonly enabled: boolean; readonly density: LensDensity };
  readonly heat: { readonly scope: HeatScope; readonly curve: HeatCurve };
}

export const DEFAULT_SETTINGS: Settings = {
  log: "",
  logFiles: ["**/*.log", "**/*.mem.txt"],
  top: 0,
  minimumMegabytes: 0,
  lens: { enabled: true, density: "full" },
  heat: { scope: "run", curve: "logarithmic" },
};

/** Reads the `quartzRss` section; whatever is missing or of the wrong type gets its default. */
export function parseSettings(section: unknown): Settings {
  const { log, logFiles, top, minimumMegabytes, lens, heat } = fields(section);
  const { enabled, density } = fields(lens);
  const { scope, curve } = fields(heat);
  const usual = DEFAULT_SETTINGS;
  return {
    log: typeof log === "string" ? log : usual.log,
    logFiles: isStrings(logFiles) ? logFiles : usual.logFiles,
    top: isSize(top) && Number.isInteger(top) ? top : usual.top,
    minimumMegabytes: isSize(minimumMegabytes) ? minimumMegabytes : usual.minimumMegabytes,
    lens: {
      enabled: typeof enabled === "boolean" ? enabled : usual.lens.enabled,
      density: oneOf(LENS_DENSITIES, density) ?? usual.lens.density,
    },
    heat: {
      scope: oneOf(HEAT_SCOPES, scope) ?? usual.heat.scope,
      curve: oneOf(HEAT_CURVES, curve) ?? usual.heat.curve,
    },
  };
}

/**
 * What holds after a client sent its settings; `before` itself where that is the same. A client that sends nothing has not
 * said that everything is as usual.
 * @param sent all sections, `quartzRss` among them
 */
export function nextSettings(before: Settings, sent: unknown): Settings {
  if (sent === undefined || sent === null) {
    return before;
  }
  const now = parseSettings(fields(sent)["quartzRss"]);
  return JSON.stringify(now) === JSON.stringify(before) ? before : now;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function oneOf<T>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((item) => item === value);
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
