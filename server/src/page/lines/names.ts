/** What a personal name in a byline looks like. */

/** The common single surnames of contemporary China, most frequent first; from common knowledge. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施安伍申庞鲁耿翟齐牛季葛俞柏毕聂丛焦柳邢路岳梅庄辛管祝左涂谷祁时舒卞盛童艾翁裴项欧温柯阮凌关甘单包司尚宁池詹游阳骆冉佟费滕苗滑屈寿竺狄桂应洪倪羊臧米闵解强柴戚娄窦居支咸纪席麻巩路靳褚车房全佘鲍霍党甄阎窦缪边卓蓝仇冀景荆邬刁荀郎封楼蔺傅成连蒲隋占鄢卫胥芦商初母宗和国隆敖仲符虞丘揭苑鞠晏敬沙牟翦濮官郗璩桑郁逯匡东巫晋宫冷伊桑巴喻朴公计由植奚薄明茅谈鄂宣屠查盖益衣晁初粟储邸鹿年撒修谌宿练占种闻银佴帅但仝寇劳'.split(
    '',
  ),
)
const COMPOUND =
  /^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|东方|夏侯|端木|西门|南宫|百里|呼延|长孙|宇文|司空|轩辕|独孤|拓跋|澹台|鲜于|闻人)/

/** Two- to four-character words that stand where a name could, but are none. */
const NO_NAME =
  /^(?:近日|日前|今天|昨天|昨日|今日|今年|去年|目前|近年|近年来|本月|连日|连日来|据悉|获悉|综合|整理|报道|摄影|通讯员|记者|实习生|供图|资料|资料图|提供|等|文图|图文|综合消息|本报|本报讯|讯)$/

/** Whether `text` may be a name where a byline says that names follow (`记者X报道`). */
export function maybeName(text: string): boolean {
  if (NO_NAME.test(text) || /^(?:记者|通讯员|通迅员|实习|见习|首席|特约|本报|摄影)/.test(text))
    return false
  if (/^\p{Script=Han}{1,6}(?:[·•]\p{Script=Han}{1,8})+$/u.test(text)) return true
  return /^\p{Script=Han}{2,4}$/u.test(text)
}

/** Whether `text` looks like a name by itself: a known surname and a given name behind it. */
export function looksLikeName(text: string): boolean {
  if (!maybeName(text)) return false
  if (/[·•]/.test(text)) return true
  if (COMPOUND.test(text)) return text.length >= 3
  return SURNAMES.has(text[0] ?? '') && text.length <= 3
}
