// What `/usr/bin/time -l` of macOS and the BSDs says behind a program's own standard error.

export interface TimeOutput {
  readonly peakBytes: number | null;
  readonly wallMs: number | null;
  /** 0-based line where its words begin: what stands before it is the program's. */
  readonly line: number;
}

/** Undefined where the text does not end with its words. On macOS the peak is in bytes. */
export function parseTimeOutput(text: string): TimeOutput | undefined {
  const lines = text.split("\n");
  const line = lines.findLastIndex((one) =>
    /^\s*\d+[.,]\d\d real\s+\d+[.,]\d\d user\s+\d+[.,]\d\d sys\s*$/.test(one),
  );
  if (line === -1) {
    return undefined;
  }
  const peak = lines.slice(line).find((one) => /^\s*\d{1,16}\s+maximum resident set size\s*$/.test(one));
  const real = Number.parseFloat((lines[line] ?? "").trim().replace(",", "."));
  const peakBytes = peak === undefined ? Number.NaN : Number.parseInt(peak, 10);
  return {
    ...{ line, wallMs: Math.round(real * 1000) },
    peakBytes: Number.isSafeInteger(peakBytes) ? peakBytes : null,
  };
}
