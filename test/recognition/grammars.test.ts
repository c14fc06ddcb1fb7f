import assert from 'node:assert/strict'
import { recognised } from './recognised.ts'

/** Each marked text is input and expectation; only marks of `type` are compared. */
function finds(type: string, ...texts: readonly string[]): void {
  for (const text of texts) {
    it(text, () => assert.equal(recognised(text, type), text))
  }
}

describe('dates', () => {
  finds(
    'Date',
    '⟦2018年|Date⟧,公司于⟦去年10月|Date⟧成立',
    '⟦今年6月2日上午|Date⟧,⟦今年|Date⟧以来',
    '⟦两年前|Date⟧建会,⟦两年后|Date⟧扩建',
    '预计⟦年底|Date⟧完工,⟦年内|Date⟧投用,⟦本月|Date⟧试运行',
    '⟦辛丑年十月十八|Date⟧ ⟦星期一|Date⟧',
    '近日,近年来每年举办,历时3个月,这两年变化大',
  )
})

describe('figures', () => {
  finds(
    'Figure',
    '⟦600多家|Figure⟧企业的⟦近2万人|Figure⟧',
    '投入⟦9.2亿元|Figure⟧,占⟦99.26%|Figure⟧,历时⟦7个多月|Figure⟧',
    '⟦两名|Figure⟧职工,⟦上万个|Figure⟧岗位,⟦几十年|Figure⟧',
    '第二届、一家、三级、两会、二次创业、第3名',
  )
})

describe('contacts', () => {
  finds(
    'Contact',
    '投稿邮箱:⟦someone@example.com|Contact⟧',
    '社址: ⟦某市学院路7号|Contact⟧ 邮编: ⟦310000|Contact⟧ 热线⟦87654321|Contact⟧',
    '国内统一刊号: CN33-0018 总第11970号',
  )
})

describe('documents', () => {
  finds(
    'Document',
    '印发⟦《关于印发〈办法〉的通知》|Document⟧',
    '央视“⟦新闻联播|Document⟧”报道',
    '一个没有结尾的《标题',
  )
})

describe('places', () => {
  finds(
    'Place',
    '在⟦山东省烟台市莱阳市|Place⟧务工',
    '来到⟦杭州|Place⟧,走进⟦绍兴城区|Place⟧',
    '合作市场建设资源振兴新建项目',
    '⟦苏州经开区|Place⟧的工人',
  )
})

describe('organisations', () => {
  finds(
    'Organization',
    '⟦湖州市吴兴区总工会|Organization⟧与⟦市总|Organization⟧联合⟦省市场监管局|Organization⟧',
    '⟦江苏如皋市总|Organization⟧推出',
    '⟦浙江飞虹科技股份有限公司|Organization⟧成立了工会',
    '企业工会、基层工会和各级工会',
    '该市总人口不多',
    '⟦绍兴市委|Organization⟧要求',
  )
})

describe('persons', () => {
  finds(
    'Person',
    '记者⟦王小明|Person⟧ 通讯员⟦李娜|Person⟧、⟦张国强|Person⟧报道 工会真好',
    '市总工会主席⟦陈志远|Person⟧介绍',
    '“很好。”⟦赵建国|Person⟧说。',
    '⟦刘女士|Person⟧说,高质量发展和安全感都重要',
  )
})

describe('roles', () => {
  finds(
    'Role',
    '公司⟦党委副书记|Role⟧、⟦工会主席|Role⟧',
    '市总工会⟦副主席|Role⟧,相关⟦负责人|Role⟧',
    '当选⟦省十三届人大代表|Role⟧',
    '主席团和委员会',
  )
})

describe('groups', () => {
  finds(
    'Group',
    '为⟦快递小哥|Group⟧、⟦困难职工|Group⟧和⟦新就业形态劳动者|Group⟧服务',
    '工匠精神、职工、工作人员',
    '⟦食品安全监管人员|Group⟧',
  )
})

describe('honours', () => {
  finds(
    'Honor',
    '⟦全国劳模|Honor⟧获得⟦一等奖|Honor⟧',
    '获评⟦全国“工人先锋号”|Honor⟧,争创“⟦工人先锋号|Honor⟧”',
    '先后获得⟦宁波市带头人|Honor⟧、首届“⟦宁波工匠|Honor⟧”等荣誉称号',
  )
})

describe('initiatives', () => {
  finds(
    'Initiative',
    '推出⟦“八匠”行动|Initiative⟧和“⟦助企八条|Initiative⟧”',
    '以“⟦育新人|Initiative⟧”“⟦比技艺|Initiative⟧”为抓手',
    '实施“⟦青苗工程|Initiative⟧”,建成⟦户外劳动者驿站|Initiative⟧',
    '包括“⟦评好人|Initiative⟧、⟦暖人心|Initiative⟧、⟦比手艺|Initiative⟧”三个项目',
    '举办⟦“求实杯”技能大赛|Initiative⟧,开展技能竞赛',
    '打通“最后一公里”,建设“工匠之城”',
  )
})
