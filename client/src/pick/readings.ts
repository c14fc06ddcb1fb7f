/**
 * Readings of a character besides the one by which the runtime sorts it (重 zhòng, chóng): of the 3,755 characters of GB 2312's first
 * level, as pinyin-pro 3.29.4 (MIT, Copyright (c) 2020 zh-lx) has them. The package itself would be a hundred times as large.
 */

/** Syllables, each with the characters that may also be read so. */
export const otherReadings = `
a呵 an厂广 ang仰 ao嚣 bai伯 bang旁彭 bao剥刨炮曝瀑 bei臂勃 ben夯 beng蚌 bi辟佛拂秘泌 bin份频 bing屏 bo柏般薄泊簿佛
bu堡卜 ca拆 can掺 ce栅 cen参 cha刹喳 chai差 chan单崭 chang长裳倘淌 chao绰剿 che尺 chen称沈 cheng净抢盛 chi匙
chong涌种重 chu助 chui椎 chuo淖 ci差兹 cu趋趣卒 cuan攒 cui衰 cun蹲 da惮 dai大毒 dan石 de底 dei得 deng澄 di的地提 dou读
du都顿 dui敦追 duo度隋驮 e阿哦 fo佛 fou不 fu脯 ga胳夹咖轧 gai芥 gan乾 gang扛亢 ge盖蛤合 geng颈 gong红 gou拘句 gu贾
gua括 guan纶斡 gui傀 guo涡 ha虾 han厂 hang亢吭巷行 hao皋镐 he盖貉苛吓 heng行 hng哼 hu核和戏许 hua豁 huan还 hui堕溃
hun棍 huo和 ji革给期其奇齐系 jia挟 jian槛浅堑 jiang港虹强 jiao嚼觉校 jie家价藉楷她 jing劲 ju车柜桔且渠 juan圈 jue脚角
jun龟 ka咯 kai岂 kan嵌 ke咳 ku挎 kuai会 kuo适 la落 lao乐潦落络 le肋 lei勒 liang俩 liao了 ling棱 liu碌陆 lo咯 long弄
lou露 lu六绿 luo咯烙 ma么摩抹 man埋 mei糜谜 men瞒 meng氓 miu谬 mo貉嘿脉冒么没万无 mu姥模莫牟 na南内 nai哪能 ne哪
nei哪那 ni呢疑 nian粘辗 niao溺 nie捻摄 nuo娜难 ou区 pa扒耙 pai迫 pan扳般拌番胖 pang膀磅 pei坏 peng亨苹 pi罢被否坏
pian扁便 piao朴 ping冯 po繁朴 pu堡暴卜埔 qi稽缉伎揭枝 qia卡 qian纤 qiang将疆 qiao壳雀 qie契砌茄 qing亲 qiu仇龟 qu戌
que芍 re若 ru女 rui兑 sai思 san参 sao梢 se塞 sha杉 shai色 shan掺单掸栅 shang汤 shao鞘召 she拾折 shei谁 shen参信
sheng乘甸 shi什硕似嘘泽栅殖峙 shou熟 shu俞朱 shuai率 shui谁说 shuo数 si食伺 su缩 sui尿 suo莎些 tan弹 tao跳 ti弟
tian佃甸 tiao调 tong侗恫洞 tou愉 tuan揣 tui弟 tun囤褪 tuo拓 wa凹 wan蔓 wei遗 wu恶亡 xi腊栖洒鳃 xia唬夹厦 xian掺见铣洗
xiang降羊 xiao俏削 xie解契血叶 xing省 xiu臭宿 xu邪休畜 xuan券县 xun浚孙 ya邪 yan铅殷 yang详 yao侥乐么疟陶约
ye喝射邪咽拽 yi艾蛾疙蛇射食尾泄 ying景 yo育 yu奥谷蔚尉吾邪吁粥 yuan宛 yue兑乐说钥 yun员 za咱扎 zai仔 zan堑 zang藏
ze侧咋 zeng曾综 zha查蜡轧咋 zhai侧翟祭齐责择 zhan颤 zhao朝嘲着 zhe著 zhei这 zhen填 zheng丁 zhi识氏拓 zhou调 zhu属术
zhua挝爪 zhuai转 zhuan传 zhuang幢 zhui揣 zhun淳屯 zhuo缴淖著琢着 zi齐吱 zuan赚 zui咀 zuo撮柞
`
