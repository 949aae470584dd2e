// A small workspace on disk: a root file, a module, a dispatcher with its handler, and a log.
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

export interface Workspace {
  readonly folder: string;
  readonly uri: (path: string) => string;
  readonly write: (path: string, text: string | Uint8Array) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function makeWorkspace(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "quartz-rss-")));
  const write = async (path: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) {
    await write(path, text);
  }
  return {
    ...{ folder, write },
    uri: (path) => pathToFileURL(join(folder, path)).href,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export const SMALL_COMPILER = {
  "quartz.qz": "def main()\n  compile()\nend\n\ndef compile()\n  typecheck_walk::tc_expr(1)\nend\n",
  "middle/typecheck_walk.qz": `import expr_handlers

@inline
def tc_expr(node: Int): Int
  var kind = ast::ast_get_kind(node)
  if kind == node_constants::NODE_IDENT
    return 1
  elsif kind == node_constants::NODE_CALL
    return expr_handlers::tc_expr_call(node)
  end
  return 0
end
`,
  "middle/expr_handlers.qz": 'def tc_expr_call(node: Int): Int\n  var text = "#{node}"\n  return node\nend\n',
  "mem.log": `[mem] init: 1 MB current (0ms)
[mem-fn] +136 MB: expr_handlers$tc_expr_call
[mem-fn] +68  MB: compile
[mem-fn] +20 MB: gone$nowhere
[kind 1009] +5764 MB / 69186 stmts
[mem] typecheck: 5402 MB (+5401) (9871ms)
`,
} as const;
