// The project files of the workspace, as they were read last.
import type { ParsedProject, Project } from "#core/project/project";

export interface OpenProject extends ParsedProject {
  /** Of the file. */
  readonly uri: string;
}

const NO_PROJECT: Project = { builds: [], budgets: [], dispatchers: [], units: [] };

export class ProjectStore {
  /** By folder. */
  readonly #projects = new Map<string, OpenProject>();

  /** @param folder the project file's, without a slash at its end */
  set(folder: string, project: OpenProject): void {
    this.#projects.set(folder, project);
  }

  delete(folder: string): void {
    this.#projects.delete(folder);
  }

  get all(): readonly OpenProject[] {
    return [...this.#projects.values()];
  }

  /** The project of the nearest folder around a file. */
  around(uri: string): OpenProject {
    const folders = [...this.#projects.keys()].filter((folder) => uri.startsWith(`${folder}/`));
    const nearest = folders.toSorted((a, b) => b.length - a.length)[0];
    return (
      (nearest === undefined ? undefined : this.#projects.get(nearest)) ?? {
        ...{ uri: "", project: NO_PROJECT, problems: [] },
      }
    );
  }
}
