// The project file that `quartz-rss init` writes: the canonical measuring build, for the layout that is there.

/** What of the folder matters, each relative to it. */
export interface Layout {
  /** The file with the program's `main`. */
  readonly root: string;
  readonly compiler: string;
  /** Folders that modules are looked up in, in order. */
  readonly includes: readonly string[];
  readonly constantsFile: string | undefined;
}

/** Include folders of the compiler's own tree, in the order in which its makers name them. */
const INCLUDES = [
  ...["self-hosted/frontend", "self-hosted/middle", "self-hosted/backend", "self-hosted/shared"],
  ...["std", "tools"],
] as const;

/** Most usual first. */
const ROOTS = ["self-hosted/quartz.qz", "quartz.qz", "main.qz", "src/main.qz"] as const;

const CONSTANTS = "self-hosted/frontend/node_constants.qz";
const OWN_COMPILER = "./self-hosted/bin/quartz";

/** What `layoutOf` asks for. */
export const LOOKED_FOR: readonly string[] = [...INCLUDES, ...ROOTS, CONSTANTS];

/** Undefined where there is no file to compile. */
export function layoutOf(isThere: (path: string) => boolean): Layout | undefined {
  const root = ROOTS.find(isThere);
  return root === undefined
    ? undefined
    : {
        root,
        // The compiler's own tree builds it; others have it installed.
        compiler: root.startsWith("self-hosted/") ? OWN_COMPILER : "quartz",
        includes: INCLUDES.filter(isThere),
        constantsFile: isThere(CONSTANTS) ? CONSTANTS : undefined,
      };
}

/** The text of the file. IR goes to standard output, 1.7 million lines of it, so that is discarded. */
export function newProjectText({ root, compiler, includes, constantsFile }: Layout): string {
  const command = [
    [compiler, "--no-cache", "--memory-stats"],
    ...includes.map((folder) => ["-I", folder]),
    [root],
  ];
  const lines = command.map((words) => words.map((word) => JSON.stringify(word)).join(", "));
  const constants =
    constantsFile === undefined ? "" : `  "constantsFile": ${JSON.stringify(constantsFile)},\n`;
  return `{
  "builds": [
    {
      "name": "self-compile",
      "file": ${JSON.stringify(root)},
      "steps": [
        {
          "role": "measure",
          "command": [
            ${lines.join(",\n            ")}
          ],
          "stdout": "discard",
          "timeLimit": "20 min"
        }
      ]
    }
  ],
${constants}  "budgets": []
}
`;
}
