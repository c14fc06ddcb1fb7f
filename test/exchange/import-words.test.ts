/** What import says of files is in the language of the interface. That nothing is said in another way, the compiler sees (`Wording`). */
import assert from 'node:assert/strict'
import { formats } from '../../server/src/exchange/formats.ts'
import { importProblem } from '../../server/src/feature/import/report.ts'
import { setLanguage } from '../../server/src/feature/wording/messages.ts'
import { readText } from '../client/manifest.ts'
import { documentsOf, reading } from './import-fixture.ts'

/** Files that each say something which is not read, with the format that reads them. */
const files: Readonly<Record<string, readonly string[]>> = {
  brat: [
    'T1\tPlace x\t甲',
    'T1\tPlace 7 9\t甲',
    '#1\tOther T1\t乙',
    'A1\tStatus T1 odd',
    'E1\tX:T1',
  ],
  conll: ['甲 B-X\n乙 E-Y\n', '甲 Q-X\n', '甲\n乙 B-X\n'],
  conllu: ['x\n', '1\t甲\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)\n'],
  csv: [
    'page,type\n',
    'page,type,place,strange\na.txt,X,90..91,1\n',
    'page,type,place\nz.txt,X,1..2\n',
  ],
  doccano: ['{', '{"text":"甲","label":[[5,9,"X"]],"cats":[1]}'],
  'json-cas': ['{', '{}'],
  'label-studio': [
    '{',
    '[{"data":{}}]',
    '[{"data":{"text":"甲"},"annotations":[{"result":[{"type":"labels"},{"type":"relation"},{"type":"polygon"},{"type":"choices","from_name":"n"}]}],"predictions":[{},{}]}]',
  ],
  tei: ['<', '<!DOCTYPE x><x/>', '<x/>'],
  'webanno-tsv': ['x', '#FORMAT=WebAnno TSV 3.3\n#T_CH=x|a|b\n\n1-1\tx\n'],
  webannotation: [
    '{',
    '[{"id":"1"},{"id":"2","relation":"x"},{"id":"3","target":{},"body":[{"purpose":"tagging","value":"X"},"y"]}]',
  ],
  xlsx: ['x'],
  xmi: ['<', '<x/>'],
}

describe('what import says of files', () => {
  before(() => setLanguage('zh-CN', readText('l10n/bundle.l10n.zh-cn.json')))
  after(() => setLanguage(undefined, undefined))

  for (const [name, contents] of Object.entries(files)) {
    it(`is Chinese for ${name}`, async () => {
      const format = formats.find((each) => each.name === name) ?? assert.fail(name)
      for (const content of contents) {
        const path = `a${format.extension}`
        const { problems } = await reading(
          name,
          { [path]: content },
          documentsOf({ 'a.txt': '甲乙' }),
        )
        assert.notEqual(problems.length, 0, content)
        for (const problem of problems) {
          const text = importProblem(problem)
          assert.match(text, /\p{Script=Han}/u)
          assert.doesNotMatch(text, /\b(?:is|are|has|no|not|the|of)\b/, text)
        }
      }
    })
  }
})
