// The settings that the server reads, with their defaults. package.json says the same; a test holds them together.

export interface Settings {
  /** The log to show at start: absolute, or relative to a workspace folder. Empty for none. */
  readonly log: string;
  /** Globs of the logs that the run picker offers. */
  readonly logFiles: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  log: "",
  logFiles: ["**/*.log", "**/*.mem.txt"],
};

/** Reads the `quartzRss` section; whatever is missing or of the wrong type gets its default. */
export function parseSettings(section: unknown): Settings {
  const values: Readonly<Record<string, unknown>> =
    typeof section === "object" && section !== null ? { ...section } : {};
  const { log, logFiles } = values;
  return {
    log: typeof log === "string" ? log : DEFAULT_SETTINGS.log,
    logFiles: isStrings(logFiles) ? logFiles : DEFAULT_SETTINGS.logFiles,
  };
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
