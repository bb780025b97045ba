<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ConflictSides</name>
    <message>
        <source>A colleague</source>
        <translation>一位同事</translation>
    </message>
    <message>
        <source>%1, on this tablet</source>
        <translation>%1，在这台平板上改的</translation>
    </message>
    <message>
        <source>%1, on another tablet</source>
        <translation>%1，在另一台平板上改的</translation>
    </message>
    <message>
        <source>In use now</source>
        <translation>现在用着的</translation>
    </message>
    <message>
        <source>Someone also wrote</source>
        <translation>也有人写了</translation>
    </message>
    <message>
        <source>Keep the words of %1</source>
        <translation>留%1的</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>留着这个</translation>
    </message>
    <message>
        <source>Take that</source>
        <translation>换成这个</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation><numerusform>还有%n天</numerusform></translation>
    </message>
    <message>
        <source>One sentence to go</source>
        <translation>还差一句</translation>
    </message>
    <message>
        <source>What you wrote is kept</source>
        <translation>写过的都在</translation>
    </message>
    <message>
        <source>See how they are now</source>
        <translation>看看现在怎么样</translation>
    </message>
    <message>
        <source>Keep them company these days</source>
        <translation>这几天多陪陪</translation>
    </message>
    <message>
        <source>A call is good, a visit is better</source>
        <translation>打个电话也好，去一趟更好</translation>
    </message>
    <message>
        <source>See whether they are home again</source>
        <translation>看看回家了没有</translation>
    </message>
    <message>
        <source>You agreed on %1</source>
        <translation>说好的，%1</translation>
    </message>
    <message>
        <source>Keep an eye out these days</source>
        <translation>这几天多留意</translation>
    </message>
    <message>
        <source>A call is enough</source>
        <translation>打个电话就好</translation>
    </message>
    <message>
        <source>Drop in before %1</source>
        <translation>%1前去看看</translation>
    </message>
    <message>
        <source>Drop in for %1</source>
        <translation>%1去看看</translation>
    </message>
    <message>
        <source>Ask through kin before %1</source>
        <translation>%1前托亲友问一声</translation>
    </message>
    <message>
        <source>Invite them for %1</source>
        <translation>%1请他们来</translation>
    </message>
    <message>
        <source>Call for %1</source>
        <translation>%1打个电话</translation>
    </message>
    <message>
        <source>%1, and not reached this month</source>
        <translation>%1，这个月也还没联系</translation>
    </message>
    <message>
        <source>Not reached these days</source>
        <translation>这几天还没联系</translation>
    </message>
    <message>
        <source>Not reached this month</source>
        <translation>这个月还没联系</translation>
    </message>
    <message>
        <source>Somebody's birthday</source>
        <translation>有人过生日</translation>
    </message>
    <message>
        <source>Not reached yet</source>
        <translation>还没联系上</translation>
    </message>
    <message>
        <source>best before %1</source>
        <translation>最好在%1前</translation>
    </message>
    <message>
        <source>Call 120 first, then ask how they are</source>
        <translation>先打120，再问问人怎么样</translation>
    </message>
    <message>
        <source>Ask how they are now</source>
        <translation>先联系上，问问怎么样</translation>
    </message>
    <message>
        <source>In hospital; call and ask</source>
        <translation>住院了，打电话问问</translation>
    </message>
    <message>
        <source>Gravely ill; be in touch now</source>
        <translation>病得重，这就联系一下</translation>
    </message>
    <message>
        <source>They need company these days</source>
        <translation>这几天需要多陪陪</translation>
    </message>
    <message>
        <source>Best somebody they know well</source>
        <translation>最好是熟悉的人去</translation>
    </message>
    <message>
        <source>Ask kin how they are</source>
        <translation>托亲友问问怎么样</translation>
    </message>
    <message>
        <source>Sit with them if they like</source>
        <translation>愿意的话，去坐一坐</translation>
    </message>
    <message>
        <source>Asking by telephone first is kind</source>
        <translation>先打个电话问一声</translation>
    </message>
    <message>
        <source>See them in hospital or at home</source>
        <translation>去医院或家里看看</translation>
    </message>
    <message>
        <source>Go and see how they are</source>
        <translation>去看看人怎么样</translation>
    </message>
    <message>
        <source>After %1 is still good</source>
        <translation>%1过了，补去看看也好</translation>
    </message>
    <message>
        <source>These days when it suits</source>
        <translation>这几天方便时去看看</translation>
    </message>
    <message>
        <source>Say: the festival is near, I came to see you</source>
        <translation>说“快过节了，来看看您”就好</translation>
    </message>
    <message>
        <source>Let them tell first; ask about their health</source>
        <translation>先听老人家说，问问身体</translation>
    </message>
    <message>
        <source>A while since you met</source>
        <translation>好一阵没见面了</translation>
    </message>
    <message>
        <source>Sit with them at home for a while</source>
        <translation>去家里坐坐</translation>
    </message>
    <message>
        <source>Ask whether they would like to talk</source>
        <translation>问问想不想聊一聊</translation>
    </message>
    <message>
        <source>Not reached for a while</source>
        <translation>有一阵没联系了</translation>
    </message>
    <message>
        <source>Turns %1; drop in if it suits</source>
        <translation>%1岁生日，方便就去坐坐</translation>
    </message>
    <message>
        <source>Soon %1: ask about the allowance</source>
        <translation>快满%1岁，问问特扶的事</translation>
    </message>
    <message>
        <source>The township knows the papers</source>
        <translation>要哪些材料，镇里知道</translation>
    </message>
    <message>
        <source>Has the insurance answered</source>
        <translation>问问理赔有没有回音</translation>
    </message>
    <message>
        <source>Insurance papers: what is missing</source>
        <translation>理赔材料，问问还差什么</translation>
    </message>
    <message>
        <source>Ask when you call; you may help</source>
        <translation>打电话时顺便问，可以代办</translation>
    </message>
    <message>
        <source>The plan for %1 is still missing</source>
        <translation>%1年的计划还缺</translation>
    </message>
    <message>
        <source>Quarter %1 has no theme yet</source>
        <translation>第%1季度的主题还缺</translation>
    </message>
    <message>
        <source>Nothing was held this month yet</source>
        <translation>这个月还没办活动</translation>
    </message>
    <message>
        <source>%1 is near</source>
        <translation>%1快到了</translation>
    </message>
    <message>
        <source>Ask how they have been</source>
        <translation>过了这几天，问声好</translation>
    </message>
    <message>
        <source>Rough weather: ask whether all is well</source>
        <translation>天气要变，打电话问平安</translation>
    </message>
    <message>
        <source>Ask a neighbour to look in today</source>
        <translation>今天请邻居看一眼</translation>
    </message>
    <message>
        <source>Nobody answered these days</source>
        <translation>这几天没人接电话，也没遇上</translation>
    </message>
    <message>
        <source>Sit with them and ask the safety questions</source>
        <translation>陪着坐坐，把安全的几句问到</translation>
    </message>
</context>
<context>
    <name>FormRows</name>
    <message>
        <source>a newer version wrote this; update the tablet to change it</source>
        <translation>这是新版写的，更新平板后再改</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>要写</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>This cannot be read yet; look again</source>
        <translation>这里还认不出来，再看看</translation>
    </message>
    <message>
        <source>Going counts; one line will do</source>
        <translation>没遇上也算来过，写一句就行</translation>
    </message>
    <message>
        <source>They want quiet for a while; we ask again on %1</source>
        <translation>对方想安静一阵，我们%1再问候</translation>
    </message>
    <message>
        <source>The answers suggest: %1. You decide</source>
        <translation>照这些回答，像是%1。由您来定</translation>
    </message>
    <message>
        <source>No</source>
        <comment>an answer</comment>
        <translation>没有</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>an answer</comment>
        <translation>有</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>a day to choose</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <comment>a day to choose</comment>
        <translation>明天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>a day to choose</comment>
        <translation>昨天</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation><numerusform>%n天后</numerusform></translation>
    </message>
    <message>
        <source>no longer asked; what was written is kept</source>
        <translation>新表里不再问这一句，写过的都留着</translation>
    </message>
    <message>
        <source>Type a name to find the others</source>
        <translation>写一两个字，找别的</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>1st,2nd,3rd,4th,5th,6th,7th,8th,9th,10th,11th,12th</source>
        <comment>lunar months</comment>
        <translation>正,二,三,四,五,六,七,八,九,十,十一,十二</translation>
    </message>
    <message>
        <source>leap %1 month</source>
        <translation>闰%1月</translation>
    </message>
    <message>
        <source>%1 month</source>
        <comment>lunar</comment>
        <translation>%1月</translation>
    </message>
    <message>
        <source>1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30</source>
        <comment>lunar days</comment>
        <translation>初一,初二,初三,初四,初五,初六,初七,初八,初九,初十,十一,十二,十三,十四,十五,十六,十七,十八,十九,二十,廿一,廿二,廿三,廿四,廿五,廿六,廿七,廿八,廿九,三十</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>month and day</comment>
        <translation>%1月%2日</translation>
    </message>
    <message>
        <source>%1-%2-%3</source>
        <comment>year, month, day</comment>
        <translation>%1年%2月%3日</translation>
    </message>
    <message>
        <source>lunar %1 %2</source>
        <translation>农历%1%2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1天%2小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分钟</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>year and month</comment>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a year</comment>
        <translation>%1年</translation>
    </message>
</context>
<context>
    <name>OpenLooks</name>
    <message>
        <source>%1: %2</source>
        <comment>whose and what</comment>
        <translation>%1的%2</translation>
    </message>
    <message>
        <source>two main contacts at once</source>
        <translation>主要联系人有两位</translation>
    </message>
    <message>
        <source>maybe one visit, written twice</source>
        <translation>走访像是记了两条</translation>
    </message>
    <message>
        <source>maybe one payment, written twice</source>
        <translation>钱物像是记了两笔</translation>
    </message>
    <message>
        <source>put away, and somebody added to it</source>
        <translation>记录收起来了，又有人补充</translation>
    </message>
    <message>
        <source>%1: to keep, or to put away</source>
        <translation>%1，还留不留</translation>
    </message>
</context>
<context>
    <name>RepeatRows</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Still to come: %1</source>
        <translation>还差：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>of rows that lie in order</comment>
        <translation>第 %1 项</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation><numerusform>共 %n 项</numerusform></translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>还没写</translation>
    </message>
    <message>
        <source>Nothing here yet; add one whenever there is something</source>
        <translation>还没有，想起来随时添一项</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>More than one note can carry; up to %1 characters, the rest in another one</source>
        <translation>一笔记不下这么多，留%1个字以内，其余的另记一笔</translation>
    </message>
    <message>
        <source>%1 (make it shorter)</source>
        <translation>%1（短一些）</translation>
    </message>
    <message>
        <source>Another family has this number too; the same person?</source>
        <translation>别家也有这个号码，看看是不是同一个人</translation>
    </message>
    <message>
        <source>The card number says otherwise; look again</source>
        <translation>和证号上的对不上，再看看</translation>
    </message>
    <message>
        <source>One like this is noted for that day already; the same one?</source>
        <translation>这一天已经记过这样的一次，看看是不是同一次</translation>
    </message>
    <message>
        <source>More people than the family has; look again</source>
        <translation>比家里人多，再看看</translation>
    </message>
    <message>
        <source>The tablet is nearly full; text still saves</source>
        <translation>平板快满了，文字还能存</translation>
    </message>
    <message>
        <source>Not done just yet; try once more</source>
        <translation>还没办好，再试一次</translation>
    </message>
    <message>
        <source>A little long; %1 characters are enough</source>
        <translation>有点长了，%1个字就够</translation>
    </message>
    <message>
        <source>Looks small; at least %1?</source>
        <translation>像是小了，至少%1吧</translation>
    </message>
    <message>
        <source>Looks large; at most %1?</source>
        <translation>像是大了，最多%1吧</translation>
    </message>
    <message>
        <source>This day has not come yet</source>
        <translation>这一天还没到</translation>
    </message>
    <message>
        <source>That is more than %1 days ago</source>
        <translation>那是%1天以前的事了</translation>
    </message>
    <message>
        <source>That is more than %1 days ahead</source>
        <translation>那是%1天以后的事了</translation>
    </message>
    <message>
        <source>This day comes before the other one</source>
        <translation>这一天比那一天还早</translation>
    </message>
    <message>
        <source>One digit short or over? Look again</source>
        <translation>号码像是多了或少了一位，再看看</translation>
    </message>
    <message>
        <source>18 characters; look again</source>
        <translation>应该是18位，再看看</translation>
    </message>
    <message>
        <source>One character may be off; look again</source>
        <translation>像是有一位不对，再看看</translation>
    </message>
    <message>
        <source>The identity number says otherwise; look again</source>
        <translation>和身份证号对不上，再看看</translation>
    </message>
    <message>
        <source>An old or distant place; that is fine</source>
        <translation>老区划或外地的，也可以</translation>
    </message>
    <message>
        <source>This does not go with the answer above</source>
        <translation>和上面的回答对不上</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>再看看</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) right so far; there is more to come</source>
        <translation><numerusform>前%n组都对，后面还有</numerusform></translation>
    </message>
    <message>
        <source>This does not look like an invitation; one begins with LIANXIN</source>
        <translation>这不像登记码，登记码从 LIANXIN 开头</translation>
    </message>
    <message>
        <source>This invitation is for a newer version; update the app first</source>
        <translation>这张登记码要新一点的应用才认得，请先更新</translation>
    </message>
    <message>
        <source>A character may be off in group %1; look again</source>
        <translation>第%1组像是抄错了一个字，再看看</translation>
    </message>
    <message>
        <source>There is something more behind the last group; take it away</source>
        <translation>最后一组后面多了些字，删掉就好</translation>
    </message>
    <message>
        <source>This invitation does not add up; ask for a new one</source>
        <translation>这张登记码不完整，请镇里再给一张</translation>
    </message>
    <message>
        <source>Six digits are not enough on this tablet; add letters, eight or more in all</source>
        <translation>这台平板上六个数字不够稳妥，加几个字母，凑满八个</translation>
    </message>
    <message>
        <source>A little long; shorten it</source>
        <translation>有点长，短一些就好</translation>
    </message>
    <message>
        <source>Not enough yet: eight letters and digits, both kinds; or four words with blanks between</source>
        <translation>还差一点：字母加数字，凑满八个；或者四个词，中间空一格</translation>
    </message>
    <message>
        <source>The two are not quite the same; once more from the start</source>
        <translation>两次不太一样，从头再来一遍就好</translation>
    </message>
    <message>
        <source>A character may be off in group %1, %2; look again</source>
        <translation>第%1组 %2 像是抄错了一个字，再看看</translation>
    </message>
    <message>
        <source>There is usually a step before this one; it can be kept all the same</source>
        <translation>一般先到前一步，这样记也可以</translation>
    </message>
    <message>
        <source>A colleague usually takes this step; it can be kept all the same</source>
        <translation>这一步通常由别的同事来办，这样记也可以</translation>
    </message>
    <message>
        <source>Made from an old number of 15 digits; compare the last one with a card</source>
        <translation>由15位旧号换算来的，有证时对一下最后一位</translation>
    </message>
    <message>
        <source>A short number of the village; from elsewhere it does not ring</source>
        <translation>村里的短号，在外面打不通</translation>
    </message>
    <message>
        <source>The allowance asks for level %1 or above; the card is right as it is</source>
        <translation>特扶要%1级以上；证号本身没问题</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation><numerusform>%n秒</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n分钟</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n小时</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n天</numerusform></translation>
    </message>
    <message>
        <source>The province has another computer; what is here goes back there by itself</source>
        <translation>省里换了电脑，您这里有的会自己补回去</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Only the counsellor sees the rest. For you: %1</source>
        <translation>内容只给咨询师看。给您的话：%1</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>第%1次咨询</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and what</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>要看一下</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>这台平板</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, not finished</source>
        <translation>%1，还没写完</translation>
    </message>
    <message>
        <source>Last time %1 %2</source>
        <translation>上次 %1 %2</translation>
    </message>
    <message>
        <source>A few lines to go</source>
        <translation>还有几句没写完</translation>
    </message>
    <message>
        <source>A form is missing here; what was written is kept</source>
        <translation>这份表平板上暂时没有，写过的都留着</translation>
    </message>
    <message>
        <source>With the province</source>
        <translation>等省里定</translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1元</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>a place on the map</source>
        <translation>地图上的一处</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Where the file is kept</source>
        <translation>档案归在哪里</translation>
    </message>
    <message>
        <source>Whether it is put away</source>
        <translation>是否收起</translation>
    </message>
    <message>
        <source>Sealed words</source>
        <translation>加密的内容</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>%1 S</source>
        <translation>南纬%1</translation>
    </message>
    <message>
        <source>%1 N</source>
        <translation>北纬%1</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>西经%1</translation>
    </message>
    <message>
        <source>%1 E</source>
        <translation>东经%1</translation>
    </message>
    <message numerus="yes">
        <source>within %n metre(s)</source>
        <translation>
            <numerusform>%n米以内</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lianxin::ui::AboutModel</name>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>%1, made-up data</source>
        <translation>%1，演示数据</translation>
    </message>
    <message>
        <source>A demonstration; it has no filing number</source>
        <translation>演示版，还没有编号</translation>
    </message>
    <message>
        <source>The filing number is given by the province</source>
        <translation>编号由省里填写</translation>
    </message>
    <message>
        <source>Lianxin is free software under the GNU General Public License, version 3 or later. Whoever gets the program gets its source too. It comes without any warranty. It stands on Qt, SQLite with SQLCipher, libsodium, Boost, zstd and others, each under its own licence.</source>
        <translation>连心桥是自由软件，按GNU通用公共许可证第3版或更新版本发布，拿到程序的人也能拿到源代码。软件按原样提供，不附带担保。它用到Qt、带SQLCipher的SQLite、libsodium、Boost、zstd等，各按各的许可证。</translation>
    </message>
    <message>
        <source>What you write lies encrypted on this tablet and opens only with your own passphrase. Counselling is readable only for the counsellor and the supervisor, also at the province. Nothing is sent anywhere but to the province's server. The program keeps no record of where you are or how long you work.</source>
        <translation>您写的都加密存在这台平板里，只有您自己的口令打得开。咨询内容只有咨询师和督导看得到，省里也看不到。除了省里的服务器，不往别处传。不记您在哪儿，也不记您用了多久。</translation>
    </message>
    <message>
        <source>Deployed by the province; its name is still to be filled in</source>
        <translation>省级部署，名称待填</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ConflictModel</name>
    <message>
        <source>One thing needs a look</source>
        <translation>有一处需要您看一下</translation>
    </message>
    <message>
        <source>All looked after</source>
        <translation>都看好了</translation>
    </message>
    <message numerus="yes">
        <source>%n more after this</source>
        <translation><numerusform>后面还有%n处</numerusform></translation>
    </message>
    <message>
        <source>%1 was written on two tablets. See which is right.</source>
        <translation>%1，在两台平板上都改过。看看哪个对。</translation>
    </message>
    <message>
        <source>Several people changed %1. See which is right.</source>
        <translation>%1，几个人都改过。看看哪个对。</translation>
    </message>
    <message>
        <source>Two people added words to %1.</source>
        <translation>%1，两个人都添了话。</translation>
    </message>
    <message>
        <source>Two people changed %1. See which is right.</source>
        <translation>%1，两个人都改过。看看哪个对。</translation>
    </message>
    <message>
        <source>%1, written by %2</source>
        <translation>%1，%2写的</translation>
    </message>
    <message>
        <source>To be seen after the next connection</source>
        <translation>连一次网就看得到</translation>
    </message>
    <message>
        <source>Write a new number</source>
        <translation>写一个新的号码</translation>
    </message>
    <message>
        <source>Write it as it should be</source>
        <translation>写一个对的</translation>
    </message>
    <message>
        <source>Choose one of them first; the rest can be changed in the form</source>
        <translation>先选一个，别的到表里改</translation>
    </message>
    <message>
        <source>You can change it; the solid line is by %1, the dotted line by %2</source>
        <translation>可以直接改；实线是%1添的，虚线是%2添的</translation>
    </message>
    <message>
        <source>Both wrote in the same place; take the words that fit</source>
        <translation>两个人改的是同一处，留下合适的话就好</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>再看看</translation>
    </message>
    <message>
        <source>A few words first</source>
        <translation>先写几个字</translation>
    </message>
    <message>
        <source>Done; the others stay in the history</source>
        <translation>看好了，没选的也留在历史里</translation>
    </message>
    <message>
        <source>Changed; the others stay in the history</source>
        <translation>换好了，没选的也留在历史里</translation>
    </message>
    <message>
        <source>%1: one person put it away while another wrote into it. Keep it, or put it away?</source>
        <translation>%1，有人收起来了，有人又写了。看看还留不留。</translation>
    </message>
    <message>
        <source>%1: two people decided differently whether it stays.</source>
        <translation>%1，留不留，两个人定的不一样。</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两个都留着</translation>
    </message>
    <message>
        <source>Noted: both are right. Nobody is asked again</source>
        <translation>记下了，都对，以后不再问</translation>
    </message>
    <message>
        <source>Done. What was not kept stays in the history</source>
        <translation>好了，没留的也在历史里</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::CrisisModel</name>
    <message>
        <source>Began %1</source>
        <translation>%1开始，已记在平板里</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>急救</translation>
    </message>
    <message>
        <source>In danger, call this first</source>
        <translation>有危险先打这个</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Counselling line</source>
        <translation>心理援助热线</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24小时</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>消防</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Stay with them, do not leave them alone</source>
        <translation>陪着，不要让他一个人</translation>
    </message>
    <message>
        <source>Move medicine, pesticide, knives away</source>
        <translation>药、农药、刀具先收走</translation>
    </message>
    <message>
        <source>Tell the township duty</source>
        <translation>告诉镇里值班</translation>
    </message>
    <message>
        <source>Ask a trusted relative over</source>
        <translation>请信得过的亲人过来</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::EmergencyModel</name>
    <message>
        <source>%1, %2 later</source>
        <translation>%1，过了%2</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>已记下：%1</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已记下</translation>
    </message>
    <message>
        <source>Township duty</source>
        <translation>镇里值班</translation>
    </message>
    <message>
        <source>Since we knew</source>
        <translation>从得知到现在</translation>
    </message>
    <message>
        <source>Act now, papers in 5 working days</source>
        <translation>急用先办，五个工作日内补</translation>
    </message>
    <message>
        <source>Visit again</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>after %1 days</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Touch to note the time</source>
        <translation>点一下记时间</translation>
    </message>
    <message>
        <source>The province has it</source>
        <translation>省里已收到</translation>
    </message>
    <message>
        <source>Safe on the tablet; goes by itself when there is a network</source>
        <translation>已存在平板里，有网时自动传</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamiliesModel</name>
    <message numerus="yes">
        <source>%1 found %n other thing(s)</source>
        <translation><numerusform>“%1” 找到%n项</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, and %n other thing(s)</source>
        <translation><numerusform>，另有%n项</numerusform></translation>
    </message>
    <message>
        <source>with %1</source>
        <comment>somebody of the family</comment>
        <translation>家里有%1</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation><numerusform>%n户</numerusform></translation>
    </message>
    <message>
        <source>Nothing found, try another word</source>
        <translation>没找到，换个字试试</translation>
    </message>
    <message>
        <source>No families here yet</source>
        <translation>这里还没有家人</translation>
    </message>
    <message>
        <source>To contact today</source>
        <translation>今天要联系的</translation>
    </message>
    <message>
        <source>Other families</source>
        <translation>其他家人</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Not reached this month</source>
        <translation>这个月还没联系</translation>
    </message>
    <message>
        <source>Prefers quiet for now</source>
        <translation>想安静一阵</translation>
    </message>
    <message>
        <source>Needs more care</source>
        <translation>要多关心</translation>
    </message>
    <message numerus="yes">
        <source>%1 found %n family(ies)</source>
        <translation><numerusform>“%1” 找到%n户</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamilyBook</name>
    <message>
        <source>Aunt %1</source>
        <translation>%1阿姨</translation>
    </message>
    <message>
        <source>Uncle %1</source>
        <translation>%1伯伯</translation>
    </message>
    <message>
        <source>A family without a name yet</source>
        <translation>还没写名字的一家</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamilyModel</name>
    <message>
        <source>All</source>
        <comment>entries</comment>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation><numerusform>%n岁</numerusform></translation>
    </message>
    <message>
        <source>lives alone</source>
        <translation>一个人住</translation>
    </message>
    <message>
        <source>One thing needs a look</source>
        <translation>有一处需要您看一下</translation>
    </message>
    <message>
        <source>How to address</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>main contact</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>给%1打电话</translation>
    </message>
    <message>
        <source>Visits and calls</source>
        <translation>看望</translation>
    </message>
    <message>
        <source>Counselling</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Nothing yet; dropping in is fine</source>
        <translation>还没有记过，去坐坐也好</translation>
    </message>
    <message>
        <source>Ask two questions about mood</source>
        <translation>问两句心情</translation>
    </message>
    <message>
        <source>Read a scale</source>
        <translation>念一份量表</translation>
    </message>
    <message>
        <source>The case comes first, then the scale</source>
        <translation>先开个案，再念量表</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FeedbackModel</name>
    <message>
        <source>Complaints and ideas</source>
        <translation>投诉建议</translation>
    </message>
    <message>
        <source>On this tablet</source>
        <translation>这台平板</translation>
    </message>
    <message>
        <source>Kept on this tablet; for an answer today, call</source>
        <translation>存在这台平板里；想今天就有回音，请打电话</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FormEditor</name>
    <message>
        <source>Add one</source>
        <translation>添一项</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>拿掉了</translation>
    </message>
    <message>
        <source>This one is settled; what is new goes into another one</source>
        <translation>这一项已经定下来了，有新的就另添一项</translation>
    </message>
    <message>
        <source>Kept. (Safe on the tablet)</source>
        <translation>已记下。（平板里存好了）</translation>
    </message>
    <message>
        <source>Put aside; it is on today's page when you want it</source>
        <translation>先放着，今天那一页随时接着写</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Readers: %1</source>
        <translation>能看的人：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The draft is kept under lock</source>
        <translation>草稿已加密存好</translation>
    </message>
    <message>
        <source>Kept as you type</source>
        <translation>写一个字，存一个字</translation>
    </message>
    <message>
        <source>All that is needed</source>
        <translation>要写的都有了</translation>
    </message>
    <message>
        <source>Still to come: %1</source>
        <translation>还差：%1</translation>
    </message>
    <message>
        <source>Signed is final, add later</source>
        <translation>签名后不能改，可以补充</translation>
    </message>
    <message>
        <source>Sign and keep</source>
        <translation>签名存好</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Unlocked separately</source>
        <translation>已单独解锁</translation>
    </message>
    <message>
        <source>The tablet is nearly full; text still saves, this one does not fit</source>
        <translation>平板快满了，文字还能存，这一件先放不下</translation>
    </message>
    <message>
        <source>This code registers a tablet; a card has another one</source>
        <translation>这是登记平板的码，优待证上是另一个</translation>
    </message>
</context>
<context>
    <name>Newcomers</name>
    <message>
        <source>%1: with you from now on</source>
        <translation>%1，以后由您联系</translation>
    </message>
    <message>
        <source>handed over by %1</source>
        <translation>%1转给您的</translation>
    </message>
    <message>
        <source>%1 has moved here</source>
        <translation>%1，搬到您这边来了</translation>
    </message>
    <message>
        <source>%1 has moved to %2</source>
        <translation>%1，搬到%2来了</translation>
    </message>
    <message>
        <source>the whole file came along</source>
        <translation>档案一起跟过来了</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ReceivedModel</name>
    <message numerus="yes">
        <source>%n family(ies) came over to you</source>
        <translation><numerusform>有%n家到您这边来了</numerusform></translation>
    </message>
    <message>
        <source>Two files look like one family</source>
        <translation>有档案看着像同一家</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), side by side for you to look at</source>
        <translation><numerusform>%n对，并排给您看</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1: nothing new for %n day(s)</source>
        <translation><numerusform>%1%n天没有新的记录</numerusform></translation>
    </message>
    <message>
        <source>a question is enough, no hurry</source>
        <translation>问一声就好，不着急</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>From</source>
        <comment>whom</comment>
        <translation>谁</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新记的</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>State</source>
        <comment>of what came</comment>
        <translation>情况</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Changed by %1; see which is right</source>
        <translation>%1都改过，看看哪个对</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between names</comment>
        <translation>和</translation>
    </message>
    <message numerus="yes">
        <source>%n for you to look at</source>
        <translation><numerusform>要您看的，%n处</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation><numerusform>要看%n处</numerusform></translation>
    </message>
    <message>
        <source>All in</source>
        <translation>都收好</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation><numerusform>新记的%n条</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation><numerusform>改动%n条</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n tablet(s) came in</source>
        <translation><numerusform>%n台平板来过</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of yours reached the province today</source>
        <translation><numerusform>今天%n条已送到省里</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation><numerusform>%n条还在路上</numerusform></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>sent and waiting</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>今天收到</translation>
    </message>
    <message>
        <source>No tablet came in yet today</source>
        <translation>今天还没有平板来过</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1，提醒到%2</translation>
    </message>
    <message numerus="yes">
        <source>%n village(s) know, for a day</source>
        <translation><numerusform>已提醒%n个村，一天内有效</numerusform></translation>
    </message>
    <message>
        <source>Decided differently by %1; see whether it stays</source>
        <translation>%1定的不一样，看看还留不留</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::RegisterModel</name>
    <message>
        <source>This invitation is for the real work; this tablet shows a demonstration only</source>
        <translation>这张登记码是真用的，这台平板只作演示</translation>
    </message>
    <message>
        <source>This invitation belongs to a demonstration; on this tablet only the real one works</source>
        <translation>这张登记码是演示用的，这台平板只收真用的</translation>
    </message>
    <message>
        <source>This person is on this tablet already; go back and unlock</source>
        <translation>这位已经在这台平板上了，返回去打开就好</translation>
    </message>
    <message>
        <source>The records of this person come back with it; the passphrase is the one of before</source>
        <translation>用这张登记码，这位的记录能取回来；密码还是原来那个</translation>
    </message>
    <message>
        <source>Somebody began here before with another passphrase; please type that one</source>
        <translation>上回在这里定过一个密码，请写上回那个</translation>
    </message>
    <message>
        <source>Not done just yet; try once more</source>
        <translation>还没办成，再试一次</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Waiting for the administrator to confirm; it goes on by itself then</source>
        <translation>等管理员确认，确认了会自己往下走</translation>
    </message>
    <message>
        <source>No network just now; the confirmation comes when there is one</source>
        <translation>这会儿没有网，有网时确认自己会来</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SavedModel</name>
    <message numerus="yes">
        <source>can be changed for %n day(s)</source>
        <translation><numerusform>%n天内可改</numerusform></translation>
    </message>
    <message>
        <source>The province has it</source>
        <translation>省里已收到</translation>
    </message>
    <message>
        <source>Goes by itself when there is a network</source>
        <translation>有网时自动传</translation>
    </message>
    <message>
        <source>See you on %1</source>
        <translation>%1再见</translation>
    </message>
    <message>
        <source>It will be on the page of that day</source>
        <translation>到那天会在今天那一页</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>改一下</translation>
    </message>
    <message numerus="yes">
        <source>Ask again in %n day(s)</source>
        <translation><numerusform>%n天后再问问</numerusform></translation>
    </message>
    <message>
        <source>Low spirits pass more easily in company</source>
        <translation>心里闷，有人陪着好过些</translation>
    </message>
    <message>
        <source>Put in the diary</source>
        <translation>记上</translation>
    </message>
    <message>
        <source>They asked for help</source>
        <translation>他们想要人帮一把</translation>
    </message>
    <message>
        <source>Pass to the township</source>
        <translation>转给镇里</translation>
    </message>
    <message>
        <source>It is in the diary</source>
        <translation>已经记上了</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SecretEntry</name>
    <message>
        <source>Six-digit code</source>
        <translation>六位数字密码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>同样的，再来一遍</translation>
    </message>
    <message>
        <source>Choose six digits</source>
        <translation>定六个数字</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>定一个口令</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::Session</name>
    <message>
        <source>Maybe the same family</source>
        <translation>可能是同一家</translation>
    </message>
    <message>
        <source>Two files that look alike</source>
        <translation>有两份看着像一家的</translation>
    </message>
    <message>
        <source>Township duty</source>
        <translation>镇里值班</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation><numerusform>%n条待传</numerusform></translation>
    </message>
    <message>
        <source>All received by the province</source>
        <translation>省里都收到了</translation>
    </message>
    <message>
        <source>Where the records are</source>
        <translation>记录都在哪儿</translation>
    </message>
    <message>
        <source>To look at together</source>
        <translation>要您看一下</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation><numerusform>%n处</numerusform></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Text size, light and dark, language</source>
        <translation>字号、浅色深色、语言</translation>
    </message>
    <message>
        <source>Complaints and ideas</source>
        <translation>投诉建议</translation>
    </message>
    <message>
        <source>Also without a network</source>
        <translation>没有网也能写</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version, licence, privacy</source>
        <translation>版本、许可、隐私</translation>
    </message>
    <message>
        <source>On duty: %1</source>
        <translation>%1值班</translation>
    </message>
    <message>
        <source>Confirmed. This tablet is yours to use</source>
        <translation>确认好了，这台平板您可以用了</translation>
    </message>
    <message>
        <source>Homes and work</source>
        <translation>家园和工作</translation>
    </message>
    <message>
        <source>Homes, teams, trainings, documents</source>
        <translation>家园、队伍、培训、文件</translation>
    </message>
    <message>
        <source>New forms have come from the province. They are there when you unlock next</source>
        <translation>省里来了新表，下次打开平板就能用</translation>
    </message>
    <message>
        <source>Homes</source>
        <translation>家园</translation>
    </message>
    <message>
        <source>Take a list of families</source>
        <translation>收一份名册</translation>
    </message>
    <message>
        <source>From a spreadsheet, looked through first</source>
        <translation>从表格里收，先看再写</translation>
    </message>
    <message>
        <source>Read and listen</source>
        <translation>看一看，听一听</translation>
    </message>
    <message>
        <source>Manuals, policies, something to hear; without a network too</source>
        <translation>手册、政策、听的，没网也有</translation>
    </message>
    <message>
        <source>Hand over families</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>When a colleague goes or changes the village</source>
        <translation>有人调走、换村的时候</translation>
    </message>
    <message>
        <source>No map on this tablet; the way is written below</source>
        <translation>这台平板没有地图，照下面写的走</translation>
    </message>
    <message>
        <source>The province asks you to look once more</source>
        <translation>省里请您再看一下</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::Settings</name>
    <message>
        <source>Locks by itself after 2 minutes without a touch</source>
        <translation>2分钟不动自动锁</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SyncModel</name>
    <message numerus="yes">
        <source>%n place(s) need a look</source>
        <translation><numerusform>有%n处需要您看一下</numerusform></translation>
    </message>
    <message>
        <source>Last connected %1</source>
        <translation>上次连上 %1</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>还没连过</translation>
    </message>
    <message>
        <source>Goes by itself when there is a network</source>
        <translation>有网时自动传</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有要传的</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇已代收</translation>
    </message>
    <message>
        <source>Carries for you where it can</source>
        <translation>镇里能替您往上送</translation>
    </message>
    <message>
        <source>Taken over %1, on its way to the province</source>
        <translation>%1代收，正往省里送</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省里已收到</translation>
    </message>
    <message>
        <source>Received, signed for</source>
        <translation>有回执，可以放心</translation>
    </message>
    <message>
        <source>Why it has not gone yet</source>
        <translation>为什么还没传</translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n to go</source>
        <translation><numerusform>正在传，还有%n条</numerusform></translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation>正在取新的</translation>
    </message>
    <message numerus="yes">
        <source>A tablet nearby carries %n of them too</source>
        <translation><numerusform>邻近平板也带着%n条</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on the way</source>
        <translation><numerusform>还在路上的%n条</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more family(ies)</source>
        <translation><numerusform>再看%n户</numerusform></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>告诉您一声</translation>
    </message>
    <message>
        <source>The province has another computer; what is here is being put back there</source>
        <translation>省里换了电脑，正在把您这里有的补回去</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::TodayModel</name>
    <message>
        <source>Two files look like one family</source>
        <translation>有档案看着像同一家</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), side by side for you to look at</source>
        <translation><numerusform>%n对，并排给您看</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Going through %n family(ies), a moment</source>
        <translation><numerusform>正在翻看%n户的情况，稍等一下</numerusform></translation>
    </message>
    <message>
        <source>button: %1</source>
        <translation>按钮：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n more family(ies)</source>
        <translation><numerusform>接着看后面%n户</numerusform></translation>
    </message>
    <message>
        <source>Finish writing</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>Call first</source>
        <translation>先打个电话</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>看看这家</translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation>上午好，%1</translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation>下午好，%1</translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation>晚上好，%1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>给%1打电话</translation>
    </message>
    <message>
        <source>All sent, the province has it</source>
        <translation>都传好了，省里已收到</translation>
    </message>
    <message numerus="yes">
        <source>%n to send, goes by itself</source>
        <translation><numerusform>%n条待传，有网时自动传</numerusform></translation>
    </message>
    <message>
        <source>One thing needs a look</source>
        <translation>有一处需要您看一下</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need a look</source>
        <translation><numerusform>有%n处需要您看一下</numerusform></translation>
    </message>
    <message>
        <source>Coming up: %1 %2</source>
        <translation>往后看：%1 %2</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>看现在该做什么</translation>
    </message>
    <message>
        <source>New from the village, for you to open</source>
        <translation>村里新送来的，等您打开看</translation>
    </message>
    <message>
        <source>The province asks you to look once more</source>
        <translation>省里请您再看一下</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::TogetherModel</name>
    <message>
        <source>It is cold; keep warm.</source>
        <translation>天冷了，多穿一点。</translation>
    </message>
    <message>
        <source>It is getting warm; take a walk.</source>
        <translation>天暖和了，出来走走。</translation>
    </message>
    <message>
        <source>It is hot; drink plenty of water.</source>
        <translation>天热，多喝点水。</translation>
    </message>
    <message>
        <source>It is getting cool; put something on.</source>
        <translation>天凉了，添件衣服。</translation>
    </message>
    <message>
        <source>Done, back to %1</source>
        <translation>看好了，交还给%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>title, hour</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::UnlockModel</name>
    <message numerus="yes">
        <source>%n record(s) wait for the network</source>
        <translation><numerusform>%n条记录等着有网</numerusform></translation>
    </message>
    <message>
        <source>Ask the township for a registration code; with it the tablet gets ready in a minute</source>
        <translation>向镇里要一个登记码，一分钟就能用</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>没写名字的</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ScaleModel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n句</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not answered</source>
        <translation><numerusform>%n句没有回答</numerusform></translation>
    </message>
    <message>
        <source>All right, we will leave it</source>
        <translation>好的，我们不打扰。</translation>
    </message>
    <message>
        <source>Done, back to %1</source>
        <translation>看好了，交还给%1</translation>
    </message>
    <message>
        <source>Done, back to the counsellor</source>
        <translation>看好了，交还平板</translation>
    </message>
    <message>
        <source>Kept. (Safe on the tablet)</source>
        <translation>已记下。（平板里存好了）</translation>
    </message>
    <message>
        <source>Look at the number again</source>
        <translation>再看看这个数</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>没有做完</translation>
    </message>
    <message>
        <source>Please ask three more questions now</source>
        <translation>请现在再问三个问题</translation>
    </message>
    <message>
        <source>Rather not say</source>
        <translation>不想回答</translation>
    </message>
    <message>
        <source>The safety questions are answered</source>
        <translation>安全的几句问过了</translation>
    </message>
    <message>
        <source>The total reaches the threshold, the conditions beside it do not</source>
        <translation>总分到了界值，旁边的条件没有到</translation>
    </message>
    <message>
        <source>Thresholds of %1: %2</source>
        <translation>%1的界值：%2</translation>
    </message>
    <message>
        <source>Too few answers for a total. What was said counts all the same; ask another time.</source>
        <translation>回答得少，算不出总分。说过的都算数，改天再问。</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1到%2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>满分%1</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>an answer</comment>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <comment>an answer</comment>
        <translation>不是</translation>
    </message>
</context>
<context>
    <name>Telephones</name>
    <message>
        <source>The township's number is not on this tablet yet; a colleague will know it</source>
        <translation>镇里的电话还没到这台平板，问一问同事</translation>
    </message>
    <message>
        <source>On duty: %1</source>
        <translation>%1值班</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::NotingModel</name>
    <message>
        <source>last: %1</source>
        <translation>上次：%1</translation>
    </message>
    <message>
        <source>The family itself</source>
        <translation>这一家</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::RecordModel</name>
    <message numerus="yes">
        <source>%n noted</source>
        <translation><numerusform>记了%n条</numerusform></translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添一条：%1</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>都齐了</translation>
    </message>
    <message numerus="yes">
        <source>%n still missing</source>
        <translation><numerusform>还差%n样</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::WorkModel</name>
    <message>
        <source>Add: %1</source>
        <translation>添一个：%1</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有</translation>
    </message>
</context>
<context>
    <name>RecordLines</name>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SameFamilyModel</name>
    <message>
        <source>the same identity number</source>
        <translation>身份证号一样</translation>
    </message>
    <message>
        <source>nearly the same identity number</source>
        <translation>身份证号只差一点</translation>
    </message>
    <message>
        <source>the same name, birthday and village</source>
        <translation>名字、生日和村子都一样</translation>
    </message>
    <message>
        <source>names that sound alike</source>
        <translation>名字听起来一样</translation>
    </message>
    <message>
        <source>birthdays that differ a little</source>
        <translation>生日只差一点</translation>
    </message>
    <message>
        <source>the same telephone</source>
        <translation>电话一样</translation>
    </message>
    <message>
        <source>the same address</source>
        <translation>住处一样</translation>
    </message>
    <message>
        <source>both of the couple in both files</source>
        <translation>两口子都在两份里</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) left</source>
        <translation><numerusform>还有%n对</numerusform></translation>
    </message>
    <message>
        <source>Because of %1</source>
        <translation>因为%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>No two files look alike now</source>
        <translation>现在没有看着像同一家的</translation>
    </message>
    <message>
        <source>All looked at. What you put off comes again next time</source>
        <translation>都看过了，先放着的下次再问</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>家里人</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住处</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>记过</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s), file since %1</source>
        <translation><numerusform>走访%n次，%1建档</numerusform></translation>
    </message>
    <message>
        <source>The earlier file</source>
        <translation>先建的那份</translation>
    </message>
    <message>
        <source>The later file</source>
        <translation>后建的那份</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>One family now, both files kept</source>
        <translation>现在是一家，两份都留着</translation>
    </message>
    <message>
        <source>Two families</source>
        <translation>是两家</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看看</translation>
    </message>
    <message>
        <source>One family now. Nothing was taken away</source>
        <translation>并在一起了，两份都还在</translation>
    </message>
    <message>
        <source>Noted: two families</source>
        <translation>记下了，是两家</translation>
    </message>
    <message>
        <source>Two families again, as before</source>
        <translation>分开了，和原来一样</translation>
    </message>
</context>
<context>
    <name>AttachmentRows</name>
    <message>
        <source>Stays on the tablet that made it</source>
        <translation>留在拍的那台平板上</translation>
    </message>
    <message>
        <source>The other tablet has not sent it yet</source>
        <translation>那台平板还没传上来</translation>
    </message>
    <message>
        <source>The recording is on its way</source>
        <translation>录音还在路上</translation>
    </message>
    <message>
        <source>The picture is on its way</source>
        <translation>照片还在路上</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind and caption</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>拍张照片</translation>
    </message>
    <message>
        <source>A few words</source>
        <translation>说一段</translation>
    </message>
    <message>
        <source>A signature</source>
        <translation>签个字</translation>
    </message>
    <message>
        <source>Photograph the paper</source>
        <translation>拍下这张纸</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::CaptureModel</name>
    <message>
        <source>No camera here; typing the number does as well</source>
        <translation>这台平板没有镜头，号码用手写也一样</translation>
    </message>
    <message>
        <source>No pictures on this tablet yet</source>
        <translation>平板里还没有照片</translation>
    </message>
    <message>
        <source>This picture cannot be read here; another one will do</source>
        <translation>这张照片这里打不开，换一张就好</translation>
    </message>
    <message>
        <source>The camera was not ready; once more</source>
        <translation>镜头还没准备好，再按一次</translation>
    </message>
    <message>
        <source>Who can be seen?</source>
        <translation>照片里看得见谁</translation>
    </message>
    <message>
        <source>Whose voice is it?</source>
        <translation>录的是谁的声音</translation>
    </message>
    <message>
        <source>They said yes on %1</source>
        <translation>%1问过，家里人答应了</translation>
    </message>
    <message>
        <source>Nobody can say yes for everyone here: it stays on this tablet</source>
        <translation>没法替大家答应，就只放在这台平板上</translation>
    </message>
    <message>
        <source>Until they say yes it stays on this tablet</source>
        <translation>没答应以前，只放在这台平板上</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>还没问</translation>
    </message>
    <message>
        <source>Yes, and signed</source>
        <translation>答应了，签个字</translation>
    </message>
    <message>
        <source>Yes, two were present</source>
        <translation>答应了，两人在场</translation>
    </message>
    <message>
        <source>Photograph the paper</source>
        <translation>拍下这张纸</translation>
    </message>
    <message>
        <source>A picture (not needed)</source>
        <translation>照片（可以不拍）</translation>
    </message>
    <message>
        <source>Like this?</source>
        <translation>这样可以吗</translation>
    </message>
    <message>
        <source>Say a few words (not needed)</source>
        <translation>说一段（可以不说）</translation>
    </message>
    <message>
        <source>Please sign here</source>
        <translation>请在这里签名</translation>
    </message>
    <message>
        <source>Please sign: %1</source>
        <translation>请签名：%1</translation>
    </message>
    <message>
        <source>Note this place?</source>
        <translation>记下这里的位置吗</translation>
    </message>
    <message>
        <source>Hold the code before the camera</source>
        <translation>把码对着镜头</translation>
    </message>
    <message>
        <source>Ask first: &quot;May I take a picture? It is fine without.&quot;</source>
        <translation>先问一句：“想拍一张照片，可以吗？不拍也没关系。”</translation>
    </message>
    <message>
        <source>Ask first: &quot;May I record a few words? It is fine without.&quot;</source>
        <translation>要录家里人的话，先问一句：“想录几句，可以吗？不录也没关系。”</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签好了</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>放进去</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1，最长 %2</translation>
    </message>
    <message>
        <source>No microphone here; a written line does as well</source>
        <translation>这台平板没有话筒，写一句也一样</translation>
    </message>
    <message>
        <source>That was very short; hold on a little</source>
        <translation>太短了，再说一次</translation>
    </message>
    <message>
        <source>This cannot be played here; it is kept as it is</source>
        <translation>这里放不出来，已原样留着</translation>
    </message>
    <message>
        <source>A little larger, please</source>
        <translation>请签得大一点</translation>
    </message>
    <message>
        <source>Not found yet; under the open sky it is easier</source>
        <translation>还没找到，到露天的地方容易些</translation>
    </message>
    <message>
        <source>This tablet does not know where it is; describe the way in words</source>
        <translation>这台平板说不出位置，写一句怎么走就好</translation>
    </message>
    <message>
        <source>This code is for something else</source>
        <translation>这个码是别处用的</translation>
    </message>
    <message>
        <source>It is not on this tablet yet</source>
        <translation>这台平板上还没有</translation>
    </message>
    <message>
        <source>Stays on this tablet until the family says yes</source>
        <translation>家里人答应以前，只留在这台平板上</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::HomeModel</name>
    <message>
        <source>No home is on this tablet yet</source>
        <translation>这台平板上还没有家园</translation>
    </message>
    <message>
        <source>%1, in charge</source>
        <translation>%1，负责人</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>都齐了</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation><numerusform>还缺%n样</numerusform></translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>%1年</translation>
    </message>
    <message>
        <source>Plan of %1, shown to all</source>
        <translation>%1年计划，已公布</translation>
    </message>
    <message>
        <source>Plan of %1</source>
        <translation>%1年计划</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>这个月不方便办</translation>
    </message>
    <message>
        <source>No plan for %1 yet</source>
        <translation>还缺%1年的计划</translation>
    </message>
    <message>
        <source>%1th %2</source>
        <comment>day of the month, what</comment>
        <translation>%1日 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n volunteer(s)</source>
        <translation><numerusform>志愿者%n人</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation><numerusform>%n场</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n came</source>
        <translation><numerusform>%n人次</numerusform></translation>
    </message>
    <message>
        <source>Nothing held this month yet</source>
        <translation>这个月还缺一场</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>%1月</translation>
    </message>
    <message>
        <source>held</source>
        <translation>办过</translation>
    </message>
    <message>
        <source>none held</source>
        <translation>没有办</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>No theme yet</source>
        <translation>还没有主题</translation>
    </message>
    <message>
        <source>Quarter %1</source>
        <translation>第%1季度</translation>
    </message>
    <message numerus="yes">
        <source>In %n month(s)</source>
        <translation><numerusform>%n个月里</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with an activity</source>
        <translation><numerusform>，%n个月有活动</numerusform></translation>
    </message>
    <message>
        <source>, this month lacks one still</source>
        <translation>，这个月还缺一场</translation>
    </message>
    <message>
        <source>, this month has one planned</source>
        <translation>，这个月的排好了</translation>
    </message>
    <message>
        <source>the %1th</source>
        <translation>%1日</translation>
    </message>
    <message>
        <source>%1, month %2</source>
        <comment>year and month</comment>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>Nothing stands in this month</source>
        <translation>这个月没有活动</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::AttendanceModel</name>
    <message numerus="yes">
        <source>%n came</source>
        <translation><numerusform>来了%n位</numerusform></translation>
    </message>
    <message>
        <source>No families are on this tablet</source>
        <translation>这台平板上还没有家人</translation>
    </message>
    <message>
        <source>Nobody found, try another word</source>
        <translation>没找到，换个字试试</translation>
    </message>
    <message numerus="yes">
        <source>%n more, type a name to find them</source>
        <translation><numerusform>还有%n位，写名字就找得到</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Noted, %n came</source>
        <translation><numerusform>已记下，来了%n位</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n taken off the list</source>
        <translation><numerusform>从名单上拿掉%n位</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::IntakeModel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n行</numerusform></translation>
    </message>
    <message>
        <source>This file is very large; a list of families is smaller</source>
        <translation>这份文件太大了，名册不会有这么大</translation>
    </message>
    <message>
        <source>This file cannot be opened; please choose it once more</source>
        <translation>这份文件打不开，再选一次看看</translation>
    </message>
    <message>
        <source>No heading for names was found. The first lines need a column of names and one more</source>
        <translation>没找到“姓名”这一列。表格开头几行里要有“姓名”，再加一列别的</translation>
    </message>
    <message>
        <source>This is no spreadsheet that can be read here. Saved as .xlsx or .csv it can</source>
        <translation>这份表格读不了，另存成 .xlsx 或 .csv 就能读</translation>
    </message>
    <message>
        <source>Nobody new stands in it; nothing would be written</source>
        <translation>里面没有新的人，不用再写</translation>
    </message>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation><numerusform>%n户</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n人</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Write down %n person(s)</source>
        <translation><numerusform>记下%n人</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family(ies) written so far</source>
        <translation><numerusform>已经记下%n户</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family(ies) written. They are safe on this tablet</source>
        <translation><numerusform>记下了%n户，都在这台平板里存好了</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n family(ies). The same file goes on later</source>
        <translation><numerusform>停在第%n户。下次收同一份，会接着写</numerusform></translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>没有读的列：%1</translation>
    </message>
    <message>
        <source>To mend in the file</source>
        <translation>表里要改</translation>
    </message>
    <message>
        <source>Taken, but look</source>
        <translation>收下，请看看</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>已经有的</translation>
    </message>
    <message>
        <source>has a file</source>
        <translation>已有档案</translation>
    </message>
    <message>
        <source>as row %1</source>
        <translation>和第%1行是同一位</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>先没写</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>new in a known family</source>
        <translation>加到已有的一家</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>没写名字</translation>
    </message>
    <message>
        <source>No row here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>No spreadsheet lies on this tablet yet</source>
        <translation>这台平板上还没有表格</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>名字空着</translation>
    </message>
    <message>
        <source>the village is missing</source>
        <translation>没写是哪个村</translation>
    </message>
    <message>
        <source>not a village of this township</source>
        <translation>不是这个镇的村</translation>
    </message>
    <message>
        <source>fits more than one village</source>
        <translation>说不准是哪个村</translation>
    </message>
    <message>
        <source>the date is unclear; left empty</source>
        <translation>日期看不明白，先空着</translation>
    </message>
    <message>
        <source>this word is not known; left empty</source>
        <translation>这个词认不出，先空着</translation>
    </message>
    <message>
        <source>the spreadsheet cut the number; left empty</source>
        <translation>号码被表格截短了，先空着</translation>
    </message>
    <message>
        <source>does not fit; left empty</source>
        <translation>填的不合这一列，先空着</translation>
    </message>
    <message>
        <source>belongs to an answer that is missing; left empty</source>
        <translation>它要配着另一项才用得上，先空着</translation>
    </message>
    <message>
        <source>%1 new, %2</source>
        <comment>households, people</comment>
        <translation>新的%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column, what about it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 “%2”: %3</source>
        <comment>column, cell, what about it</comment>
        <translation>%1“%2”：%3</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Printed by %1, %2. Personal details: give it to nobody else, and shred it after use</source>
        <translation>%1 印于%2。里面有个人信息，不给旁人看，用完碎掉</translation>
    </message>
    <message>
        <source>If something comes up</source>
        <translation>有事打这个</translation>
    </message>
    <message>
        <source>Service slip</source>
        <translation>服务单</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Came at, left at</source>
        <translation>几点到，几点走</translation>
    </message>
    <message>
        <source>The volunteer signs</source>
        <translation>志愿者签字</translation>
    </message>
    <message>
        <source>The family signs (not needed)</source>
        <translation>家里人签字（可以不签）</translation>
    </message>
    <message>
        <source>Signed on the tablet</source>
        <translation>平板上签过了</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::PrintModel</name>
    <message>
        <source>Lianxin %1</source>
        <translation>连心桥 %1</translation>
    </message>
    <message>
        <source>Ready as a PDF among the documents. It lies open there: take it away after printing</source>
        <translation>印好的PDF在“文档”里。谁都打得开，印完请删掉</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::LibraryModel</name>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有</translation>
    </message>
    <message>
        <source>Manuals</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>听一听</translation>
    </message>
    <message>
        <source>Its words are not on this tablet</source>
        <translation>正文不在这台平板上</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>先停在这里</translation>
    </message>
    <message numerus="yes">
        <source>Begin, %n minute(s)</source>
        <translation><numerusform>开始，%n分钟</numerusform></translation>
    </message>
    <message>
        <source>This tablet has no loudspeaker just now; the words can be read</source>
        <translation>平板现在没有声音，先看看文字</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of it have not come to this tablet yet</source>
        <translation><numerusform>还有%n份没到这台平板</numerusform></translation>
    </message>
    <message>
        <source>This recording cannot be played on this tablet</source>
        <translation>这段录音，这台平板放不了</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::HandoverModel</name>
    <message>
        <source>Nobody is a contact yet</source>
        <translation>还没有哪位是联系人</translation>
    </message>
    <message numerus="yes">
        <source>%n family(ies)</source>
        <translation><numerusform>%n家</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) due now</source>
        <translation><numerusform>现在要做的%n件</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) still open</source>
        <translation><numerusform>还开着的%n样</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished of yours on this tablet</source>
        <translation><numerusform>您在这台平板上没写完的%n张</numerusform></translation>
    </message>
    <message>
        <source>Who hands over</source>
        <translation>谁要交接</translation>
    </message>
    <message>
        <source>Who takes over from %1</source>
        <translation>谁来接%1</translation>
    </message>
    <message>
        <source>Which families</source>
        <translation>哪几家</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1交给%2</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n family(ies)</source>
        <translation><numerusform>交接%n家</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family(ies) handed over, from today</source>
        <translation><numerusform>交接了%n家，从今天起</numerusform></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, how many families</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 moves</source>
        <translation>%1搬家了</translation>
    </message>
    <message>
        <source>Choose the village they move to</source>
        <translation>先选搬到哪个村</translation>
    </message>
    <message>
        <source>The file and the contact stay in this village. Choose another village, and the file goes along</source>
        <translation>档案和联系人还在这个村。选到别的村，档案就跟着转过去</translation>
    </message>
    <message>
        <source>The whole file goes along to %1, with visits and papers</source>
        <translation>整份档案一起转到%1，走访和材料都跟着去</translation>
    </message>
    <message>
        <source>The whole file goes along to %1 and is looked after there from then on. Once everything of yours has been sent, it leaves this tablet</source>
        <translation>整份档案一起转到%1，往后由那边联系。您写的都送到省里后，这台平板就不再留着</translation>
    </message>
    <message>
        <source>Move with the whole file</source>
        <translation>连档案一起转过去</translation>
    </message>
    <message>
        <source>Note the new place</source>
        <translation>记下新住处</translation>
    </message>
    <message>
        <source>The file goes to %1 with the next connection; they find it under what came today</source>
        <translation>下次联网时档案转到%1，那边在“今天收到”里能看到</translation>
    </message>
    <message>
        <source>The new place is noted; the file stays in its village</source>
        <translation>新住处记下了，档案还在原来的村</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::AllowanceModel</name>
    <message>
        <source>Nobody to look after stands in this file yet</source>
        <translation>档案里还没有要看望的人</translation>
    </message>
    <message>
        <source>Included: %1</source>
        <translation>已纳入，%1</translation>
    </message>
    <message>
        <source>Included: %1, since %2</source>
        <translation>已纳入，%1，从%2起</translation>
    </message>
    <message>
        <source>Since %1 the province gives %2 yuan a month more for each person</source>
        <translation>%1起，省里每人每月多给%2元</translation>
    </message>
    <message>
        <source>gets it</source>
        <translation>已经在领</translation>
    </message>
    <message>
        <source>may fit</source>
        <translation>可能符合</translation>
    </message>
    <message>
        <source>something to ask still</source>
        <translation>还要问清几样</translation>
    </message>
    <message>
        <source>not of that age yet</source>
        <translation>年纪还没到</translation>
    </message>
    <message>
        <source>seems not to fit</source>
        <translation>看着不太符合</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation><numerusform>%n岁</numerusform></translation>
    </message>
    <message>
        <source>Ask the township to put the application in; it decides</source>
        <translation>可以请镇里报一下，镇里定</translation>
    </message>
    <message>
        <source>Of %1 years on %2; from %3 on the day's page says so</source>
        <translation>%2满%1岁，从%3起会在今天页提醒</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to ask, then one can say more</source>
        <translation><numerusform>问清%n样，就能多说一点</numerusform></translation>
    </message>
    <message>
        <source>The registered place is elsewhere; it is asked for there</source>
        <translation>户口在外地，要到户口所在地去办</translation>
    </message>
    <message>
        <source>The township knows for certain</source>
        <translation>拿不准的，问问镇里</translation>
    </message>
    <message>
        <source>Born on %1 or after</source>
        <translation>%1以后出生</translation>
    </message>
    <message>
        <source>Of %1 years</source>
        <translation>满%1岁</translation>
    </message>
    <message>
        <source>The wife of %1 years</source>
        <translation>女方满%1岁</translation>
    </message>
    <message>
        <source>The certificate, or a paper of the township</source>
        <translation>光荣证，或者镇里的证明</translation>
    </message>
    <message>
        <source>One child, born or adopted</source>
        <translation>只生育或收养过一个孩子</translation>
    </message>
    <message>
        <source>The child passed away, or has a card of %1 or above</source>
        <translation>孩子去世，或者有%1以上的助残证</translation>
    </message>
    <message>
        <source>Registered in this county</source>
        <translation>户口在本县</translation>
    </message>
    <message>
        <source>to ask</source>
        <translation>问一问</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>对得上</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没到</translation>
    </message>
    <message>
        <source>not so</source>
        <translation>对不上</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>记过了</translation>
    </message>
    <message>
        <source>not noted yet</source>
        <translation>还没有记</translation>
    </message>
</context>
<context>
    <name>ClaimSteps</name>
    <message>
        <source>%1 yuan</source>
        <translation>%1元</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n天</numerusform></translation>
    </message>
    <message>
        <source>about %1 yuan</source>
        <translation>约%1元</translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation>住院</translation>
    </message>
    <message>
        <source>in and out on %1, counts as %2</source>
        <translation>%1当天进当天出，算%2</translation>
    </message>
    <message>
        <source>%1 to %2, %3 (the last day is not counted)</source>
        <translation>%1到%2，%3（出院那天不算）</translation>
    </message>
    <message>
        <source>Not paid at first</source>
        <translation>先扣掉</translation>
    </message>
    <message>
        <source>In a year at most</source>
        <translation>一年最多</translation>
    </message>
    <message>
        <source>%1, %2 of them paid already</source>
        <translation>%1，已经赔过%2</translation>
    </message>
    <message>
        <source>So many count</source>
        <translation>可以算</translation>
    </message>
    <message>
        <source>On the ward</source>
        <translation>平常病房</translation>
    </message>
    <message>
        <source>For each day</source>
        <translation>每天补</translation>
    </message>
    <message>
        <source>%1, %2 each</source>
        <translation>%1，每天%2</translation>
    </message>
    <message>
        <source>In intensive care</source>
        <translation>重症监护</translation>
    </message>
    <message>
        <source>With the days of coming and going it can be reckoned</source>
        <translation>填上哪天来、哪天走，就能算</translation>
    </message>
    <message>
        <source>How much for a day? It stands in the policy</source>
        <translation>每天补多少？保单上写着，填上就能算</translation>
    </message>
    <message>
        <source>Medical insurance paid</source>
        <translation>医保报了</translation>
    </message>
    <message>
        <source>Of that once more</source>
        <translation>再补其中的</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Paid by themselves</source>
        <translation>自己付了</translation>
    </message>
    <message>
        <source>%1; it gives no more than that</source>
        <translation>%1，补的不超过它</translation>
    </message>
    <message>
        <source>With what medical insurance paid it can be reckoned</source>
        <translation>填上医保报了多少，就能算</translation>
    </message>
    <message>
        <source>How much on top? It stands in the policy</source>
        <translation>再补多少？保单上写着，填上就能算</translation>
    </message>
    <message>
        <source>Families like this one are insured here; ask for the policy and note it</source>
        <translation>这样的家庭本地都参保，问到保单就记一下</translation>
    </message>
    <message>
        <source>No insurance is noted for this family; ask whether there is one</source>
        <translation>还没记参保，先问问有没有</translation>
    </message>
    <message>
        <source>The day of coming lies outside the insurance; ask the company</source>
        <translation>进院那天不在参保的日子里，问问保险公司</translation>
    </message>
    <message>
        <source>The policy speaks of hospitals of level %1 and above; ask the company</source>
        <translation>保单说的是%1以上的医院，问问保险公司</translation>
    </message>
    <message>
        <source>No day seems to be left this year; asking costs nothing</source>
        <translation>这一年的天数像是用完了，问一声也不妨</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ClaimSumModel</name>
    <message>
        <source>The stay</source>
        <translation>住院</translation>
    </message>
    <message>
        <source>What the policy says</source>
        <translation>保单怎么说</translation>
    </message>
    <message>
        <source>Beside medical insurance</source>
        <translation>医保之外</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>This cannot be read yet; look again</source>
        <translation>这里还读不出来，再看看</translation>
    </message>
    <message>
        <source>from the policy</source>
        <translation>保单里写的</translation>
    </message>
    <message>
        <source>holds here</source>
        <translation>本地是这样</translation>
    </message>
    <message>
        <source>added up from earlier claims</source>
        <translation>从以前的理赔加出来的</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>label and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Once the claim is noted they can be ticked</source>
        <translation>记下理赔后，可以一样一样打勾</translation>
    </message>
    <message>
        <source>All there</source>
        <translation>都齐了</translation>
    </message>
    <message numerus="yes">
        <source>%n still missing</source>
        <translation><numerusform>还差%n样</numerusform></translation>
    </message>
    <message>
        <source>Note a claim</source>
        <translation>记一次理赔</translation>
    </message>
    <message>
        <source>Keep with the claim</source>
        <translation>记到这次理赔里</translation>
    </message>
    <message>
        <source>Kept with the claim</source>
        <translation>记到理赔里了</translation>
    </message>
</context>
<context>
    <name>LibraryFiles</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation><numerusform>%n秒</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n分钟</numerusform></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音</translation>
    </message>
</context>
<context>
    <name>ShownRecord</name>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有</translation>
    </message>
    <message>
        <source>This is for other posts to read</source>
        <translation>这一页由别的岗位看</translation>
    </message>
    <message>
        <source>Looking for it, it has not come to this tablet yet</source>
        <translation>正在找，还没有传到这台平板</translation>
    </message>
    <message>
        <source>It was put away</source>
        <translation>这一条收起来了</translation>
    </message>
</context>
<context>
    <name>StateSteps</name>
    <message>
        <source>Noted: %1</source>
        <translation>已记下：%1</translation>
    </message>
</context>
<context>
    <name>ProjectLadder</name>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1到%2</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ProjectModel</name>
    <message>
        <source>Year %1</source>
        <translation>%1年</translation>
    </message>
    <message>
        <source>Loan</source>
        <translation>贷款</translation>
    </message>
    <message>
        <source>Interest paid for them</source>
        <translation>贴息</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>帮扶</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>已还</translation>
    </message>
    <message>
        <source>Still to pay back</source>
        <translation>还没还</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1元</translation>
    </message>
    <message>
        <source>Nothing was paid back yet</source>
        <translation>还没有还过</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation><numerusform>还过%n次</numerusform></translation>
    </message>
    <message>
        <source>Your side goes on: %1</source>
        <translation>轮到您这边，下一步是%1</translation>
    </message>
    <message>
        <source>Waiting for: %1</source>
        <translation>等%1来办</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between posts</comment>
        <translation>或</translation>
    </message>
    <message>
        <source>All is done</source>
        <translation>都办完了</translation>
    </message>
    <message>
        <source>Being paid back, little by little</source>
        <translation>慢慢在还</translation>
    </message>
    <message>
        <source>What was said: %1</source>
        <translation>%1的意见</translation>
    </message>
    <message>
        <source>done</source>
        <translation>走过了</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>现在在这里</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>还没到</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>interest</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Note a repayment</source>
        <translation>记一笔还款</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::TeamModel</name>
    <message>
        <source>%1, leads the team</source>
        <translation>%1，带队</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Nobody is noted here yet</source>
        <translation>还没有登记志愿者</translation>
    </message>
    <message>
        <source>Names stay with the village and the county</source>
        <translation>名字只有村里、镇里和县里看</translation>
    </message>
    <message>
        <source>Nothing noted this month yet</source>
        <translation>这个月还没有记</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) this month</source>
        <translation><numerusform>这个月%n次</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, at %n family(ies)</source>
        <translation><numerusform>，走到%n家</numerusform></translation>
    </message>
    <message>
        <source>Nothing noted yet; one line after each way is enough</source>
        <translation>还没有记过，去一趟写一句就行</translation>
    </message>
    <message>
        <source>No families are on this tablet</source>
        <translation>这台平板上没有家人</translation>
    </message>
    <message>
        <source>Nobody found, try another word</source>
        <translation>没找到，换个字试试</translation>
    </message>
</context>
<context>
    <name>SupervisionPoints</name>
    <message>
        <source>Its board: about %1 came each time in three months</source>
        <translation>近三个月平均每次来%1位</translation>
    </message>
    <message>
        <source>Its board: about %1 came each time in three months, %2 in the three before</source>
        <translation>近三个月平均每次来%1位，之前三个月%2位</translation>
    </message>
    <message>
        <source>Its board: %1 yuan planned this year, %2 spent</source>
        <translation>今年安排%1元，用了%2元</translation>
    </message>
    <message numerus="yes">
        <source>Its board: activities in %n month(s) this year</source>
        <translation><numerusform>今年有%n个月办过活动</numerusform></translation>
    </message>
    <message>
        <source>Its data say: there</source>
        <translation>资料里写着有</translation>
    </message>
    <message>
        <source>Its data say: not yet</source>
        <translation>资料里还没有</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SupervisionModel</name>
    <message numerus="yes">
        <source>%1 of %n looked at</source>
        <translation><numerusform>%n项看了%1项</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation><numerusform>还有%n条没办好</numerusform></translation>
    </message>
    <message>
        <source>Nothing noted yet</source>
        <translation>还没有记</translation>
    </message>
    <message>
        <source>All settled</source>
        <translation>都办妥了</translation>
    </message>
    <message numerus="yes">
        <source>Settled: %n</source>
        <translation><numerusform>办妥了的%n条</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Agreed for %1, %n day(s) to go</source>
        <translation><numerusform>约好%1，还有%n天</numerusform></translation>
    </message>
    <message>
        <source>Agreed for today</source>
        <translation>约好今天</translation>
    </message>
    <message>
        <source>Agreed for %1; ask how it goes when it suits</source>
        <translation>约好%1，方便时问问怎么样了</translation>
    </message>
    <message>
        <source>To be looked at again</source>
        <translation>等再去看一次</translation>
    </message>
    <message>
        <source>Seen to by %1</source>
        <translation>%1来办</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Note what you saw</source>
        <translation>记一条看到的</translation>
    </message>
    <message>
        <source>Note what was mended</source>
        <translation>记做了什么</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>已记下：%1</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::CarryModel</name>
    <message>
        <source>Nothing yet today</source>
        <translation>今天还没用</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>今天%1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) and recording(s) wait</source>
        <translation><numerusform>还有%n张照片和录音在等</numerusform></translation>
    </message>
    <message>
        <source>All pictures and recordings have gone</source>
        <translation>照片和录音都传好了</translation>
    </message>
    <message>
        <source>They wait until you press</source>
        <translation>等您按了再传</translation>
    </message>
    <message>
        <source>Today's share is used up; it goes on tomorrow</source>
        <translation>今天的流量用完了，明天接着传</translation>
    </message>
    <message>
        <source>They go by themselves, words always first</source>
        <translation>有网时自己传，文字总是先走</translation>
    </message>
    <message>
        <source>Only when I press</source>
        <translation>我按了才传</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>en</source>
        <comment>the language of the table of faults</comment>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source>Kept apart</source>
        <translation>另外收着</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::AskedModel</name>
    <message>
        <source>The province asks you to look once more</source>
        <translation>省里请您再看一下</translation>
    </message>
    <message>
        <source>Everything is kept at the province. The administrator there decides; once it is decided it leaves this list by itself</source>
        <translation>都在省里存着，由省里的管理员定。定了以后，这里自动就没有了</translation>
    </message>
    <message>
        <source>You wrote it anew; the province finishes it</source>
        <translation>您重新记过了，等省里收尾</translation>
    </message>
    <message>
        <source>The province decides; nothing to do for you</source>
        <translation>省里来定，您不用做什么</translation>
    </message>
    <message>
        <source>The province decides; what you wrote is kept there</source>
        <translation>省里来定，您写的在那边存着</translation>
    </message>
</context>
<context>
    <name>WaitingRows</name>
    <message>
        <source>Goes by itself when there is a network</source>
        <translation>有网时自动传</translation>
    </message>
    <message>
        <source>Whichever tablet connects first brings it</source>
        <translation>哪台平板先连上，就由哪台送</translation>
    </message>
    <message>
        <source>The province's word is still on its way back</source>
        <translation>省里的回执还在路上</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation><numerusform>%n条</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>还有%n条</numerusform></translation>
    </message>
    <message>
        <source>Homes and work</source>
        <translation>家园和工作</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>这台平板</translation>
    </message>
    <message>
        <source>A tablet nearby</source>
        <translation>邻近平板</translation>
    </message>
    <message>
        <source>The township carries it</source>
        <translation>乡镇已代收</translation>
    </message>
    <message>
        <source>The province has it</source>
        <translation>省里已收到</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SupportModel</name>
    <message>
        <source>The file lies among the documents; give it to whoever helps you</source>
        <translation>文件放在文档里，交给帮您的人就行</translation>
    </message>
</context>
<context>
    <name>SupportFacts</name>
    <message>
        <source>This tablet, as a hash</source>
        <translation>这台平板的代号</translation>
    </message>
    <message>
        <source>Last connected</source>
        <translation>上次连上</translation>
    </message>
    <message>
        <source>Minutes that the clock is off</source>
        <translation>时间差了几分钟</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>在这里记下</translation>
    </message>
    <message>
        <source>Received by the province</source>
        <translation>省里已收到</translation>
    </message>
    <message>
        <source>Generation of the villages</source>
        <translation>分派村子的版本</translation>
    </message>
    <message>
        <source>State of sending</source>
        <translation>传送到哪一步</translation>
    </message>
    <message>
        <source>Tries in a row</source>
        <translation>连着试了几次</translation>
    </message>
    <message>
        <source>What stopped it</source>
        <translation>停在哪里</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>What the page says of it</source>
        <translation>页面上怎么说</translation>
    </message>
    <message>
        <source>Records here</source>
        <translation>这里的记录</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Places to look at together</source>
        <translation>要一起看的</translation>
    </message>
    <message>
        <source>Put aside by the province</source>
        <translation>省里先放着的</translation>
    </message>
    <message>
        <source>Why, by number</source>
        <translation>放着的原因代号</translation>
    </message>
    <message>
        <source>Areas here</source>
        <translation>这里的村子</translation>
    </message>
    <message>
        <source>Size of the records</source>
        <translation>记录的大小</translation>
    </message>
    <message>
        <source>Size of pictures and voices</source>
        <translation>照片和录音的大小</translation>
    </message>
    <message>
        <source>What went wrong lately</source>
        <translation>近来出过的情况</translation>
    </message>
    <message>
        <source>Kinds of what was done</source>
        <translation>做过哪几种事</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写于</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version of the forms</source>
        <translation>表的版本</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>MatterSides</name>
    <message>
        <source>since %1</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1到%2</translation>
    </message>
    <message>
        <source>Noted first</source>
        <translation>先写的</translation>
    </message>
    <message>
        <source>Noted later</source>
        <translation>后写的</translation>
    </message>
    <message>
        <source>Written first</source>
        <translation>先记的</translation>
    </message>
    <message>
        <source>Written later</source>
        <translation>后记的</translation>
    </message>
    <message>
        <source>The earlier one</source>
        <translation>先记的一笔</translation>
    </message>
    <message>
        <source>The later one</source>
        <translation>后记的一笔</translation>
    </message>
    <message>
        <source>%1 is the main contact</source>
        <translation>主要联系人是%1</translation>
    </message>
    <message>
        <source>The same visit, keep this</source>
        <translation>是同一次，留这份</translation>
    </message>
    <message>
        <source>The same payment, keep this</source>
        <translation>是同一笔，留这份</translation>
    </message>
    <message>
        <source>Who is the main contact?</source>
        <translation>主要联系人是哪一位</translation>
    </message>
    <message>
        <source>Is it the same visit?</source>
        <translation>这两条，是同一次吗</translation>
    </message>
    <message>
        <source>Is it the same payment?</source>
        <translation>这两笔，是同一笔吗</translation>
    </message>
    <message>
        <source>%1: two people stand there as the main contact</source>
        <translation>%1，写着两位主要联系人</translation>
    </message>
    <message>
        <source>%1: two notes of one day, %2</source>
        <translation>%1，%2记了两条</translation>
    </message>
    <message>
        <source>%1: the same sum twice, a few days apart</source>
        <translation>%1，几天里有两笔一样的</translation>
    </message>
    <message>
        <source>Both of them are</source>
        <translation>两位都是</translation>
    </message>
    <message>
        <source>Two visits, both right</source>
        <translation>是两次，都对</translation>
    </message>
    <message>
        <source>Two payments, both right</source>
        <translation>是两笔，都对</translation>
    </message>
    <message>
        <source>One main contact was chosen</source>
        <translation>看过了，定了一位主要联系人</translation>
    </message>
    <message>
        <source>The same visit, written twice</source>
        <translation>同一次走访，记了两条</translation>
    </message>
    <message>
        <source>The same payment, written twice</source>
        <translation>同一笔，记了两条</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between names</comment>
        <translation>和</translation>
    </message>
    <message>
        <source>Written by %1; see whether it is one</source>
        <translation>%1记的，看看是不是同一件</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>%1记的</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Was put away</source>
        <translation>收起来了</translation>
    </message>
    <message>
        <source>Was added</source>
        <translation>又补充了</translation>
    </message>
    <message>
        <source>Bring it back, with what was added</source>
        <translation>放回来，补充也留着</translation>
    </message>
    <message>
        <source>Put both away</source>
        <translation>都收起来</translation>
    </message>
    <message>
        <source>Put away, and somebody added to it</source>
        <translation>收起来了，又有人补充</translation>
    </message>
    <message>
        <source>%1: see whether it comes back</source>
        <translation>%1，看看要不要放回来</translation>
    </message>
    <message>
        <source>Put away and added to at one time</source>
        <translation>收起来的时候有人补充</translation>
    </message>
</context>
<context>
    <name>LifeSides</name>
    <message>
        <source>Stays in use</source>
        <translation>留着用</translation>
    </message>
    <message>
        <source>Put away, not needed any more</source>
        <translation>收起来，不再用</translation>
    </message>
    <message>
        <source>Joined with another one</source>
        <translation>并到了另一份</translation>
    </message>
    <message>
        <source>Joined with %1</source>
        <translation>并到了%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Wrote this besides</source>
        <translation>又写了</translation>
    </message>
    <message>
        <source>Kept it</source>
        <translation>留着</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>收起来</translation>
    </message>
    <message>
        <source>Joined it</source>
        <translation>并在一起</translation>
    </message>
    <message>
        <source>Keep it in use</source>
        <translation>留着用</translation>
    </message>
    <message>
        <source>Leave it joined</source>
        <translation>并着就好</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>%1: %2</source>
        <comment>whose and what</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>记上：%1</translation>
    </message>
    <message>
        <source>taken out: %1</source>
        <translation>去掉：%1</translation>
    </message>
    <message>
        <source>One of two, not decided yet</source>
        <translation>还没定</translation>
    </message>
    <message>
        <source>In use now</source>
        <translation>现在用着的</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>没选</translation>
    </message>
    <message>
        <source>Looked at and kept</source>
        <translation>看过，留下了</translation>
    </message>
    <message>
        <source>nothing written</source>
        <translation>没有写</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who and when</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lianxin::ui::NearModel</name>
    <message>
        <source>Not all of it found room</source>
        <translation>没能全都带上</translation>
    </message>
    <message>
        <source>The minutes are over, and it has closed by itself. Nothing was lost</source>
        <translation>时间到了，已经自己关上。什么也没有少</translation>
    </message>
    <message numerus="yes">
        <source>Closes by itself in %n minute(s)</source>
        <translation><numerusform>%n分钟以后自己关上</numerusform></translation>
    </message>
    <message>
        <source>Given and taken</source>
        <translation>互相带好了</translation>
    </message>
    <message>
        <source>Nothing new this time, both have it all</source>
        <translation>这次没有新的，两边都是齐的</translation>
    </message>
    <message numerus="yes">
        <source>The tablet beside you carries %n of yours too</source>
        <translation><numerusform>您的%n条，旁边那台也带上了</numerusform></translation>
    </message>
    <message>
        <source>Nothing new of yours to give</source>
        <translation>您没有新的要让它带</translation>
    </message>
    <message numerus="yes">
        <source>This tablet carries %n for it</source>
        <translation><numerusform>这台平板替它带上了%n条</numerusform></translation>
    </message>
    <message>
        <source>Nothing new of theirs to take</source>
        <translation>它没有新的要让您带</translation>
    </message>
    <message numerus="yes">
        <source>It brought word: the province has %n of yours</source>
        <translation><numerusform>它捎来了回执：省里已收到您的%n条</numerusform></translation>
    </message>
</context>
</TS>
