// quartz-rss.json, as far as viewing needs it. It is checked in and read by editor and CLI alike; never trusted.

export interface ProjectFile {
  /** Root files of the builds, relative to the project file, with `/`. */
  readonly roots: readonly string[];
}

export const PROJECT_FILE_NAME = "quartz-rss.json";

/** @throws SyntaxError or TypeError that says where and why the text cannot be used */
export function parseProjectFile(text: string): ProjectFile {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError("expected an object");
  }
  const builds: unknown = "builds" in value ? value.builds : [];
  if (!Array.isArray(builds)) {
    throw new TypeError('"builds" is not a list');
  }
  return { roots: builds.map((build: unknown, index) => rootOf(build, index)) };
}

function rootOf(build: unknown, index: number): string {
  if (typeof build !== "object" || build === null || !("file" in build) || typeof build.file !== "string") {
    throw new TypeError(`"builds[${index}].file" is not a path`);
  }
  const { file } = build;
  if (file.startsWith("/") || file.split(/[\\/]/).includes("..")) {
    throw new TypeError(`"builds[${index}].file" leaves the folder: ${file}`);
  }
  return file;
}
