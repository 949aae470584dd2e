// One file with every level of both families, and the log that heats it.

const FUNCTIONS = ["cold", "warm", "hot"] as const;
const KINDS = ["NODE_IDENT", "NODE_CALL", "NODE_BINARY"] as const;

const body = (text: string): string =>
  Array.from({ length: 3 }, (_, at) => `  var a${at} = ${text}\n`).join("");

const LEVELS_QZ = `import node_constants

${FUNCTIONS.map((name) => `def ${name}(node: Int): Int\n${body("node")}  return node\nend\n`).join("\n")}
def tc_expr(node: Int): Int
  var kind = ast::ast_get_kind(node)
${KINDS.map((kind) => `  if kind == node_constants::${kind}\n${body("kind").replace(/^/gm, "  ").trimEnd()}\n    return 1\n  end\n`).join("")}  return 0
end
`;

const LEVELS_LOG = `[mem] init: 1 MB current (0ms)
[mem-fn] +10 MB: levels$cold
[mem-fn] +100 MB: levels$warm
[mem-fn] +1000 MB: levels$hot
[mem-fn] +2000 MB: elsewhere$hottest
[mem-fn] +99999 MB: levels$tc_expr
[mem-fn] +12 MB: small$little
[kind 1006] +4 MB / 10 stmts
[kind 1009] +60 MB / 20 stmts
[kind 1008] +900 MB / 30 stmts
[mem] typecheck: 5402 MB (+5401) (9871ms)
`;

export const HEAT_WORKSPACE = {
  "levels.qz": LEVELS_QZ,
  "elsewhere.qz": "def hottest()\n  return 1\nend\n",
  "cold/small.qz": "def little()\n  return 1\nend\n",
  "levels.log": LEVELS_LOG,
} as const;
