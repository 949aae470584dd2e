// Entry of the webview. The extension's door, acquireVsCodeApi, is opened here and handed on to nobody.
import type { FromPage } from "./messages.ts";
import { FlamePage } from "./page.ts";
import { type PageState, parsePageState } from "./pageState.ts";
import { parseToPage } from "./parseToPage.ts";

/** What VS Code gives to the page, as far as it is used. */
interface VSCodeApi {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PageState) => void;
}

declare function acquireVsCodeApi(): VSCodeApi;

function start(): void {
  const app = document.getElementById("app");
  if (app === null) {
    throw new Error("the page has no #app");
  }
  const vscode = acquireVsCodeApi();
  const page = new FlamePage(
    app,
    { post: (message) => vscode.postMessage(message), save: (state) => vscode.setState(state) },
    parsePageState(vscode.getState()),
  );
  addEventListener("message", (event: MessageEvent<unknown>) => {
    const message = parseToPage(event.data);
    if (message !== undefined) {
      page.receive(message);
    }
  });
  vscode.postMessage({ type: "ready" });
}

start();
