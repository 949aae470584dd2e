// A log as a long measuring session leaves it: 60 % lines of ours, the rest build output. The same bytes each time.

const LINES = 2_000_000;
const NAMES = 2000;
const KINDS = 180;
const CHUNK_BYTES = 65_536;

export function syntheticLog(): { readonly chunks: readonly Uint8Array[]; readonly bytes: number } {
  const random = seeded(20_260_415);
  const below = (limit: number): number => Math.floor(random() * limit);
  const names = Array.from(
    { length: NAMES },
    (_, id) => `${MODULES[id % MODULES.length]}$${VERBS[below(VERBS.length)]}_${id}`,
  );
  const other = Array.from(
    { length: 500 },
    (_, id) => `compiling std/module_${id}.qz [${below(82)}/82] ok, ${below(9000)} tokens, no warnings`,
  );
  const lines: string[] = [];
  let rss = 1;
  for (let line = 0; line < LINES; line++) {
    const draw = random();
    if (draw < 0.4) {
      lines.push(other[below(other.length)] ?? "");
    } else if (draw < 0.85) {
      lines.push(`[mem-fn] +${8 + below(140)} MB: ${names[below(NAMES)]}`);
    } else if (draw < 0.9999) {
      lines.push(
        `[kind ${below(KINDS) + (draw < 0.92 ? 0 : 1000)}] +${1 + below(900)} MB / ${1 + below(70_000)} stmts`,
      );
    } else {
      const growth = below(40);
      rss += growth;
      lines.push(`[mem] step${line}: ${rss} MB (+${growth})                     (${line}ms)`);
    }
  }
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    chunks.push(bytes.slice(at, at + CHUNK_BYTES));
  }
  return { chunks, bytes: bytes.length };
}

const MODULES = [
  "typecheck_expr_handlers",
  "mir_lower",
  "lexer",
  "typecheck_walk",
  "mir_lower_expr_handlers",
];
const VERBS = ["tc_expr_call", "lower_stmt", "tokenize", "resolve", "emit_block"];

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
