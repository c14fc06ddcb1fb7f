/** As much of jsonld as the tests call. */
declare module 'jsonld' {
  interface Options {
    readonly documentLoader: (url: string) => Promise<object>
    /** Throws where something would be dropped. */
    readonly safe: boolean
  }
  type Node = Readonly<Record<string, unknown>>
  const jsonld: {
    expand(document: object, options: Options): Promise<readonly Node[]>
    toRDF(document: object, options: Options): Promise<readonly object[]>
  }
  export default jsonld
}
