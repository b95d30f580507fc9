//! Simplified and traditional characters: the same word, whichever way it is typed.
//!
//! The table has the characters that texts about this field use, and common ones beside them; characters
//! that it lacks stay as they are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Pairs: a traditional character and its simplified one.
const PAIRS: &str = "\
學学習习網网絡络層层權权經经輸输數数據据訓训練练測测試试驗验證证損损優优過过擬拟誤误歸归類类標标籤签準准確确\
圖图處处識识別别檢检視视頻频詞词語语義义編编碼码解解對对應应齊齐變变換换關关係系統统計计設设環环節节點点線线\
維维積积捲卷滿满連连續续殘残爾尔讓让這这個个們们來来為为會会與与從从將将還还沒没無无產产發发現现實实際际問问\
題题說说話话讀读寫写書书記记憶忆選选擇择擴扩張张壓压縮缩剪剪裁裁減减調调諧谐參参樣样採采隨随機机噪噪聲声\
動动態态靜静間间時时長长短短門门開开閉闭啟启單单雙双兩两幾几總总體体結结構构複复雜杂簡简異异質质量量負负載载\
價价值值較较約约級级別别階阶導导數数線线圓圆範范圍围極极難难險险陽阳陰阴陣阵陸陆隊队階阶隱隐離离雲云電电\
靈灵顯显顧顾顛颠預预領领頭头題题額额顏颜風风飛飞驅驱驟骤體体魚鱼鳥鸟麼么黃黄點点齊齐龍龙龜龟\
並并亞亚亂乱亙亘佈布佔占併并來来侶侣係系俠侠倉仓個个們们倫伦偉伟側侧偵侦偽伪傑杰傘伞備备傳传債债傷伤傾倾\
僅仅僑侨僕仆儀仪億亿儉俭償偿優优儲储兌兑內内兩两冊册凍冻凱凯則则剛刚創创劃划劇剧劉刘劍剑劑剂勁劲動动務务\
勝胜勞劳勢势勵励勻匀匯汇區区協协單单卻却厭厌參参員员唸念問问啟启啞哑單单喚唤喪丧嗎吗嘗尝嘆叹嚴严囑嘱\
國国園园圓圆團团執执堅坚報报場场塊块塵尘墊垫墜坠墮堕壇坛壞坏壓压壘垒壯壮聲声壽寿夢梦夾夹奪夺奮奋妝妆婦妇\
孫孙學学寧宁寢寝實实審审寫写寬宽寶宝專专尋寻對对導导屆届屬属岡冈島岛嶺岭巖岩帥帅師师帳帐帶带幣币幫帮幹干\
庫库廁厕廠厂廢废廣广廳厅張张強强彈弹彎弯彙汇後后徑径徹彻復复徵征恆恒恥耻悅悦惡恶惱恼愛爱態态慣惯慮虑慶庆\
憂忧憑凭憲宪懇恳懷怀懸悬懶懒戀恋戰战戲戏戶户拋抛挾挟捨舍捲卷掃扫掄抡掛挂採采揚扬換换揮挥損损搖摇搶抢摑掴\
摺折撈捞撐撑撥拨撲扑擁拥擇择擊击擋挡擔担據据擠挤擬拟擴扩擺摆擾扰攔拦攜携攝摄敗败敘叙敵敌數数斂敛斷断於于\
時时晉晋暫暂暢畅曆历曉晓書书會会朧胧東东條条棄弃棟栋棧栈楊杨業业極极榮荣構构槍枪樁桩樂乐樓楼標标樞枢樣样\
樸朴樹树橋桥機机橫横檔档檢检檻槛櫃柜權权欄栏歐欧歡欢歲岁歷历歸归殘残殺杀毀毁氣气氫氢決决沖冲況况淚泪淨净\
淺浅渦涡測测湊凑湯汤準准溝沟溫温滅灭滯滞滲渗滾滚滿满漁渔漢汉漲涨漸渐潔洁潛潜澤泽濃浓濕湿濟济濤涛濫滥濾滤\
瀏浏灘滩灣湾災灾為为烏乌無无煉炼煙烟煩烦熱热燈灯燒烧營营爐炉爭争爺爷爾尔牆墙狀状獎奖獨独獲获獵猎獸兽獻献\
現现瑣琐環环產产畢毕畫画異异當当疇畴療疗瘋疯癥症發发皺皱盜盗盡尽監监盤盘眾众睏困瞭了矚瞩矯矫確确碼码磚砖\
礎础礙碍礦矿禍祸禦御禮礼禪禅種种稱称穀谷積积穎颖穩稳窮穷窩窝竄窜競竞筆笔節节範范築筑簡简簽签籃篮籌筹籠笼\
類类糧粮糾纠紀纪約约紅红紋纹納纳純纯紙纸級级紛纷細细終终組组結结絕绝絡络給给統统絲丝經经綁绑綜综維维綱纲\
網网緊紧緒绪線线緣缘編编緩缓練练緯纬緻致縣县縫缝縮缩縱纵總总績绩繁繁織织繞绕繪绘繫系繼继續续纖纤罰罚罷罢\
羅罗羈羁義义習习聖圣聞闻聯联聰聪聲声職职聽听肅肃脅胁脈脉脫脱腦脑腳脚膚肤膠胶臉脸臨临臺台與与興兴舉举舊旧\
艙舱艦舰艱艰莊庄華华萬万葉叶著着蓋盖蒐搜蓮莲薦荐薩萨藍蓝藝艺藥药蘇苏蘭兰虛虚號号虧亏蟲虫術术衛卫衝冲補补\
裝装裡里製制複复襲袭見见規规覓觅視视親亲覺觉覽览觀观觸触訂订計计訊讯討讨訓训記记訪访設设許许訴诉診诊註注\
評评詞词詢询試试詩诗話话該该詳详誇夸誌志認认誘诱語语誠诚誤误說说誰谁課课調调談谈請请論论諧谐諾诺謂谓講讲\
謝谢謹谨識识證证譜谱譯译議议護护讀读變变讓让豐丰豬猪貝贝負负財财貢贡貧贫貨货販贩貪贪貫贯責责貴贵買买費费\
貼贴賀贺資资賓宾賞赏賠赔賢贤賣卖賤贱質质賬账賭赌賴赖賽赛購购贈赠贊赞趙赵趕赶趨趋跡迹踐践躍跃車车軌轨軍军\
軟软軸轴較较載载輔辅輕轻輛辆輪轮輯辑輸输轉转轟轰辦办辭辞辯辩農农迴回這这連连進进遊游運运過过達达違违遙遥遞递\
遠远適适選选遺遗遼辽邁迈還还邊边邏逻郵邮鄉乡鄭郑鄰邻醜丑醫医釋释針针鈕钮鈴铃鉤钩鉛铅銀银銅铜銳锐銷销鋒锋\
鋼钢錄录錢钱錦锦錨锚錯错鍊链鍋锅鍵键鎖锁鎮镇鏈链鏡镜鐘钟鐵铁鑑鉴長长門门閃闪閉闭開开間间閘闸閱阅闆板闊阔\
關关陣阵陽阳陰阴陳陈階阶際际險险隨随隱隐隻只雖虽雙双雜杂雞鸡離离難难電电霧雾靜静頁页頂顶項项順顺須须預预\
頑顽頓顿頗颇領领頭头頻频題题額额願愿類类顧顾顯显飄飘飯饭飲饮飽饱餘余館馆馬马駐驻駕驾騎骑騙骗騰腾驗验驚惊\
髒脏鬆松鬥斗鬧闹鮮鲜鳴鸣麗丽麥麦黨党齊齐齒齿齡龄龐庞佇伫滙汇塗涂梯梯稀稀疎疏衆众羣群啓启爲为裏里綫线";

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut letters = PAIRS.chars();
    let mut table = HashMap::new();
    while let (Some(traditional), Some(simplified)) = (letters.next(), letters.next()) {
        if traditional != simplified {
            table.insert(traditional, simplified);
        }
    }
    table
});

/// A text in simplified characters.
pub fn simplified(text: &str) -> Cow<'_, str> {
    // Every character of the table is behind this one.
    if !text.chars().any(|letter| letter >= '\u{4e00}' && SIMPLIFIED.contains_key(&letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|letter| SIMPLIFIED.get(&letter).copied().unwrap_or(letter)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_characters_become_simplified_ones() {
        for (traditional, expected) in [
            ("學習率", "学习率"),
            ("梯度消失與爆炸", "梯度消失与爆炸"),
            ("批次歸一化、權重衰減、過擬合", "批次归一化、权重衰减、过拟合"),
            ("注意力機制的計算複雜度", "注意力机制的计算复杂度"),
            ("損失函數、優化器、收斂", "损失函数、优化器、收敛"),
            ("上下文長度", "上下文长度"),
            ("学习率 learning rate", "学习率 learning rate"),
        ] {
            assert_eq!(simplified(traditional), expected);
        }
    }

    #[test]
    fn the_table_is_of_pairs_and_ends() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        // What is simplified stays so: no simplified character is the traditional one of another.
        for (traditional, simplified) in SIMPLIFIED.iter() {
            let again = SIMPLIFIED.get(simplified);
            assert!(again.is_none(), "{traditional} {simplified} {again:?}");
            // Places in the one are places in the other.
            assert_eq!(traditional.len_utf8(), simplified.len_utf8());
        }
    }
}
