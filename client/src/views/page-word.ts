/** What a page is called in the title of a view. */

/** Its name among `pages`, else that of its file without the ending; `keyOf` gives one spelling of a uri. */
export function pageWord(
  uri: string,
  pages: Iterable<{ readonly uri: string; readonly label: string }>,
  keyOf: (uri: string) => string,
): string {
  for (const page of pages) if (keyOf(page.uri) === keyOf(uri)) return page.label
  const file = uri.slice(uri.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(file).replace(/\.[^.]+$/, '')
  } catch {
    return file
  }
}
