// The CLI as its users call it, but for the process around it.
import { run } from "../../server/cli/main.ts";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function runCli(args: readonly string[], input = ""): Promise<Outcome> {
  let out = "";
  let err = "";
  const streams = {
    in: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
    out: async (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += `${text}\n`;
    },
  };
  return { code: await run(args, streams, "0.0.0-test"), out, err };
}
