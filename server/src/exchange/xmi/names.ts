/** Names of types in XMI: `webanno.custom.Mention` is `Mention` in `http:///webanno/custom.ecore`. */

export function namespaceOfType(type: string): {
  readonly namespace: string
  readonly name: string
} {
  const parts = type.split('.')
  const name = parts.pop() ?? ''
  return { namespace: `http:///${parts.join('/')}.ecore`, name }
}

/** `undefined` for a namespace that is none of UIMA's. Types without a package are in `noNamespace`. */
export function typeOfName(namespace: string, name: string): string | undefined {
  const [, path] = /^http:\/\/\/(.*)\.ecore$/.exec(namespace) ?? []
  if (path === undefined) return undefined
  return path === 'uima/noNamespace' ? name : `${path.replaceAll('/', '.')}.${name}`
}
