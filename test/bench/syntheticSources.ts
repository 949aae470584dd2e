// A compiler's sources as a generated workspace: as many lines as the real one has, one very long file, one log.

const ALL_LINES = 187_000;
const LONG_FILE_LINES = 6000;
const FILES = 48;
const LINES_PER_FUNCTION = 22;
const LOGGED_FUNCTIONS = 2000;
const KINDS = 40;

export interface SyntheticWorkspace {
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>;
  /** The file of 6,000 lines. */
  readonly longFile: string;
  readonly log: string;
  readonly lines: number;
}

export function syntheticWorkspace(): SyntheticWorkspace {
  const files = new Map<string, string>();
  const names: string[] = [];
  const shortLines = Math.ceil((ALL_LINES - LONG_FILE_LINES) / (FILES - 1));
  let lines = 0;
  for (let at = 0; at < FILES; at++) {
    const module = at === 0 ? "long_file" : `module_${at}`;
    const functions = Math.floor((at === 0 ? LONG_FILE_LINES : shortLines) / LINES_PER_FUNCTION);
    const source = sourceOf(module, functions, at === 0);
    files.set(`self-hosted/part_${at % 6}/${module}.qz`, source);
    lines += source.split("\n").length - 1;
    for (let name = 0; name < functions; name++) {
      names.push(`${module}$work_${name}`);
    }
  }
  files.set("self-hosted/quartz.qz", "def main()\n  long_file::work_0(1)\nend\n");
  return { files, longFile: "self-hosted/part_0/long_file.qz", log: logOf(names), lines: lines + 3 };
}

function sourceOf(module: string, functions: number, isDispatcher: boolean): string {
  const text = [`# ${module}`, "import node_constants", ""];
  for (let at = 0; at < functions; at++) {
    text.push(`def work_${at}(node: Int, depth: Int): Int`);
    if (isDispatcher && at === 0) {
      text.push("  var kind = ast::ast_get_kind(node)");
      for (let kind = 0; kind < KINDS; kind++) {
        const word = kind === 0 ? "if" : "elsif";
        text.push(
          `  ${word} kind == node_constants::NODE_K${kind}`,
          `    return work_${kind + 1}(node, depth)`,
        );
      }
      text.push("  end", "  return 0", "end", "");
      continue;
    }
    text.push(`  var name = "item #{node} of #{depth} in ${module}"`);
    for (let block = 0; block < 3; block++) {
      text.push(
        `  if node > ${at + block} # a comment with words`,
        `    var next_${block} = ast::ast_get_child(node, ${block})`,
        `    while next_${block} != 0`,
        `      next_${block} = module_${(at % (FILES - 1)) + 1}::work_${(at + block) % functions}(next_${block}, depth + 1)`,
        "    end",
        "  end",
      );
    }
    text.push("  return node", "end", "");
  }
  return `${text.join("\n")}\n`;
}

function logOf(names: readonly string[]): string {
  const step = names.length / LOGGED_FUNCTIONS;
  const lines = ["[mem] init: 1 MB current (0ms)"];
  for (let at = 0; at < LOGGED_FUNCTIONS; at++) {
    // Every function of the long file, which come first, then some of the others.
    const name = names[at < LONG_FILE_LINES / LINES_PER_FUNCTION ? at : Math.floor(at * step)] ?? "";
    lines.push(`[mem-fn] +${8 + ((at * 37) % 140)} MB: ${name}`);
  }
  lines.push("[mem] typecheck: 9001 MB (+9000) (9871ms)", "");
  return lines.join("\n");
}
