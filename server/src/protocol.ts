// The contract between a client and the server, beside plain LSP. Nothing else crosses.
// The server notifies, the client asks for what it shows; intent comes back as ids.
import {
  type Location,
  NotificationType0,
  type Position,
  RequestType,
  RequestType0,
} from "vscode-languageserver-protocol";
import type { Family } from "#core/view/family";
import type { OverlappingRow } from "#core/view/flameColumns";
import type { GrowthRow, SortOrder } from "#core/view/growthRow";
import type { HeatMark } from "#core/view/heatMarks";
import type { HotSpot } from "#core/view/hotSpots";
import type { FigureTarget } from "#core/view/lenses";
import type { RunStatus } from "#core/view/runStatus";

/** The command of a code lens, with a `FigureTarget` as its argument: carried out by clients that announce it. */
export const SHOW_IN_CHART = "quartzRss.showInChart";

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
}

/** What the client says when it starts the server. */
export interface InitializationOptions {
  /** Commands the client carries out when a lens names them; a lens names no others. */
  readonly commands?: readonly string[];
  readonly settings?: unknown;
  /** BCP 47 tag for derived figures. */
  readonly locale?: string;
}

/** Client → server: open (or read again) a log and show a run of it: the last measured one unless named. */
export const useLog = new RequestType<
  { readonly log: string; readonly run?: number },
  RunStatus | null,
  void
>("quartzRss/useLog");

/** Client → server: is the file on disk a memory log, as far as its beginning tells? For files that no editor hands out. */
export const looksLikeLog = new RequestType<{ readonly uri: string }, boolean, void>(
  "quartzRss/looksLikeLog",
);

/** Client → server: every run of every log that was opened or lies in the workspace. */
export const runs = new RequestType0<readonly RunChoice[], void>("quartzRss/runs");

/** Client → server: what the status bar shows; null when no run is shown. */
export const status = new RequestType0<RunStatus | null, void>("quartzRss/status");

/** Marks of one document, in line order, one a line. */
export interface Heat {
  /** Version of the open document that the marks are for; null when it was read from disk. */
  readonly version: number | null;
  readonly marks: readonly HeatMark[];
}

/** Client → server: the marks of one document. Marks of another version than the one shown are to be dropped. */
export const heat = new RequestType<{ readonly uri: string }, Heat, void>("quartzRss/heat");

/** Client → server: rows of the tree. */
export const growth = new RequestType<{ readonly order: SortOrder }, readonly GrowthRow[], void>(
  "quartzRss/growth",
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
