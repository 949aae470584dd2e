// Git, without what a user's environment and settings would change about it.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);
const LONGEST_OUTPUT = 1 << 28;

/** What Git printed. */
export type GitAnswer =
  | { readonly isGood: true; readonly output: string }
  | { readonly isGood: false; readonly message: string };

/** @param env variables beside those of this process */
export async function git(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<GitAnswer> {
  // Inside of a hook, variables of Git's own name another repository.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  try {
    const { stdout } = await execute("git", [...args], {
      ...{ cwd: folder, maxBuffer: LONGEST_OUTPUT, encoding: "utf8" },
      // A look must not write, not even what it learned about the times of files.
      env: { ...Object.fromEntries(inherited), LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", ...env },
    });
    return { isGood: true, output: stdout };
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    return { isGood: false, message: said !== "" || !(error instanceof Error) ? said : error.message };
  }
}
