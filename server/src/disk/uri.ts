/**
 * Uris in the one form that VS Code writes (`file:///d/%E7%89%88%281%29.txt`), so that a uri from
 * any client and one from the disk are equal as strings.
 */

/** Total: a uri that cannot be decoded comes back as it is. No slash at its end. */
export function normalUri(uri: string): string {
  const parts = /^([A-Za-z][\w+.-]*):\/\/([^/?#]*)(\/[^?#]*)?$/.exec(uri)
  if (parts === null) return uri
  const [, scheme = '', authority = '', path = ''] = parts
  try {
    const decoded = decodeURIComponent(path).replace(/(.)\/+$/, '$1')
    return `${scheme.toLowerCase()}://${authority}${encodePath(lowerDrive(decoded))}`
  } catch {
    return uri
  }
}

/** The decoded path of `uri` below `root`, `/` between folders; `undefined` outside. Both normal. */
export function pathBelow(root: string, uri: string): string | undefined {
  const prefix = root.endsWith('/') ? root : `${root}/`
  if (!uri.startsWith(prefix)) return undefined
  try {
    return decodeURIComponent(uri.slice(prefix.length))
  } catch {
    return uri.slice(prefix.length)
  }
}

/** The uri of a decoded relative `path` below a normal `root`. */
export function uriBelow(root: string, path: string): string {
  return `${root.endsWith('/') ? root.slice(0, -1) : root}/${encodePath(path)}`
}

/** The folder of a normal uri; of the uppermost folder, that folder itself. */
export function parentUri(uri: string): string {
  return uri.replace(/^([^:]+:\/\/[^/]*(?:\/.+)?)\/[^/]+$/, '$1')
}

function lowerDrive(path: string): string {
  return /^\/[A-Z]:/.test(path) ? `/${path.charAt(1).toLowerCase()}${path.slice(2)}` : path
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((name) =>
      encodeURIComponent(name).replace(
        /[!'()*]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/')
}
