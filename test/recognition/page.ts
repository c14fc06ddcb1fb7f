/** The page analysis that the recogniser is scored with. */
export { analysePage } from '../../server/src/page/page.ts'
