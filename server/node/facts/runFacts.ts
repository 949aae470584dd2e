// What is known of the environment of a run before it begins.
import { arch, release } from "node:os";
import type { PlatformFacts, RunFile } from "#core/store/runFile";
import { binaryFacts } from "./compiler.ts";
import { subjectFacts } from "./subject.ts";

/**
 * Everything but the memory, which is looked at right before and after the measured command.
 * @param command the measured one @param cwd the folder in which it runs @param tree the sources that it compiles
 */
export async function runFacts(
  command: readonly string[],
  cwd: string,
  tree: string,
): Promise<Pick<RunFile, "allocator" | "compiler" | "platform" | "subject">> {
  const [program = ""] = command;
  const [binary, subject] = await Promise.all([binaryFacts(program, cwd), subjectFacts(tree)]);
  return { ...binary, subject, platform: platformFacts() };
}

function platformFacts(): PlatformFacts {
  return { os: process.platform, arch: arch(), release: release() };
}
