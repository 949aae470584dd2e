/** What a long computation asks now and then; an LSP or VS Code token fits as it is. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** For callers that never cancel. */
export const neverCancelled: Cancellation = { isCancellationRequested: false };
