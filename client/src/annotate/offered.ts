/** Which commands the legend of keys offers on a page: none that would only say that there is nothing to choose. */
import type { TypeInfo } from '../../../server/src/protocol.ts'

/** `types` are those of the page's schema. */
export function isOffered(
  command: string,
  types: readonly Pick<TypeInfo, 'attributes'>[],
): boolean {
  return command !== 'biaozhu.editAttributes' || haveAttributes(types)
}

/** Whether any of these types has attributes. */
export function haveAttributes(types: readonly Pick<TypeInfo, 'attributes'>[]): boolean {
  return types.some(({ attributes = [] }) => attributes.length > 0)
}
