/** Merging in git as the extension sets it up: the script and .gitattributes. */
import assert from 'node:assert/strict'
import { attributesToAdd, driverCommand, mergeScript } from '../../client/src/git/driver.ts'

const both =
  '*.anno.jsonl merge=biaozhu\n*.anno.*.jsonl merge=biaozhu\nentities.jsonl merge=biaozhu\n'

describe('.gitattributes', () => {
  it('gets what is missing, in its own newlines', () => {
    assert.equal(attributesToAdd(''), both)
    assert.equal(attributesToAdd('*.png binary\n'), both)
    assert.equal(attributesToAdd('*.png binary'), `\n${both}`)
    assert.equal(
      attributesToAdd('*.png binary\r\n*.a text'),
      `\r\n${both.replaceAll('\n', '\r\n')}`,
    )
    assert.equal(
      attributesToAdd('*.anno.jsonl\ttext merge=biaozhu\n'),
      '*.anno.*.jsonl merge=biaozhu\nentities.jsonl merge=biaozhu\n',
    )
    assert.equal(attributesToAdd('# *.anno.jsonl merge=biaozhu\n'), both)
  })

  it('gets it once', () => {
    for (const text of [both, `a b\r\n${both.replaceAll('\n', '\r\n')}`, both.trimEnd()]) {
      assert.equal(attributesToAdd(text), '')
    }
  })
})

describe('the script that git runs', () => {
  it('has its paths in quotes, with slashes on Windows', () => {
    const script = mergeScript({
      executable: String.raw`C:\Program Files\Microsoft VS Code\Code.exe`,
      cli: "/home/O'Hara/cli.cjs",
      version: '1.2.3',
    })
    assert.match(script, /^runtime='C:\/Program Files\/Microsoft VS Code\/Code\.exe'$/m)
    assert.match(script, /^cli='\/home\/O'\\''Hara\/cli\.cjs'$/m)
    assert.equal(
      driverCommand('/a b/100%/merge.sh'),
      "if [ -f '/a b/100%%/merge.sh' ]; then sh '/a b/100%%/merge.sh' %O %A %B %P; " +
        'else git merge-file %A %O %B; fi',
    )
  })
})
