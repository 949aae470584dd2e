// The answers of `quartz-rss ledger` and `quartz-rss trend` with `--format json`.
import type { LedgerRow } from "../model/ledger.ts";
import type { TrendSeries } from "../model/trend.ts";

type Json = Readonly<Record<string, unknown>>;

export function ledgerJson(rows: readonly LedgerRow[]): readonly Json[] {
  return rows.map(({ run, base, hypothesis, measuredBytes, ratio, noChange, reason, remarks }) => ({
    ...{ run: run.id, base: base?.id ?? null, text: hypothesis.text, metric: hypothesis.metric },
    ...{
      predictedBytes: hypothesis.predictedBytes,
      measuredBytes: measuredBytes ?? null,
      ratio: ratio ?? null,
    },
    ...{ noChange, reason: reason ?? null, remarks },
  }));
}

export function trendJson(series: readonly TrendSeries[]): readonly Json[] {
  return series.map(({ metric, kind, platform, build, points }) => ({
    ...{ metric, kind, platform: platform ?? null, build },
    points: points.map(({ id, time, from, ...point }) => ({
      run: id,
      time: time ?? null,
      ...point,
      from: from ?? null,
    })),
  }));
}
