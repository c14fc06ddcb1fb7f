/** Sentences with gaps: English for the command line and files, and what a translation needs. */

interface Sentence {
  readonly message: string
  readonly template: string
  readonly values: readonly string[]
}

/** `{0}`, `{1}`, … in `template` stand for `values`. */
export function sentence(template: string, ...values: readonly string[]): Sentence {
  const message = template.replace(
    /\{(\d)\}/g,
    (gap, index: string) => values[Number(index)] ?? gap,
  )
  return { message, template, values }
}
