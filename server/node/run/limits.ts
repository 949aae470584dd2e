// When a step is ended: what it used, against what it may use.

import { t } from "#core/base/text";
import { formatReading, formatSeconds } from "#core/base/units";

export interface Limits {
  readonly timeLimitMs?: number | undefined;
  readonly rssLimitBytes?: number | undefined;
}

export interface Used {
  readonly elapsedMs: number;
  /** Resident memory of all processes of the launch. */
  readonly treeBytes: number;
  /** The compiler's own last reading. */
  readonly readingBytes: number | undefined;
  /** What the system could still give; undefined where it does not tell. */
  readonly freeBytes: number | undefined;
}

/** With less than this the system is about to end processes by itself, and not always the right ones. */
export const LEAST_FREE_BYTES = 200 * 1_048_576;

/** Why a step has to end, for people; undefined while it may go on. Free memory counts where memory is limited at all. */
export function limitReached(used: Used, limits: Limits): string | undefined {
  const { timeLimitMs, rssLimitBytes } = limits;
  if (timeLimitMs !== undefined && used.elapsedMs > timeLimitMs) {
    return t("launch.timeLimit", { limit: formatSeconds(timeLimitMs) });
  }
  if (rssLimitBytes === undefined) {
    return undefined;
  }
  const limit = formatReading(rssLimitBytes);
  if (used.treeBytes > rssLimitBytes) {
    return t("launch.treeLimit", { limit, reached: formatReading(used.treeBytes) });
  }
  if (used.readingBytes !== undefined && used.readingBytes > rssLimitBytes) {
    return t("launch.readingLimit", { limit, reached: formatReading(used.readingBytes) });
  }
  if (used.freeBytes !== undefined && used.freeBytes < LEAST_FREE_BYTES) {
    return t("launch.freeLimit", { free: formatReading(used.freeBytes) });
  }
  return undefined;
}
