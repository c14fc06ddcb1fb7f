/** The page analysis that the recogniser is scored with. */
export { oneArticlePage as analysePage } from './one-article.ts'
