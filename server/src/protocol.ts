// The contract between a client and the server, beside plain LSP. Nothing else crosses.
// The server notifies, the client asks for what it shows; intent comes back as ids.
import {
  type Location,
  NotificationType0,
  type Position,
  RequestType,
  RequestType0,
} from "vscode-languageserver-protocol";
import type { NameChoice } from "#core/quartz/nameHints";
import type { Family } from "#core/view/family";
import type { OverlappingRow } from "#core/view/flameColumns";
import type { GrowthFiles } from "#core/view/growthFiles";
import type { GrowthRow, TreeOptions } from "#core/view/growthRow";
import type { HotSpot } from "#core/view/hotSpots";
import type { FigureTarget } from "#core/view/lenses";
import type { HeatMark } from "#core/view/markAreas";
import type { RunStatus } from "#core/view/runStatus";
import type { SeveralNames } from "#core/view/tree/candidates";
import type { TreeStep } from "#core/view/tree/treeLevel";
import type { WorkspaceState } from "#core/view/workspaceState";

/** The command of a code lens, with a `FigureTarget` as its argument: carried out by clients that announce it. */
export const SHOW_IN_CHART = "quartzRss.showInChart";

/** Shows a figure in the tree, with a `FigureTarget` as its argument: carried out by clients that announce it. */
export const REVEAL_IN_TREE = "quartzRss.revealInTree";

/** The command of a log's lens, with the log's URI and the number of the run: carried out by clients that announce it. */
export const USE_THIS_LOG = "quartzRss.useThisLog";

/** Id of the language of memory logs. */
export const LOG_LANGUAGE = "quartz-memory-log";

/** A frame of the chart, good only for the figures of this generation. */
export interface FrameRef {
  readonly generation: number;
  readonly frame: number;
}

export interface RunChoice {
  readonly log: string;
  /** null for a log that is too large to be read for a list. */
  readonly run: number | null;
  readonly title: string;
  readonly detail: string;
  /** First line of the run in its log, 0-based. */
  readonly line: number;
  readonly active: boolean;
  /** Figures that somebody expects, not measured ones. */
  readonly approximate: boolean;
}

export interface Flame {
  readonly generation: number;
  readonly title: string;
  /** `encodeFlameBlock`, in base64. */
  readonly block: string;
  readonly strings: readonly string[];
  readonly overlapping: readonly OverlappingRow[];
  /** Net growth of the phase that the overlapping rows belong to; null while it is open. */
  readonly netBytes: number | null;
  /** How the run differs from the baseline, a line each; empty without one. */
  readonly differences: readonly string[];
}

/** What the client says when it starts the server. */
export interface InitializationOptions {
  /** Commands the client carries out when a lens names them; a lens names no others. */
  readonly commands?: readonly string[];
  readonly settings?: unknown;
  /** What was chosen for names with several candidates, as a list of `NameChoice`. */
  readonly names?: unknown;
  /** BCP 47 tag for derived figures. */
  readonly locale?: string;
  /** What an earlier server showed: shown again instead of the log that the settings name. */
  readonly shown?: LogChoice;
  /** The baseline that an earlier server had. */
  readonly baseline?: LogChoice;
}

/** A log and a run of it. */
export interface LogChoice {
  readonly log: string;
  /** null: the last measured one, also when a later one begins. */
  readonly run: number | null;
}

/** Client → server: open (or read again) a log and show a run of it: the last measured one unless named. */
export const useLog = new RequestType<
  { readonly log: string; readonly run?: number },
  RunStatus | null,
  void
>("quartzRss/useLog");

/** Client → server: compare the shown run with this one, or with none. True when that is so now. */
export const setBaseline = new RequestType<{ readonly baseline: LogChoice | null }, boolean, void>(
  "quartzRss/setBaseline",
);

/** Client → server: show the baseline, and compare it with what was shown. False when there are no two runs. */
export const swapBaseline = new RequestType0<boolean, void>("quartzRss/swapBaseline");

/** Client → server: is the file on disk a memory log, as far as its beginning tells? For files that no editor hands out. */
export const looksLikeLog = new RequestType<{ readonly uri: string }, boolean, void>(
  "quartzRss/looksLikeLog",
);

/** Client → server: every run of every log that was opened or lies in the workspace. */
export const runs = new RequestType0<readonly RunChoice[], void>("quartzRss/runs");

/** Client → server: what the status bar shows; null when no run is shown. */
export const status = new RequestType0<RunStatus | null, void>("quartzRss/status");

/** Client → server: the shown run as a page in Markdown to be handed on; null when no run is shown. */
export const handOff = new RequestType0<string | null, void>("quartzRss/handOff");

/** What there is to show, and what was chosen: null while no log is. */
export interface WorkspaceAnswer extends WorkspaceState {
  readonly choice: LogChoice | null;
  /** The pinned baseline; null for none. */
  readonly baseline: LogChoice | null;
}

/** Client → server: is there something to show, and does the log fit the sources? */
export const workspaceState = new RequestType0<WorkspaceAnswer, void>("quartzRss/workspaceState");

/** Marks of one document, in line order, one a line. */
export interface Heat {
  /** Version of the open document that the marks are for; null when it was read from disk. */
  readonly version: number | null;
  /** True while a baseline is pinned: marks then tell what grew and what shrank. */
  readonly compared: boolean;
  readonly marks: readonly HeatMark[];
}

/** Client → server: the marks of one document. Marks of another version than the one shown are to be dropped. */
export const heat = new RequestType<{ readonly uri: string }, Heat, void>("quartzRss/heat");

export interface GrowthParams {
  readonly options: TreeOptions;
  /** Id of the row whose children are asked for; null for the top. */
  readonly parent: string | null;
  /** So many rows; one more says how many are left. */
  readonly limit: number;
}

export interface GrowthAnswer {
  readonly rows: readonly GrowthRow[];
  /** Rows of the whole tree that the filter hides. */
  readonly hidden: number;
}

/** Client → server: one level of the tree. */
export const growth = new RequestType<GrowthParams, GrowthAnswer, void>("quartzRss/growth");

export interface GrowthPathParams {
  readonly options: TreeOptions;
  /** A figure, or a place in a source (0-based line) for the innermost figure there. */
  readonly of: FigureTarget | SourceLine;
}

export interface SourceLine {
  readonly uri: string;
  readonly line: number;
  /** Of a function that is both compiled and compiler code. */
  readonly prefer?: Family;
}

export interface GrowthPath {
  /** From the top down to the row. Empty when the filter hides it. */
  readonly steps: readonly TreeStep[];
}

/** Client → server: where in the tree a figure is; null when there is none. */
export const growthPath = new RequestType<GrowthPathParams, GrowthPath | null, void>("quartzRss/growthPath");

/** Client → server: the files that hold growth, and the number of hot spots; null when no run is shown. */
export const growthFiles = new RequestType0<GrowthFiles | null, void>("quartzRss/growthFiles");

/** Client → server: names of the shown run that several functions bear. */
export const severalNames = new RequestType0<readonly SeveralNames[], void>("quartzRss/severalNames");

/** Client → server: all choices among candidates, in the place of those before. The client keeps them. */
export const nameChoices = new RequestType<{ readonly choices: readonly NameChoice[] }, null, void>(
  "quartzRss/nameChoices",
);

/** Client → server: the chart of the shown run; null when there is none. */
export const flame = new RequestType0<Flame | null, void>("quartzRss/flame");

/** Client → server: where the frame's source is; null when it has none or the figures have moved on. */
export const frameSource = new RequestType<FrameRef, Location | null, void>("quartzRss/frameSource");

/** Client → server: the frame of a figure that a lens or row names. */
export const frameOf = new RequestType<FigureTarget, FrameRef | null, void>("quartzRss/frameOf");

export interface FrameAtParams {
  readonly uri: string;
  readonly position: Position;
  /** Without it, compiler code comes before a compiled function. */
  readonly family?: Family;
}

/** Client → server: the frame of the function or branch at a position. */
export const frameAt = new RequestType<FrameAtParams, FrameRef | null, void>("quartzRss/frameAt");

/** Client → server: places to walk through, largest growth first. */
export const hotSpots = new RequestType0<readonly HotSpot[], void>("quartzRss/hotSpots");

/** Server → client: figures or sources changed; ask again for what you show. */
export const overlaysChanged = new NotificationType0("quartzRss/overlaysChanged");
