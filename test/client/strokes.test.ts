/** Boxes take what is typed before they are there, in it, and while they close: nothing is lost, nothing is doubled. */
import assert from 'node:assert/strict'
import { Field } from '../../client/src/pick/field.ts'
import { FieldText, withoutMark } from '../../client/src/pick/field-text.ts'
import { Strokes } from '../../client/src/pick/strokes.ts'
import { rounds } from '../rounds.ts'
import { randomOf } from '../varied/random.ts'

/** The window and the extension with what is on its way between them, each way in order. */
class Window {
  readonly again: string[] = []
  readonly strokes = new Strokes((typed) => this.again.push(typed))
  /** What the open box shows. */
  #field: { text: string; isSelected: boolean } | undefined
  readonly #toExtension: (() => void)[] = []
  readonly #toWindow: (() => void)[] = []
  /** A box that chooses tells of what is written into it, one that takes a line does not. */
  readonly #tells: boolean
  #told: (raw: string) => void = () => undefined
  #entered: () => void = () => undefined

  constructor(tells: boolean) {
    this.#tells = tells
  }

  /** A person types, wherever the focus is. */
  type(character: string): void {
    const field = this.#field
    if (field === undefined) {
      this.#toExtension.push(() => this.strokes.press(character))
    } else if (character === '\n') {
      const entered = this.#entered
      this.#toExtension.push(() => entered())
    } else {
      const before = field.isSelected ? field.text.replace(withoutMark(field.text), '') : field.text
      const now = character === '\b' ? [...before].slice(0, -1).join('') : before + character
      this.#field = { text: now, isSelected: false }
      if (now !== field.text) this.#tell(now)
    }
  }

  /** The extension opens a box in the place of one that may be there. */
  open(): Field {
    let field: Field | undefined
    this.#toWindow.push(() => {
      this.#field = { text: '', isSelected: false }
      this.#told = (raw) => field?.told(raw)
      this.#entered = () => field?.entered()
    })
    field = new Field(this.strokes, (raw, isSelected) => {
      this.#toWindow.push(() => this.#write(raw, isSelected))
    })
    return field
  }

  close(): void {
    this.#toWindow.push(() => {
      this.#field = undefined
    })
  }

  get shown(): string | undefined {
    return this.#field && withoutMark(this.#field.text)
  }

  /** One message arrives; false where none is on its way. */
  arrive(way: 'window' | 'extension'): boolean {
    const message = (way === 'window' ? this.#toWindow : this.#toExtension).shift()
    message?.()
    return message !== undefined
  }

  settle(): void {
    while (this.arrive('window') || this.arrive('extension'));
  }

  #write(raw: string, isSelected: boolean): void {
    if (this.#field === undefined) return
    const isNew = this.#field.text !== raw
    // What is selected is the text, without its mark.
    this.#field = { text: raw, isSelected }
    if (this.#tells && isNew) this.#tell(raw)
  }

  #tell(raw: string): void {
    const told = this.#told
    this.#toExtension.push(() => told(raw))
  }
}

const never = { reads: () => false, entered: () => false }

describe('what a field is told to hold', () => {
  it('is a change of what was written before it', () => {
    const text = new FieldText()
    const first = text.written('ab')
    const second = text.written('abc')
    // Typed into the empty field, then into each of the two.
    assert.deepEqual(text.told('x'), { after: 0, removed: 0, text: 'x', isFirst: true })
    assert.deepEqual(text.told(`${first}y`), { after: 0, removed: 0, text: 'y', isFirst: false })
    assert.equal(text.told(second), undefined)
    assert.deepEqual(text.told(second.slice(0, -1)), {
      after: 0,
      removed: 1,
      text: '',
      isFirst: false,
    })
  })

  it('is a change as well where the mark was erased with it', () => {
    const text = new FieldText()
    const written = text.written('ab')
    assert.equal(text.told(written), undefined)
    assert.deepEqual(text.told('ab'), undefined)
    assert.deepEqual(text.told('z'), { after: 0, removed: 2, text: 'z', isFirst: false })
  })
})

describe('a box', () => {
  for (const tells of [true, false]) {
    it(`has read everything that was typed, whatever is late (${tells ? 'chosen in' : 'written in'})`, () => {
      for (let round = 0; round < rounds(300); round++) {
        const random = randomOf(round)
        const next = (): number => random(1000) / 1000
        const window = new Window(tells)
        const rest = Array.from({ length: 12 }, () => 'aab1 \b'.charAt(Math.floor(next() * 6)))
        let wanted = ''
        window.strokes.begin()
        let read = ''
        let field: Field | undefined
        const steps = ['open', 'fill']
        while (rest.length > 0 || steps.length > 0) {
          const step = next()
          const key = step < 0.4 ? rest.shift() : undefined
          // In an empty field there is nothing to erase.
          if (key === '\b' && window.shown === '') continue
          if (key !== undefined) {
            window.type(key)
            wanted = key === '\b' ? wanted.slice(0, -1) : wanted + key
          } else if (step < 0.7) window.arrive('window')
          else if (step < 0.9) window.arrive('extension')
          else if (steps[0] === 'open' && steps.shift()) field = window.open()
          else if (steps.shift()) {
            const reads = (value: string) => {
              read = value
              return false
            }
            field?.fill({ ...never, reads })
          }
        }
        window.settle()
        assert.deepEqual([read, window.shown], [wanted, wanted], String(round))
      }
    })
  }

  it('that has a text is typed over by the first key, and by no other', () => {
    for (let round = 0; round < rounds(300); round++) {
      const random = randomOf(round)
      const next = (): number => random(1000) / 1000
      const window = new Window(false)
      let read = ''
      const reads = (value: string) => {
        read = value
        return false
      }
      window.strokes.begin()
      const field = window.open()
      const rest = [...'xyz']
      let isFilled = false
      while (rest.length > 0 || !isFilled) {
        const step = next()
        const key = step < 0.3 ? rest.shift() : undefined
        if (key !== undefined) window.type(key)
        else if (step < 0.6) window.arrive('window')
        else if (step < 0.9) window.arrive('extension')
        else if (!isFilled) {
          field.fill({ ...never, reads }, '旧备注')
          isFilled = true
        }
      }
      window.settle()
      assert.deepEqual([read, window.shown], ['xyz', 'xyz'], String(round))
    }
  })

  it('that has taken its key leaves the rest to the next box, and the page what is behind that', () => {
    for (let round = 0; round < rounds(300); round++) {
      const random = randomOf(round)
      const next = (): number => random(1000) / 1000
      const window = new Window(true)
      const taken: string[] = []
      const open = (): void => {
        const field = window.open()
        const reads = (value: string): boolean => {
          if (value.length < 2) return false
          taken.push(value)
          if (taken.length < 2) {
            field.close()
            open()
          } else {
            field.close()
            window.close()
            ends = true
          }
          return true
        }
        fills.push(() => field.fill({ ...never, reads }))
      }
      let ends = false
      const fills: (() => void)[] = []
      window.strokes.begin()
      open()
      const rest = [...'aabbn ']
      while (rest.length > 0 || !ends) {
        const step = next()
        const key = step < 0.3 ? rest.shift() : undefined
        if (key !== undefined) window.type(key)
        else if (step < 0.6) window.arrive('window')
        else if (step < 0.8) window.arrive('extension')
        else fills.shift()?.()
      }
      window.settle()
      window.strokes.answered(true)
      window.strokes.end()
      assert.deepEqual(
        [taken, window.again],
        [
          ['aa', 'bb'],
          ['n', ' '],
        ],
        String(round),
      )
    }
  })

  it('that is left takes with it what was typed for it', () => {
    const again: string[] = []
    const strokes = new Strokes((typed) => again.push(typed))
    strokes.begin()
    strokes.press('1')
    strokes.answered(false)
    strokes.end()
    assert.deepEqual([again, strokes.waiting, strokes.isAsking], [[], [], false])
  })

  it('without a match does nothing with Enter', () => {
    const strokes = new Strokes(() => assert.fail())
    strokes.begin()
    const field = new Field(strokes, () => undefined)
    const entered: string[] = []
    field.fill({
      reads: () => false,
      entered: (value) => {
        entered.push(value)
        return false
      },
    })
    strokes.press('\n')
    strokes.press('x')
    strokes.press('\n')
    assert.deepEqual(entered, ['', 'x'])
  })
})
