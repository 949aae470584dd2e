// One wrapper for every request: a cancelled one is answered as such, a failed one is logged and answered empty.
import {
  type CancellationToken,
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
} from "vscode-languageserver";

/** @param empty the answer when the handler throws: the server never dies of one request */
export function handle<P, R>(
  log: RemoteConsole,
  empty: R,
  work: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
  return async (params, token) => {
    if (token.isCancellationRequested) {
      return cancelled();
    }
    try {
      const result = await work(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (token.isCancellationRequested) {
        return cancelled();
      }
      log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return empty;
    }
  };
}

/** `handle` for requests without parameters, whose only argument is the token. */
export function handle0<R>(
  log: RemoteConsole,
  empty: R,
  work: (token: CancellationToken) => R | Promise<R>,
): (token: CancellationToken) => Promise<R | ResponseError<void>> {
  const handler = handle<void, R>(log, empty, (_, token) => work(token));
  return (token) => handler(undefined, token);
}

/**
 * Waits until there are sources to answer from.
 * @throws when the request was cancelled meanwhile, so that nothing is computed for nobody
 */
export async function sourcesReady(
  { indexed }: { readonly indexed: Promise<void> },
  token: CancellationToken,
): Promise<void> {
  await indexed;
  if (token.isCancellationRequested) {
    throw new Error("cancelled");
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
