// Probes that are kept as a patch: put into a copy of the tree, never into the tree.
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { git } from "./git.ts";

/** Nobody's settings, hooks or filters. */
const PLAIN = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
const PLAIN_FILES = [
  "-c",
  "core.autocrlf=false",
  "-c",
  "core.safecrlf=false",
  "-c",
  "core.hooksPath=/dev/null",
];

/**
 * Applies a patch to a copy, three-way where the tree's repository knows the files that it was made from.
 * @returns Git's message where it does not apply; then the copy is of no use
 */
export async function patchTree(tree: string, copy: string, patch: string): Promise<string | undefined> {
  const objects = await git(tree, ["rev-parse", "--path-format=absolute", "--git-path", "objects"]);
  const alone = { ...PLAIN, GIT_CEILING_DIRECTORIES: dirname(copy) };
  // Only for the look at what the patch was made from: adding would touch the times of the objects that are there.
  const beside = objects.isGood ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: objects.output.trim() } : {};
  const steps = [
    { args: ["init", "--quiet", "--template="], env: alone },
    { args: [...PLAIN_FILES, "add", "--all", "--force"], env: alone },
    {
      args: [...PLAIN_FILES, "apply", "--3way", "--whitespace=nowarn", patch],
      env: { ...alone, ...beside },
    },
  ];
  for (const { args, env } of steps) {
    const answer = await git(copy, args, env);
    if (!answer.isGood) {
      return answer.message;
    }
  }
  // The copy is a tree like the one that is measured without a patch.
  await rm(join(copy, ".git"), { recursive: true, force: true });
  return undefined;
}
