/** The page of a panel: one script and one style sheet of our own, and nothing else. */
import { randomBytes } from 'node:crypto'
import { env, Uri, type Webview } from 'vscode'

/** Folder of what panels load. */
export function panelFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview')
}

/** `panel` names what the script shows in it. */
export function panelHtml(webview: Webview, extension: Uri, panel: string): string {
  const nonce = randomBytes(16).toString('base64')
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(panelFolder(extension), name))
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!DOCTYPE html>
<html lang="${env.language === 'zh-cn' ? 'zh-CN' : 'en'}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link nonce="${nonce}" rel="stylesheet" href="${file('panel.css')}">
<title>Biaozhu</title>
</head>
<body data-panel="${panel}">
<main id="root"></main>
<script nonce="${nonce}" src="${file('panel.js')}"></script>
</body>
</html>
`
}
