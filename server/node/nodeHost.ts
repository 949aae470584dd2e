// What Node lends the server.
import type { Host } from "../src/files.ts";
import { nodeFiles } from "./nodeFiles.ts";

const POLL_MS = 100;

export function nodeHost(): Host {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return {
    files: nodeFiles(POLL_MS),
    decode: (bytes) => decoder.decode(bytes),
    encode: (text) => encoder.encode(text),
    encodeBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
    now: () => performance.now(),
    after: (delayMs, work) => {
      const timer = setTimeout(work, delayMs);
      return { dispose: () => clearTimeout(timer) };
    },
  };
}
