import type { RunFileProblem } from "./parseRunFile.ts";
import type { RunFile } from "./runFile.ts";

/** A run folder: a run, or why it is none. */
export type RunEntry = {
  readonly id: string;
  /** The folder. */
  readonly path: string;
} & (
  | { readonly run: RunFile; readonly problem?: undefined }
  | { readonly run?: undefined; readonly problem: RunFileProblem }
);
