// Workspace folders as URIs without a slash at their ends.

/** True for what lies anywhere below the folder. The empty folder holds everything. */
export function isBelow(uri: string, folder: string): boolean {
  return folder === "" || uri.startsWith(`${folder}/`);
}

/** Of folders that may lie in each other, the one that holds the file most closely. */
export function deepestFolder(uri: string, folders: readonly string[]): string | undefined {
  let deepest: string | undefined;
  for (const folder of folders) {
    if (isBelow(uri, folder) && folder.length >= (deepest?.length ?? 0)) {
      deepest = folder;
    }
  }
  return deepest;
}
