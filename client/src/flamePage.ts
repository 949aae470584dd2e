// The HTML around the chart's page. No data is in it: figures follow by message.
import { randomBytes } from "node:crypto";
import { Uri, type Webview } from "vscode";

export function flamePage(webview: Webview, extensionUri: Uri): string {
  const media = Uri.joinPath(extensionUri, "dist", "media");
  const script = webview.asWebviewUri(Uri.joinPath(media, "chart.js"));
  const style = webview.asWebviewUri(Uri.joinPath(media, "chart.css"));
  const nonce = randomBytes(16).toString("base64url");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="app"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
