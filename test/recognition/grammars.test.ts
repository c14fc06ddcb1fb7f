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
    '⟦上半年|Date⟧共办结百余件,⟦当年9月|Date⟧开赛',
    '⟦去年腊月二十三|Date⟧吃团圆饭,⟦今年前10个月|Date⟧和⟦今年1至10月|Date⟧,⟦11月15日至12月10日|Date⟧',
    '近日,近年来每年举办,历时3个月,这两年变化大',
  )
})

describe('figures', () => {
  finds(
    'Figure',
    '⟦600多家|Figure⟧企业的⟦近2万人|Figure⟧',
    '投入⟦9.2亿元|Figure⟧,占⟦99.26%|Figure⟧,历时⟦7个多月|Figure⟧',
    '发放⟦340多万元|Figure⟧,运送⟦1200余万吨|Figure⟧,建制率⟦85%以上|Figure⟧',
    '跑了⟦半个多月|Figure⟧,有⟦三点|Figure⟧体会,晚上8点半开课',
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
    '⟦要闻·综合|Document⟧',
    '一个没有结尾的《标题',
  )
})

describe('places', () => {
  finds(
    'Place',
    '在⟦山东省烟台市莱阳市|Place⟧务工',
    '⟦人民广场|Place⟧旁,⟦十堰车城路|Place⟧上,⟦湛江霞山港区3号泊位|Place⟧,打造暖心家园,在⟦长阳|Place⟧等山区县',
    '来到⟦杭州|Place⟧,走进⟦绍兴城区|Place⟧',
    '合作市场建设资源振兴新建项目',
    '⟦苏州经开区|Place⟧的工人',
    '记者在⟦巴林左旗|Place⟧县城看到,沿⟦省道204线|Place⟧来到⟦松山湖|Place⟧畔',
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
    '由⟦市总工会|Organization⟧主办,联合⟦市人社局|Organization⟧、⟦区法院|Organization⟧协办',
    '⟦嘉定区人力资源和社会保障局|Organization⟧和⟦盟工会|Organization⟧',
    '⟦东海工人报|Organization⟧讯 本报讯',
    '组建⟦“山海情”志愿服务队|Organization⟧',
    '⟦瑞丰(天津)服装有限公司|Organization⟧招工',
    '⟦苏州工业园区青溪街道总工会|Organization⟧的工人',
    '来自⟦湛江港务集团第二分公司|Organization⟧,⟦饿了么襄阳分公司|Organization⟧的骑手走进车间',
    '全市组建货运行业工会联合会12家',
  )
})

describe('persons', () => {
  finds(
    'Person',
    '记者⟦王小明|Person⟧ 通讯员⟦李娜|Person⟧、⟦张国强|Person⟧报道 工会真好',
    '市总工会主席⟦陈志远|Person⟧介绍',
    '“很好。”⟦赵建国|Person⟧说。',
    '采煤工⟦苗建国|Person⟧说着膀子,老司机⟦包铁生|Person⟧当宣传员',
    '青年教师⟦何杨|Person⟧、⟦贾明远|Person⟧,技术员⟦敖文博|Person⟧夺冠',
    '全国劳动模范⟦乌云其其格|Person⟧说',
    '本报讯(⟦陈明宇|Person⟧ ⟦吴晓慧|Person⟧)早上',
    '职工热线开通,安全员到岗,高峰期加班,于是都能回家',
    '⟦刘女士|Person⟧说,高质量发展和安全感都重要',
  )
})

describe('roles', () => {
  finds(
    'Role',
    '公司⟦党委副书记|Role⟧、⟦工会主席|Role⟧',
    '市总工会⟦副主席|Role⟧,相关⟦负责人|Role⟧',
    '当选⟦省十三届人大代表|Role⟧,⟦自治区人大代表|Role⟧',
    '⟦班长|Role⟧张秀梅当⟦站长|Role⟧,班长要会算账',
    '集团工会⟦常务副主席|Role⟧',
    '区总工会女职工委员会⟦主任|Role⟧,⟦党工委书记|Role⟧,⟦二级调研员|Role⟧',
    '主席团和委员会',
  )
})

describe('groups', () => {
  finds(
    'Group',
    '为⟦快递小哥|Group⟧、⟦困难职工|Group⟧和⟦新就业形态劳动者|Group⟧服务',
    '工匠精神、职工、工作人员',
    '“⟦蓝骑士|Group⟧”们来了,⟦隧道工人|Group⟧和⟦女货车司机|Group⟧',
    '⟦食品安全监管人员|Group⟧',
    '⟦外卖骑手|Group⟧张秀梅,采油工张秀梅,育婴员证书,女工部,女职工委工作,管理人员,“矿嫂菇园”,采访⟦巾帼劳模工匠|Group⟧60多人次,⟦农民エ|Group⟧',
  )
})

describe('honours', () => {
  finds(
    'Honor',
    '⟦全国劳模|Honor⟧获得⟦一等奖|Honor⟧',
    '获评⟦佛山市五一劳动奖章|Honor⟧,从⟦初级工|Honor⟧到⟦高级工|Honor⟧',
    '获得⟦全国纺织行业职工技能竞赛二等奖|Honor⟧,为“⟦书香车间|Honor⟧”授牌',
    '这位⟦岭南工匠|Honor⟧,企业工匠',
    '⟦月度之星|Honor⟧,⟦集团公司劳动模范|Honor⟧,命名某某医院等30家单位为“⟦爱心小屋|Honor⟧”',
    '获评⟦全国“工人先锋号”|Honor⟧,争创“⟦工人先锋号|Honor⟧”',
    '先后获得⟦宁波市带头人|Honor⟧、首届“⟦宁波工匠|Honor⟧”等荣誉称号',
  )
})

describe('initiatives', () => {
  finds(
    'Initiative',
    '建立⟦“法院+工会”诉调对接机制|Initiative⟧,推广⟦“三热”调解法|Initiative⟧',
    '推出⟦“八匠”行动|Initiative⟧和“⟦助企八条|Initiative⟧”',
    '推行⟦“四单”工作法|Initiative⟧,登录⟦“江工e家”小程序|Initiative⟧,拨打⟦12351职工热线|Initiative⟧',
    '举办⟦“橙乡有约”职工子女暑期爱心托管班|Initiative⟧开班',
    '⟦“百日要约”行动|Initiative⟧启动,“⟦百日要约|Initiative⟧”提质',
    '这套操作法,某省总工会计划新建,榜上有名',
    '以“⟦育新人|Initiative⟧”“⟦比技艺|Initiative⟧”为抓手',
    '实施“⟦青苗工程|Initiative⟧”,建成⟦户外劳动者驿站|Initiative⟧',
    '包括“⟦评好人|Initiative⟧、⟦暖人心|Initiative⟧、⟦比手艺|Initiative⟧”三个项目',
    '举办⟦“求实杯”技能大赛|Initiative⟧,开展技能竞赛',
    '打通“最后一公里”,建设“工匠之城”',
  )
})
