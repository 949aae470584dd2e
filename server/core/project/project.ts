// quartz-rss.json as data: what is built and measured, and what memory it may take. Checked in; never trusted.
import type { Range } from "../base/range.ts";

export const PROJECT_FILE_NAME = "quartz-rss.json";

export interface Project {
  readonly builds: readonly Build[];
  readonly budgets: readonly Budget[];
  /** Source file with the `NODE_*` constants. */
  readonly constantsFile?: string;
  readonly dispatchers: readonly ProjectDispatcher[];
  readonly units: readonly MeasuredUnit[];
  readonly retention?: Retention;
}

/** Paths are relative to the project file, with `/`, and never lead out of its folder. */
export interface Build {
  readonly name: string;
  /** The root file, whose functions have no prefix in logs. */
  readonly file: string;
  readonly steps: readonly Step[];
  /** Probes that a copy of the tree gets before it is built. */
  readonly patch?: string;
}

export interface Step {
  /** Only the standard error of a step that measures is a log. */
  readonly role: "build" | "measure";
  /** Program and arguments; never empty, never for a shell. */
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdout?: "discard" | { readonly file: string };
  readonly timeLimitMs?: number;
  readonly rssLimitBytes?: number;
}

/** How the compiler dispatches on node kinds, where it cannot be found by shape: texts of its own language. */
export interface ProjectDispatcher {
  readonly function: string;
  readonly phase?: string;
  readonly kind?: string;
  readonly guard?: string;
  readonly onGuard?: string;
}

/** The call of a phase's loop that does the work of one function. */
export interface MeasuredUnit {
  readonly phase: string;
  readonly file: string;
  readonly call: string;
  readonly label: string;
}

/** What is kept of the run store. */
export interface Retention {
  readonly runs: number;
}

export interface Budget {
  readonly target: BudgetTarget;
  readonly bound: Bound;
  /** How far above the bound is still within it; a share is one of the bound's base. */
  readonly tolerance?: Amount;
  /** The key that holds the bound. */
  readonly key: "peak" | "limit" | "growth";
  /** Place in the file's list. */
  readonly index: number;
  /** The whole entry in the file. */
  readonly range: Range;
}

export type BudgetTarget =
  | { readonly kind: "peak" }
  | { readonly kind: "phase"; readonly name: string }
  | { readonly kind: "function"; readonly name: string; readonly phase?: string }
  | {
      readonly kind: "nodeKind";
      readonly name: string;
      readonly phase?: string;
      readonly dispatcher?: string;
    };

/** What a measured figure may be at most: a size, or so much more than the baseline's. */
export type Bound =
  | { readonly kind: "limit"; readonly bytes: number }
  | { readonly kind: "growth"; readonly amount: Amount };

/** A size in bytes, or a share: 0.05 is 5 %. */
export interface Amount {
  readonly unit: "bytes" | "share";
  readonly value: number;
}

export interface ProjectProblem {
  /** 0-based; what the message is about. */
  readonly range: Range;
  readonly code: ProjectProblemCode;
  /** What was found, what was expected, and what may be meant. */
  readonly message: string;
}

export type ProjectProblemCode =
  | "syntax"
  | "unknownKey"
  | "duplicateKey"
  | "missingKey"
  | "wrongType"
  | "wrongValue"
  | "wrongUnit"
  | "outsidePath"
  | "conflict";

export interface ParsedProject {
  readonly project: Project;
  readonly problems: readonly ProjectProblem[];
}
