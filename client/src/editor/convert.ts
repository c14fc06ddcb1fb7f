/** From the protocol's plain positions to the editor's objects and back. */
import { Location, Position, Range, Uri } from 'vscode'
import type * as protocol from '../../../server/src/protocol.ts'

export function toPosition(position: protocol.Position): Position {
  return new Position(position.line, position.character)
}

export function toRange(range: protocol.Range): Range {
  return new Range(toPosition(range.start), toPosition(range.end))
}

export function toLocation(location: protocol.Location): Location {
  return new Location(Uri.parse(location.uri), toRange(location.range))
}

export function fromPosition(position: Position): protocol.Position {
  return { line: position.line, character: position.character }
}

/** One spelling of a uri: the same file may come with its Chinese characters escaped or not. */
export function uriKey(uri: Uri | string): string {
  return (typeof uri === 'string' ? Uri.parse(uri) : uri).toString()
}
