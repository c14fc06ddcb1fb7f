/** What a view tells the editor when it is filled anew: of what has changed, and of nothing else. */
import assert from 'node:assert/strict'
import { Given } from '../../client/src/views/given.ts'

interface Place {
  readonly id: string
  readonly name: string
  readonly parent: Place | undefined
}

/** A tree in memory: names of groups, each with those of its rows. */
class Tree {
  groups: Record<string, readonly string[]> = { 甲: ['一', '二'], 乙: ['三'] }
  readonly ticked = new Set<string>()
  asked = 0
  /** Holds back answers until it is resolved. */
  gate: Promise<void> | undefined

  readonly given = new Given<Place>({
    below: async (line) => {
      this.asked++
      const names = line === undefined ? Object.keys(this.groups) : (this.groups[line.id] ?? [])
      await this.gate
      return names.map((name) => {
        const [id = ''] = name.split('=')
        return { id: line === undefined ? id : `${line.id} ${id}`, name, parent: line }
      })
    },
    look: ({ id, name }) => ({ name, isTicked: this.ticked.has(id) }),
  })

  /** As the editor does: asks for the lines below one, and for the look of each. */
  async show(line?: Place): Promise<readonly Place[]> {
    const lines = await this.given.below(line)
    for (const each of lines) this.given.look(each)
    return lines
  }

  /** All groups are open. */
  async open(): Promise<readonly Place[]> {
    const groups = await this.show()
    for (const group of groups) await this.show(group)
    return groups
  }

  async filledAnew(): Promise<readonly (string | undefined)[]> {
    return (await this.given.anew()).map((line) => line?.id)
  }
}

describe('a view that is filled anew', () => {
  it('tells of nothing where all is as it was', async () => {
    const tree = new Tree()
    await tree.open()
    assert.deepEqual(await tree.filledAnew(), [])
  })

  it('tells of the line that looks otherwise, of no other', async () => {
    const tree = new Tree()
    await tree.open()
    tree.groups = { 甲: ['一', '二=贰'], 乙: ['三'] }
    assert.deepEqual(await tree.filledAnew(), ['甲 二'])
  })

  it('tells of the line below which others stand', async () => {
    const tree = new Tree()
    await tree.open()
    tree.groups = { 甲: ['一'], 乙: ['三', '四'] }
    assert.deepEqual(await tree.filledAnew(), ['甲', '乙'])
    tree.groups = { 甲: ['一'], 乙: ['四', '三'] }
    assert.deepEqual(await tree.filledAnew(), ['乙'])
  })

  it('tells of the whole where its first lines are others, and not of those below as well', async () => {
    const tree = new Tree()
    await tree.open()
    tree.groups = { 甲: ['一=壹'], 丙: [] }
    assert.deepEqual(await tree.filledAnew(), [undefined])
  })

  it('tells of what was given since, each time once', async () => {
    const tree = new Tree()
    await tree.open()
    tree.groups = { 甲: ['一', '二=贰'], 乙: ['三'] }
    await tree.filledAnew()
    await tree.open()
    assert.deepEqual(await tree.filledAnew(), [])
  })

  it('keeps each line the same object, with what is said of it now', async () => {
    const tree = new Tree()
    const [first] = await tree.open()
    tree.groups = { '甲=壹': ['一'], 乙: ['三'] }
    await tree.filledAnew()
    const [again] = await tree.show()
    assert.equal(again, first)
    assert.equal(again?.name, '甲=壹')
  })

  it('has the answer ready before it tells of it', async () => {
    const tree = new Tree()
    const groups = await tree.open()
    tree.groups = { 甲: ['一', '四'], 乙: ['三'] }
    await tree.filledAnew()
    const { asked } = tree
    const rows = await tree.show(groups[0])
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['甲 一', '甲 四'],
    )
    assert.equal(tree.asked, asked)
  })

  it('asks for what was shown, not for what nobody has opened', async () => {
    const tree = new Tree()
    await tree.show()
    tree.asked = 0
    await tree.filledAnew()
    assert.equal(tree.asked, 1)
  })

  it('tells of a box that is ticked without asking anything', async () => {
    const tree = new Tree()
    await tree.open()
    tree.asked = 0
    tree.ticked.add('甲 一')
    const told = tree.given.otherLooks().map((line) => line?.id)
    assert.deepEqual(told, ['甲 一'])
    assert.equal(tree.asked, 0)
  })

  it('leaves what was asked before to the question that comes later', async () => {
    const tree = new Tree()
    await tree.open()
    let release = (): void => undefined
    tree.gate = new Promise((resolve) => {
      release = resolve
    })
    tree.groups = { 甲: ['一'], 乙: ['三'] }
    const first = tree.filledAnew()
    tree.groups = { 甲: ['一', '二', '四'], 乙: ['三'] }
    const second = tree.filledAnew()
    release()
    assert.deepEqual([await first, await second], [[], ['甲']])
  })

  it('gives what is there now where a question was on its way when it changed', async () => {
    const tree = new Tree()
    const [group] = await tree.show()
    let release = (): void => undefined
    tree.gate = new Promise((resolve) => {
      release = resolve
    })
    const opened = tree.given.below(group)
    tree.groups = { 甲: ['一', '二', '四'], 乙: ['三'] }
    const told = tree.filledAnew()
    release()
    assert.equal((await opened).length, 3)
    assert.deepEqual(await told, [])
  })

  it('knows which lines are left', async () => {
    const tree = new Tree()
    const groups = await tree.open()
    const [one, two] = await tree.show(groups[0])
    tree.groups = { 甲: ['一'] }
    await tree.filledAnew()
    assert.ok(one && two && groups[1])
    assert.deepEqual(
      [one, two, groups[1]].map((line) => tree.given.has(line)),
      [true, false, false],
    )
  })

  it('begins again where what it was is forgotten', async () => {
    const tree = new Tree()
    const [group] = await tree.open()
    tree.given.forget()
    tree.asked = 0
    const [other] = await tree.show()
    assert.equal(tree.asked, 1)
    assert.notEqual(other, group)
  })
})
