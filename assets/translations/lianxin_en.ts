<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutCard</name>
    <message>
        <source>连心桥</source>
        <translation>Lianxin</translation>
    </message>
    <message>
        <source>备案编号</source>
        <translation>Filing no.</translation>
    </message>
    <message>
        <source>主管单位</source>
        <translation>Run by</translation>
    </message>
    <message>
        <source>隐私说明和开源许可</source>
        <translation>Privacy and licence</translation>
    </message>
    <message>
        <source>不记在线时长，也不比谁做得多。</source>
        <translation>No time online is kept, nobody is compared.</translation>
    </message>
</context>
<context>
    <name>AboutPage</name>
    <message>
        <source>连心桥</source>
        <translation>Lianxin</translation>
    </message>
    <message>
        <source>隐私说明</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>开源许可</source>
        <translation>Licence</translation>
    </message>
</context>
<context>
    <name>BeforeRow</name>
    <message>
        <source>改之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>以前没有写</source>
        <translation>Nothing was written before</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>给%1打电话</source>
        <translation>Call %1</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>没有写</source>
        <translation>Nothing written</translation>
    </message>
    <message>
        <source>没有写原因</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>打打看</source>
        <translation>Try calling</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>都不对</source>
        <translation>Neither</translation>
    </message>
    <message>
        <source>用新的</source>
        <translation>Use the new one</translation>
    </message>
    <message>
        <source>没选的也留在历史里，随时能换回来。</source>
        <translation>The other stays in history and can come back.</translation>
    </message>
    <message>
        <source>由管这条记录的人来定，您先知道一下。</source>
        <translation>Whoever keeps this record decides; this is so that you know.</translation>
    </message>
    <message>
        <source>先放着</source>
        <translation>Leave it for now</translation>
    </message>
    <message>
        <source>以前写过的</source>
        <translation>Written before</translation>
    </message>
</context>
<context>
    <name>CrisisPage</name>
    <message>
        <source>先别走开，陪着他。</source>
        <translation>Stay with him.</translation>
    </message>
    <message>
        <source>一件一件来，打完电话再记。</source>
        <translation>One step at a time; call first, note later.</translation>
    </message>
    <message>
        <source>先回去</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>平板打不了电话时，用手机照着拨。没有网也能看这一页。</source>
        <translation>If the tablet cannot call, dial from a phone. This page needs no network.</translation>
    </message>
    <message>
        <source>记下开始时间</source>
        <translation>Note the start</translation>
    </message>
    <message>
        <source>不用解锁，先不选是哪一家</source>
        <translation>No unlock needed; choose the family later</translation>
    </message>
</context>
<context>
    <name>DialSheet</name>
    <message>
        <source>用手机照着拨</source>
        <translation>Dial from a phone</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>DoorSide</name>
    <message>
        <source>连心桥</source>
        <translation>Lianxin</translation>
    </message>
    <message>
        <source>演示数据</source>
        <translation>Demo data</translation>
    </message>
    <message>
        <source>紧急求助，不用解锁</source>
        <translation>Urgent help, no unlock needed</translation>
    </message>
    <message>
        <source>紧急求助</source>
        <translation>Urgent help</translation>
    </message>
    <message>
        <source>不用解锁</source>
        <translation>No unlock needed</translation>
    </message>
    <message>
        <source>演示数据，密码%1</source>
        <translation>Demo data, code %1</translation>
    </message>
</context>
<context>
    <name>EmergencyPage</name>
    <message>
        <source>打电话给值班</source>
        <translation>Call the duty</translation>
    </message>
    <message>
        <source>记一步</source>
        <translation>Note a step</translation>
    </message>
    <message>
        <source>要做的几件</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>加一件</source>
        <translation>Add one</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>还没有记，先顾人</source>
        <translation>Nothing noted yet; people first</translation>
    </message>
    <message>
        <source>救助钱</source>
        <translation>Aid money</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-up visits</translation>
    </message>
    <message>
        <source>记审批意见</source>
        <translation>Note an opinion</translation>
    </message>
    <message>
        <source>留下的照片和语音</source>
        <translation>Pictures and voices kept</translation>
    </message>
</context>
<context>
    <name>FamiliesPage</name>
    <message>
        <source>家人</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>添一户</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>找人找家找资料</source>
        <translation>Find people, homes, papers</translation>
    </message>
    <message>
        <source>姓名、拼音、电话、村名</source>
        <translation>Name, pinyin, phone, village</translation>
    </message>
    <message>
        <source>姓名、拼音、电话、村名、家园</source>
        <translation>Name, pinyin, phone, village, home</translation>
    </message>
    <message>
        <source>也找家园、志愿者、资料</source>
        <translation>Homes, volunteers, papers too</translation>
    </message>
    <message>
        <source>清掉</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>正在找</source>
        <translation>Looking</translation>
    </message>
</context>
<context>
    <name>FamilyGlance</name>
    <message>
        <source>打开档案</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>谁在照顾</source>
        <translation>Who looks after them</translation>
    </message>
    <message>
        <source>近来</source>
        <translation>Lately</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Write it down</translation>
    </message>
    <message>
        <source>换联系人</source>
        <translation>Change contact person</translation>
    </message>
</context>
<context>
    <name>FamilyMore</name>
    <message>
        <source>四有</source>
        <translation>The four haves</translation>
    </message>
    <message>
        <source>给家人一起看</source>
        <translation>Look at together</translation>
    </message>
    <message>
        <source>家里的人</source>
        <translation>In the family</translation>
    </message>
    <message>
        <source>添一位</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>工作信息</source>
        <translation>For the office</translation>
    </message>
    <message>
        <source>家人在旁边时，先别打开</source>
        <translation>Leave closed while the family is near</translation>
    </message>
    <message>
        <source>记一次辅导</source>
        <translation>Note a session</translation>
    </message>
    <message>
        <source>出了急事</source>
        <translation>Something urgent</translation>
    </message>
    <message>
        <source>改档案</source>
        <translation>Edit the file</translation>
    </message>
    <message>
        <source>眼下没有特别要留意的</source>
        <translation>Nothing in particular just now</translation>
    </message>
    <message>
        <source>多问几句</source>
        <translation>Ask a few questions more</translation>
    </message>
    <message>
        <source>还能记什么</source>
        <translation>What else can be noted</translation>
    </message>
    <message>
        <source>印档案</source>
        <translation>Print the file</translation>
    </message>
    <message>
        <source>印服务单</source>
        <translation>Print the service slip</translation>
    </message>
    <message>
        <source>能有哪些帮助</source>
        <translation>What there may be</translation>
    </message>
    <message>
        <source>住院能赔多少</source>
        <translation>What a stay pays</translation>
    </message>
    <message>
        <source>以前写过的</source>
        <translation>Written before</translation>
    </message>
</context>
<context>
    <name>FamilyPage</name>
    <message>
        <source>打电话 %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Write it down</translation>
    </message>
</context>
<context>
    <name>FamilySide</name>
    <message>
        <source>常走动的人</source>
        <translation>Close people</translation>
    </message>
    <message>
        <source>还在办的</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>这几天</source>
        <translation>These days</translation>
    </message>
</context>
<context>
    <name>FeedbackCard</name>
    <message>
        <source>投诉建议</source>
        <translation>Complaints and suggestions</translation>
    </message>
    <message>
        <source>没有网也能写，写好替您送到省里</source>
        <translation>Works offline; it goes to the province for you</translation>
    </message>
    <message>
        <source>写几句</source>
        <translation>Write a few lines</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>投诉建议</source>
        <translation>Complaints and suggestions</translation>
    </message>
    <message>
        <source>没有网也能写，写好替您送到省里</source>
        <translation>Works offline; it goes to the province for you</translation>
    </message>
    <message>
        <source>写几句</source>
        <translation>Write a few lines</translation>
    </message>
    <message>
        <source>哪里不顺手，哪里做得不对，都可以写</source>
        <translation>What is awkward, what went wrong: anything</translation>
    </message>
    <message>
        <source>送出去</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>以前写的</source>
        <translation>Written earlier</translation>
    </message>
</context>
<context>
    <name>FormDate</name>
    <message>
        <source>前一天</source>
        <translation>The day before</translation>
    </message>
    <message>
        <source>后一天</source>
        <translation>The day after</translation>
    </message>
</context>
<context>
    <name>FormFold</name>
    <message>
        <source>已打开</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>FormLongText</name>
    <message>
        <source>说一段</source>
        <translation>Speak</translation>
    </message>
</context>
<context>
    <name>FormRepeat</name>
    <message>
        <source>添一项</source>
        <translation>Add one</translation>
    </message>
    <message>
        <source>添一项，%1</source>
        <translation>Add one: %1</translation>
    </message>
    <message>
        <source>看全部，%1</source>
        <translation>See all, %1</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>See all</translation>
    </message>
</context>
<context>
    <name>RepeatRow</name>
    <message>
        <source>拿掉，%1</source>
        <translation>Take out: %1</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>拿掉这一项</source>
        <translation>Take this one out</translation>
    </message>
    <message>
        <source>锁上</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>都存着</source>
        <translation>All kept</translation>
    </message>
    <message>
        <source>先放着</source>
        <translation>Leave it for now</translation>
    </message>
    <message>
        <source>念一份量表</source>
        <translation>Read a scale</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>部件与状态</source>
        <translation>Controls and states</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Write it down</translation>
    </message>
    <message>
        <source>上门</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>看病就医</source>
        <translation>Medical care</translation>
    </message>
    <message>
        <source>精神不错</source>
        <translation>In good spirits</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>写一个号码</source>
        <translation>Write a number</translation>
    </message>
    <message>
        <source>少一位，再看看</source>
        <translation>One digit short, look again</translation>
    </message>
    <message>
        <source>少一点动画</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>告诉乡镇值班</source>
        <translation>Tell the township duty</translation>
    </message>
    <message>
        <source>陪着送医</source>
        <translation>Go along to hospital</translation>
    </message>
    <message>
        <source>先打电话</source>
        <translation>Call first</translation>
    </message>
    <message>
        <source>只给咨询师</source>
        <translation>Counsellors only</translation>
    </message>
    <message>
        <source>内容只给咨询师看</source>
        <translation>For counsellors only</translation>
    </message>
</context>
<context>
    <name>LookStrip</name>
    <message>
        <source>看一下</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>连心桥</source>
        <translation>Lianxin</translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>去哪一页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message>
        <source>有一处需要您看一下</source>
        <translation>One thing needs a look</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>去哪一页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
</context>
<context>
    <name>NoticeBlock</name>
    <message>
        <source>请留意</source>
        <translation>Please note</translation>
    </message>
</context>
<context>
    <name>NumberedWord</name>
    <message>
        <source>第%1个，%2</source>
        <translation>Number %1, %2</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>关上，先放着</source>
        <translation>Close, leave it for now</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PlacePath</name>
    <message>
        <source>这台平板</source>
        <translation>This tablet</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>省里</source>
        <translation>Province</translation>
    </message>
</context>
<context>
    <name>PlaceTile</name>
    <message>
        <source>条</source>
        <translation>records</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>合在一起是这样</source>
        <translation>Put together</translation>
    </message>
    <message>
        <source>自己写</source>
        <translation>Write my own</translation>
    </message>
    <message>
        <source>改一改：%1</source>
        <translation>Change it: %1</translation>
    </message>
    <message>
        <source>就用这一段</source>
        <translation>Use this text</translation>
    </message>
</context>
<context>
    <name>QuietDay</name>
    <message>
        <source>今天没有要赶的事</source>
        <translation>Nothing pressing today</translation>
    </message>
    <message>
        <source>想到谁，就打个电话。</source>
        <translation>Call whoever comes to mind.</translation>
    </message>
</context>
<context>
    <name>ReceivedPage</name>
    <message>
        <source>打印清单</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>新记的</source>
        <translation>New</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>看一下</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>先放着</source>
        <translation>Leave it for now</translation>
    </message>
</context>
<context>
    <name>RegisterAnswer</name>
    <message>
        <source>正在备好您的那一份，再和服务器说一声。一两分钟就好，先别关平板。</source>
        <translation>Making your own part ready and telling the server. A minute or two; please leave the tablet on.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try once more</translation>
    </message>
    <message>
        <source>换一张登记码</source>
        <translation>Another invitation</translation>
    </message>
    <message>
        <source>重新写密码</source>
        <translation>Type the secret again</translation>
    </message>
</context>
<context>
    <name>RegisterInvitation</name>
    <message>
        <source>登记码</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>看懂了，登记到演示服务器 %1。里面的人和事都是编的。</source>
        <translation>Understood: the demonstration server %1. Its people and stories are made up.</translation>
    </message>
    <message>
        <source>看懂了，登记到 %1。</source>
        <translation>Understood: %1.</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>大小写、空格和换行都不要紧；每五个字一组，抄错了会告诉您是哪一组。</source>
        <translation>Capitals, blanks and line breaks do not matter. Five characters make a group; a slip is told with its group.</translation>
    </message>
    <message>
        <source>扫一扫</source>
        <translation>Scan</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>把登记码抄进来</source>
        <translation>Type in the invitation</translation>
    </message>
    <message>
        <source>给自己定一个密码</source>
        <translation>Choose a secret of your own</translation>
    </message>
    <message>
        <source>先停一下</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>正在登记</source>
        <translation>Registering</translation>
    </message>
    <message>
        <source>把恢复码抄在纸上</source>
        <translation>Copy the recovery code onto paper</translation>
    </message>
    <message>
        <source>和管理员对一对</source>
        <translation>Compare with the administrator</translation>
    </message>
    <message>
        <source>镇里给您的纸条或消息，从 LIANXIN 开头，整段抄进来。</source>
        <translation>The paper or message from the township; it begins with LIANXIN. All of it, please.</translation>
    </message>
    <message>
        <source>想不起密码时靠它打开。只出现这一次，别和平板放一起。</source>
        <translation>If you ever forget the secret, only this opens the tablet. It is shown here once; copy it and keep it away from the tablet.</translation>
    </message>
    <message>
        <source>管理员那边也有这六个词，一个一个念给他听，要都一样。</source>
        <translation>The administrator has these six words too. Read them out one by one; all six should match.</translation>
    </message>
    <message>
        <source>六个数字，每天打开平板用。</source>
        <translation>Six digits, to open the tablet every day.</translation>
    </message>
    <message>
        <source>字母加数字，凑满八个；或者四个词，中间空一格。</source>
        <translation>Eight or more letters and digits, some of each; or four words with blanks between.</translation>
    </message>
    <message>
        <source>同样的，再来一遍</source>
        <translation>The same once more</translation>
    </message>
    <message>
        <source>和刚才那个一模一样，就不会记错。</source>
        <translation>Exactly as before, so that no slip stays in it.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>第%1步，共4步</source>
        <translation>Step %1 of 4</translation>
    </message>
    <message>
        <source>记下了</source>
        <translation>Kept</translation>
    </message>
</context>
<context>
    <name>RegisterRecovery</name>
    <message>
        <source>八组都抄在纸上，也对过一遍</source>
        <translation>All eight groups are on paper, and checked</translation>
    </message>
    <message>
        <source>数字和大写字母，没有 I、L、O、U</source>
        <translation>Digits and capitals, no I, L, O, U</translation>
    </message>
    <message>
        <source>我抄好了</source>
        <translation>I have copied it</translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message>
        <source>有一个不一样，就先停下，告诉管理员。</source>
        <translation>If one differs, stop and tell the administrator.</translation>
    </message>
    <message>
        <source>先进去看看，等一会儿再确认</source>
        <translation>Go in now, confirm a little later</translation>
    </message>
</context>
<context>
    <name>SavedPage</name>
    <message>
        <source>记一笔</source>
        <translation>Write it down</translation>
    </message>
    <message>
        <source>刚刚记下的</source>
        <translation>Just kept</translation>
    </message>
    <message>
        <source>再改一改</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>以前</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>接下来，要不要</source>
        <translation>Next, perhaps</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>No need</translation>
    </message>
</context>
<context>
    <name>SecretPad</name>
    <message>
        <source>已按%1位</source>
        <translation>%1 digits entered</translation>
    </message>
    <message>
        <source>改用口令</source>
        <translation>Use passphrase</translation>
    </message>
    <message>
        <source>退一格</source>
        <translation>Back one digit</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>改用数字密码</source>
        <translation>Use PIN</translation>
    </message>
    <message>
        <source>用恢复码打开</source>
        <translation>Open with the recovery code</translation>
    </message>
    <message>
        <source>就用这个</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>看着打</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>藏起来</source>
        <translation>Hide it</translation>
    </message>
    <message>
        <source>演示用的密码：%1</source>
        <translation>Code of the demonstration: %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>大字模式</source>
        <translation>Large mode</translation>
    </message>
    <message>
        <source>字更大，按钮更大，每页的话更少</source>
        <translation>Bigger words and buttons, fewer of them</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>字</source>
        <translation>A</translation>
    </message>
    <message>
        <source>林阿姨，天凉了，添件衣服。</source>
        <translation>It is getting cool, Auntie Lin.</translation>
    </message>
    <message>
        <source>浅色和深色</source>
        <translation>Light and dark</translation>
    </message>
    <message>
        <source>跟着平板</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>少一点动画</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>锁上，换个人</source>
        <translation>Lock, change person</translation>
    </message>
    <message>
        <source>记录都在哪儿</source>
        <translation>Where records are</translation>
    </message>
</context>
<context>
    <name>StepUpSheet</name>
    <message>
        <source>再解锁一次</source>
        <translation>Unlock once more</translation>
    </message>
    <message>
        <source>辅导的内容单独锁着，只给咨询师看。</source>
        <translation>Counselling is locked apart, for counsellors only.</translation>
    </message>
    <message>
        <source>先不看</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>记录都在哪儿</source>
        <translation>Where records are</translation>
    </message>
    <message>
        <source>正在连</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>现在连一下</source>
        <translation>Connect now</translation>
    </message>
    <message>
        <source>平板</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>省里</source>
        <translation>Prov.</translation>
    </message>
    <message>
        <source>还没有记过</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>再往前看</source>
        <translation>Earlier ones</translation>
    </message>
    <message>
        <source>最近收到的</source>
        <translation>Received lately</translation>
    </message>
    <message>
        <source>省里收到以后，会列在这里</source>
        <translation>What the province receives stands here</translation>
    </message>
</context>
<context>
    <name>SyncSide</name>
    <message>
        <source>和旁边的平板互相带</source>
        <translation>Give and take with the tablet beside you</translation>
    </message>
    <message>
        <source>没有网时，谁先连上谁替两边送</source>
        <translation>Without a network: whoever connects first brings both</translation>
    </message>
    <message>
        <source>少用一点</source>
        <translation>Allow less</translation>
    </message>
    <message>
        <source>多用一点</source>
        <translation>Allow more</translation>
    </message>
    <message>
        <source>照片等Wi-Fi再传</source>
        <translation>Photos wait for Wi-Fi</translation>
    </message>
    <message>
        <source>镇里可以代收</source>
        <translation>Township may hold for us</translation>
    </message>
    <message>
        <source>不连网也能一直用。记录不会丢，换人登录也不会丢。</source>
        <translation>Works without a network. Records stay, also when someone else signs in.</translation>
    </message>
    <message>
        <source>这次打开用掉的流量</source>
        <translation>Data since it was opened</translation>
    </message>
    <message>
        <source>KB，都是文字</source>
        <translation>KB, all of it text</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>再往前看</source>
        <translation>Earlier ones</translation>
    </message>
</context>
<context>
    <name>TimelineItem</name>
    <message>
        <source>还没写完</source>
        <translation>Not finished</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>正在跟进</source>
        <translation>Following up</translation>
    </message>
</context>
<context>
    <name>TogetherPage</name>
    <message>
        <source>慢慢看，不着急。</source>
        <translation>Take your time.</translation>
    </message>
    <message>
        <source>暖心家园</source>
        <translation>The home centre</translation>
    </message>
    <message>
        <source>在哪儿、几点开门，问一声就知道。</source>
        <translation>Where it is and when it opens: just ask.</translation>
    </message>
    <message>
        <source>这个月的活动</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>定好了日子，就来告诉您。</source>
        <translation>We tell you as soon as the days are set.</translation>
    </message>
    <message>
        <source>想来就来，不来也没关系。</source>
        <translation>Come or not, as you like.</translation>
    </message>
    <message>
        <source>保险和补贴</source>
        <translation>Insurance and allowances</translation>
    </message>
    <message>
        <source>住院了，先告诉我们一声。</source>
        <translation>In hospital? Tell us first.</translation>
    </message>
    <message>
        <source>留好出院小结、发票、费用清单，我们帮您办。</source>
        <translation>Keep the discharge papers, the invoice and the list of costs; we see to the rest.</translation>
    </message>
    <message>
        <source>需要时打这些电话</source>
        <translation>Numbers to call</translation>
    </message>
    <message>
        <source>字小一点</source>
        <translation>Smaller letters</translation>
    </message>
    <message>
        <source>字再大一点</source>
        <translation>Larger letters</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>这台平板还没有人用</source>
        <translation>Nobody uses this tablet yet</translation>
    </message>
    <message>
        <source>您是哪一位</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>各看各的，别人打不开</source>
        <translation>Each sees only their own</translation>
    </message>
    <message>
        <source>改用口令</source>
        <translation>Use passphrase</translation>
    </message>
    <message>
        <source>想不起密码</source>
        <translation>Cannot recall it</translation>
    </message>
    <message>
        <source>登记到这台平板</source>
        <translation>Register on this tablet</translation>
    </message>
    <message>
        <source>添一个人</source>
        <translation>Add a person</translation>
    </message>
</context>
<context>
    <name>UserChip</name>
    <message>
        <source>%1，锁上或换个人</source>
        <translation>%1, lock or change person</translation>
    </message>
</context>
<context>
    <name>PageScroll</name>
    <message>
        <source>这一页可以上下移</source>
        <translation>This page scrolls</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>说明一下</source>
        <translation>Explain</translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>说明一下</source>
        <translation>Explain</translation>
    </message>
</context>
<context>
    <name>DutyRow</name>
    <message>
        <source>说明一下</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>说明一下，%1</source>
        <translation>Explain, %1</translation>
    </message>
</context>
<context>
    <name>WeatherCard</name>
    <message>
        <source>天气要变，提醒各村</source>
        <translation>The weather turns: tell the villages</translation>
    </message>
    <message>
        <source>一个人住的、要人照料的，各村12小时内问一声</source>
        <translation>Whoever lives alone or needs care is asked after within 12 hours</translation>
    </message>
</context>
<context>
    <name>SosButton</name>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
</context>
<context>
    <name>ScaleChoose</name>
    <message>
        <source>%1·念哪一份</source>
        <translation>%1 · which scale</translation>
    </message>
    <message>
        <source>念哪一份</source>
        <translation>Which scale</translation>
    </message>
    <message>
        <source>先问一声愿不愿意；不想答的都可以跳过</source>
        <translation>Ask first whether they are willing; any line may be skipped</translation>
    </message>
    <message>
        <source>在纸上做的，只记分数</source>
        <translation>Done on paper, the score only</translation>
    </message>
    <message>
        <source>一句一句念</source>
        <translation>Read line by line</translation>
    </message>
    <message>
        <source>这几份的题目要有许可才能放进平板，眼下只记分数。</source>
        <translation>Their items need permission before they come to the tablet; for now the score only.</translation>
    </message>
</context>
<context>
    <name>ScaleScore</name>
    <message>
        <source>只记分数，题目不在这里</source>
        <translation>The score only; the items are not here</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>写一个字，加密存一个字</source>
        <translation>Kept as you type, encrypted</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>ScaleFound</name>
    <message>
        <source>内容只给咨询师看</source>
        <translation>For counsellors only</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>这是筛查，不是诊断。总分和分段不给本人看。</source>
        <translation>A screening, no diagnosis. Total and band are not shown to the person.</translation>
    </message>
    <message>
        <source>已加密存好</source>
        <translation>Kept, encrypted</translation>
    </message>
    <message>
        <source>看好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>现在就问</source>
        <translation>Ask now</translation>
    </message>
</context>
<context>
    <name>ScaleItem</name>
    <message>
        <source>第%1句，一共%2句</source>
        <translation>Line %1 of %2</translation>
    </message>
    <message>
        <source>先停在这里</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>上一句</source>
        <translation>Line before</translation>
    </message>
    <message>
        <source>不想回答</source>
        <translation>Rather not say</translation>
    </message>
    <message>
        <source>不想答的可以跳过，随时能停。</source>
        <translation>Skip any, stop any time.</translation>
    </message>
</context>
<context>
    <name>ScalePage</name>
    <message>
        <source>想问您两句心情，可以吗</source>
        <translation>May I ask you two questions about how you feel?</translation>
    </message>
    <message>
        <source>我们会把今天聊的简单记下来，只给负责照顾您的人看。您可以说“不”，服务照常。</source>
        <translation>We note briefly what we talk about today, only for those who look after you. You may say no; nothing changes.</translation>
    </message>
    <message>
        <source>可以</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>今天不问</source>
        <translation>Not today</translation>
    </message>
    <message>
        <source>谢谢您。今天先到这里，喝口水。</source>
        <translation>Thank you. Enough for today, have some water.</translation>
    </message>
    <message>
        <source>听起来这阵子不容易。我们再说会儿话，好吗？</source>
        <translation>It sounds like a hard time. Shall we talk a little longer?</translation>
    </message>
</context>
<context>
    <name>NotingPage</name>
    <message>
        <source>还能记什么</source>
        <translation>What else can be noted</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>打电话 %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>改一改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>印成一页纸</source>
        <translation>Print as a sheet</translation>
    </message>
    <message>
        <source>先算一算</source>
        <translation>Reckon first</translation>
    </message>
    <message>
        <source>以前写过的</source>
        <translation>Written before</translation>
    </message>
    <message>
        <source>这台平板看到过的都在这里，没选的也在；再早的，省里都留着。</source>
        <translation>All that this tablet saw is here, what was not chosen too. What is older, the province keeps.</translation>
    </message>
    <message>
        <source>这台平板上，这家的每一项都只写过一次，没有改动。</source>
        <translation>On this tablet everything about this family was written once and not changed.</translation>
    </message>
</context>
<context>
    <name>RecordGroup</name>
    <message>
        <source>添一条</source>
        <translation>Add one</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>家园和工作</source>
        <translation>Homes and work</translation>
    </message>
    <message>
        <source>添一个</source>
        <translation>Add one</translation>
    </message>
</context>
<context>
    <name>SameFamilyPage</name>
    <message>
        <source>这两份，是同一家吗</source>
        <translation>Are these two one family?</translation>
    </message>
    <message>
        <source>可能是同一家</source>
        <translation>Maybe the same family</translation>
    </message>
    <message>
        <source>看过的</source>
        <translation>Looked at</translation>
    </message>
    <message>
        <source>并在一起以后，两份都还在，随时能分开</source>
        <translation>Joined, both files stay and can be taken apart at any time</translation>
    </message>
    <message>
        <source>先放着</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>不是一家</source>
        <translation>Two families</translation>
    </message>
    <message>
        <source>是一家，并在一起</source>
        <translation>One family, join them</translation>
    </message>
</context>
<context>
    <name>FamilySideCard</name>
    <message>
        <source>没有写</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>两份一样</source>
        <translation>The same in both</translation>
    </message>
    <message>
        <source>打开看看</source>
        <translation>Open it</translation>
    </message>
</context>
<context>
    <name>CaptureAlbum</name>
    <message>
        <source>第%1张照片</source>
        <translation>Picture %1</translation>
    </message>
</context>
<context>
    <name>CaptureCamera</name>
    <message>
        <source>从平板里选一张</source>
        <translation>One from the tablet</translation>
    </message>
    <message>
        <source>拍下来</source>
        <translation>Take it</translation>
    </message>
</context>
<context>
    <name>CaptureCheck</name>
    <message>
        <source>刚拍的照片</source>
        <translation>The picture just taken</translation>
    </message>
    <message>
        <source>一句话（可不写）</source>
        <translation>In a few words (not needed)</translation>
    </message>
    <message>
        <source>换一张</source>
        <translation>Another one</translation>
    </message>
</context>
<context>
    <name>CaptureConsent</name>
    <message>
        <source>家里人怎么说</source>
        <translation>What the family said</translation>
    </message>
    <message>
        <source>在场的两人</source>
        <translation>The two present</translation>
    </message>
</context>
<context>
    <name>CaptureLook</name>
    <message>
        <source>先停一下</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>听一听</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>CapturePlace</name>
    <message>
        <source>在找，稍等一会儿</source>
        <translation>Looking, a moment please</translation>
    </message>
    <message>
        <source>只记这一处、这一次，不会跟着走。</source>
        <translation>This place, this once; nothing follows you.</translation>
    </message>
    <message>
        <source>再找一次</source>
        <translation>Look again</translation>
    </message>
</context>
<context>
    <name>CaptureSign</name>
    <message>
        <source>签名的地方</source>
        <translation>Where to sign</translation>
    </message>
    <message>
        <source>重新签</source>
        <translation>Begin again</translation>
    </message>
</context>
<context>
    <name>CaptureVoice</name>
    <message>
        <source>说好了</source>
        <translation>Done speaking</translation>
    </message>
    <message>
        <source>开始说</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>再点一下，重新说</source>
        <translation>Touch to say it anew</translation>
    </message>
    <message>
        <source>点一下，开始说</source>
        <translation>Touch and speak</translation>
    </message>
    <message>
        <source>先停一下</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>听一听 %1</source>
        <translation>Listen %1</translation>
    </message>
</context>
<context>
    <name>FormAttach</name>
    <message>
        <source>拿掉，%1</source>
        <translation>Take out, %1</translation>
    </message>
</context>
<context>
    <name>FormPlace</name>
    <message>
        <source>换成这里</source>
        <translation>Change it to here</translation>
    </message>
    <message>
        <source>记下这里的位置</source>
        <translation>Note this place</translation>
    </message>
    <message>
        <source>不记了</source>
        <translation>Leave it out</translation>
    </message>
</context>
<context>
    <name>FormScan</name>
    <message>
        <source>扫一扫</source>
        <translation>Scan</translation>
    </message>
</context>
<context>
    <name>HomeHead</name>
    <message>
        <source>记一场活动</source>
        <translation>Note an activity</translation>
    </message>
</context>
<context>
    <name>HomeYear</name>
    <message>
        <source>办过</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To come</translation>
    </message>
</context>
<context>
    <name>HomeNext</name>
    <message>
        <source>接下来</source>
        <translation>Coming up</translation>
    </message>
    <message>
        <source>还没有排下一场</source>
        <translation>Nothing is planned next yet</translation>
    </message>
    <message>
        <source>活动日历</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>在哪儿</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>六有</source>
        <translation>The six things</translation>
    </message>
    <message>
        <source>改家园的资料</source>
        <translation>Edit the home</translation>
    </message>
    <message>
        <source>导航</source>
        <translation>Show the way</translation>
    </message>
</context>
<context>
    <name>HomeThing</name>
    <message>
        <source>%1，还没有</source>
        <translation>%1, not yet</translation>
    </message>
    <message>
        <source>还缺：%1</source>
        <translation>Missing: %1</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>改活动</source>
        <translation>Edit the activity</translation>
    </message>
    <message>
        <source>谁来了</source>
        <translation>Who came</translation>
    </message>
    <message>
        <source>写名字、村名找一找</source>
        <translation>Look for a name or a village</translation>
    </message>
    <message>
        <source>记过了</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>不记名的客人</source>
        <translation>Guests without names</translation>
    </message>
    <message>
        <source>客人少一位</source>
        <translation>One guest less</translation>
    </message>
    <message>
        <source>客人多一位</source>
        <translation>One guest more</translation>
    </message>
    <message>
        <source>客人%1位</source>
        <translation>%1 guests</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>会拿掉</source>
        <translation>will be taken off</translation>
    </message>
</context>
<context>
    <name>SheetRow</name>
    <message>
        <source>第%1行，%2，%3</source>
        <translation>Row %1, %2, %3</translation>
    </message>
    <message>
        <source>第%1行</source>
        <translation>Row %1</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>收一份名册</source>
        <translation>Take a list</translation>
    </message>
    <message>
        <source>换一份</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>先看，再记：一行一行看过，您点头才写进来。已有档案的不会再写一遍。</source>
        <translation>Look first, then write: each row is shown, and nothing is written before you say so. Whoever has a file is not written twice.</translation>
    </message>
    <message>
        <source>这台平板上的表格</source>
        <translation>Spreadsheets on this tablet</translation>
    </message>
    <message>
        <source>再找一遍</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>表格放在“下载”“文档”里，或插上U盘。.xlsx、.csv 都行，第一行写上姓名、身份证号、村、住址这些名目。</source>
        <translation>Put the file into Downloads or Documents, or plug in a stick. .xlsx and .csv will do; the first line names the columns: 姓名, 身份证号, 村, 住址.</translation>
    </message>
    <message>
        <source>名册里的各行</source>
        <translation>Rows of the list</translation>
    </message>
    <message>
        <source>要改的在表格里改好，再收一次，只写还没有的。</source>
        <translation>What is to be mended is mended in the file; taken once more, only what is missing is written.</translation>
    </message>
    <message>
        <source>先停在这里</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>看看家人</source>
        <translation>See the families</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>看一看，听一听</source>
        <translation>Read and listen</translation>
    </message>
    <message>
        <source>停，%1</source>
        <translation>Stop, %1</translation>
    </message>
    <message>
        <source>放给我听，%1</source>
        <translation>Play, %1</translation>
    </message>
    <message>
        <source>正在放</source>
        <translation>Playing</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>交接</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>谁交出来</source>
        <translation>Who hands over</translation>
    </message>
    <message>
        <source>交给谁</source>
        <translation>Who takes over</translation>
    </message>
    <message>
        <source>哪几家</source>
        <translation>Which families</translation>
    </message>
    <message>
        <source>留一句话，接手的人先看到</source>
        <translation>A word that the next one reads first</translation>
    </message>
</context>
<context>
    <name>QuietVillage</name>
    <message>
        <source>问一声</source>
        <translation>Ask</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>给队长打电话 %1</source>
        <translation>Call who leads the team, %1</translation>
    </message>
    <message>
        <source>改队伍的资料</source>
        <translation>Change the team's details</translation>
    </message>
    <message>
        <source>记一次服务</source>
        <translation>Note a service</translation>
    </message>
</context>
<context>
    <name>TeamPeople</name>
    <message>
        <source>志愿者</source>
        <translation>Volunteers</translation>
    </message>
    <message>
        <source>添一位</source>
        <translation>Add one</translation>
    </message>
    <message>
        <source>添一位志愿者</source>
        <translation>Add a volunteer</translation>
    </message>
</context>
<context>
    <name>TeamServed</name>
    <message>
        <source>最近去过</source>
        <translation>Lately</translation>
    </message>
</context>
<context>
    <name>TeamQuestion</name>
    <message>
        <source>谁去的</source>
        <translation>Who went</translation>
    </message>
    <message>
        <source>去了谁家</source>
        <translation>To whose home</translation>
    </message>
    <message>
        <source>找一家</source>
        <translation>Find a family</translation>
    </message>
    <message>
        <source>写名字、村名找一找</source>
        <translation>Type a name or a village</translation>
    </message>
    <message>
        <source>不在谁家，在外面</source>
        <translation>At nobody's home</translation>
    </message>
    <message>
        <source>先不记</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>ProjectPage</name>
    <message>
        <source>印成一页纸</source>
        <translation>Print as one sheet</translation>
    </message>
    <message>
        <source>改一改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>走到哪一步</source>
        <translation>How far it has come</translation>
    </message>
</context>
<context>
    <name>ProjectWhat</name>
    <message>
        <source>%1%2元</source>
        <translation>%1 %2 yuan</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
</context>
<context>
    <name>ProjectNow</name>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>还差这些，点一下就能写</source>
        <translation>This is still missing, a touch and it can be written</translation>
    </message>
</context>
<context>
    <name>ProjectRepaid</name>
    <message>
        <source>还款</source>
        <translation>Paid back</translation>
    </message>
    <message>
        <source>记一笔还款</source>
        <translation>Note a repayment</translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>印成一页纸</source>
        <translation>Print as one sheet</translation>
    </message>
    <message>
        <source>改一改</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>SupervisionState</name>
    <message>
        <source>%1，第%2步，共%3步</source>
        <translation>%1, step %2 of %3</translation>
    </message>
</context>
<context>
    <name>SupervisionList</name>
    <message>
        <source>看哪些</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>加一项</source>
        <translation>Add a point</translation>
    </message>
</context>
<context>
    <name>SupervisionSeen</name>
    <message>
        <source>看到的</source>
        <translation>What was seen</translation>
    </message>
    <message>
        <source>记一条看到的</source>
        <translation>Note what you saw</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>再去看过，现在</source>
        <translation>Looked again; now it is</translation>
    </message>
    <message>
        <source>%1，现在%2</source>
        <translation>%1, now %2</translation>
    </message>
    <message>
        <source>记做了什么</source>
        <translation>Note what was done</translation>
    </message>
    <message>
        <source>记做了什么：%1</source>
        <translation>Note what was done: %1</translation>
    </message>
</context>
<context>
    <name>VolunteerRow</name>
    <message>
        <source>给%1打电话</source>
        <translation>Call %1</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>印服务单：%1</source>
        <translation>Print the slip: %1</translation>
    </message>
</context>
<context>
    <name>AllowancePage</name>
    <message>
        <source>能有哪些帮助</source>
        <translation>What there may be</translation>
    </message>
    <message>
        <source>特扶金</source>
        <translation>Allowance</translation>
    </message>
    <message>
        <source>每月共多少，看镇里公布的；这里不猜。</source>
        <translation>How much a month in all, the township publishes; nothing is guessed here.</translation>
    </message>
    <message>
        <source>这里的家庭还可以有</source>
        <translation>What families here may have too</translation>
    </message>
    <message>
        <source>只帮着想一想该问什么，镇里和县里审核了才算。</source>
        <translation>It only helps to see what to ask; the township and the county decide.</translation>
    </message>
</context>
<context>
    <name>ClaimSumPage</name>
    <message>
        <source>先算一算</source>
        <translation>Reckon first</translation>
    </message>
    <message>
        <source>只是估算，以保险公司核定为准。</source>
        <translation>Only an estimate; the insurance company decides.</translation>
    </message>
</context>
<context>
    <name>HandoverMove</name>
    <message>
        <source>记新住处，和换联系人分开记</source>
        <translation>The new place, apart from the contacts</translation>
    </message>
    <message>
        <source>搬到哪个村、哪个县</source>
        <translation>To which village or county</translation>
    </message>
    <message>
        <source>新的住处</source>
        <translation>The new address</translation>
    </message>
</context>
<context>
    <name>HomeCalendar</name>
    <message>
        <source>上个月</source>
        <translation>Month before</translation>
    </message>
    <message>
        <source>下个月</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>看接下来的几场</source>
        <translation>See what comes next</translation>
    </message>
</context>
<context>
    <name>SumGroup</name>
    <message>
        <source>%1，前一天</source>
        <translation>%1, a day earlier</translation>
    </message>
    <message>
        <source>%1，后一天</source>
        <translation>%1, a day later</translation>
    </message>
</context>
<context>
    <name>SumPapers</name>
    <message>
        <source>要备的材料</source>
        <translation>Papers to get ready</translation>
    </message>
</context>
<context>
    <name>ReadingDay</name>
    <message>
        <source>不用等：家人、家园、紧急都可以先打开。</source>
        <translation>No need to wait: families, homes and urgent help open all the same.</translation>
    </message>
</context>
<context>
    <name>CarryCard</name>
    <message>
        <source>照片和录音</source>
        <translation>Pictures and recordings</translation>
    </message>
    <message>
        <source>用掉的流量：%1</source>
        <translation>Data used: %1</translation>
    </message>
    <message>
        <source>正在全部传</source>
        <translation>Sending all of it</translation>
    </message>
    <message>
        <source>现在全部传</source>
        <translation>Send all now</translation>
    </message>
    <message>
        <source>有无线网时按一下，就不限流量</source>
        <translation>With Wi-Fi, one press sends it without a limit</translation>
    </message>
</context>
<context>
    <name>CarryLimit</name>
    <message>
        <source>照片一天用多少流量</source>
        <translation>Data for pictures in a day</translation>
    </message>
    <message>
        <source>文字不算在内，总是先走。有无线网时，可以在“记录都在哪儿”里一次传完。</source>
        <translation>Words are not counted and always go first. Where there is Wi-Fi, all of it can be sent at once from the page of records.</translation>
    </message>
</context>
<context>
    <name>AskedRow</name>
    <message>
        <source>请省里决定</source>
        <translation>Leave it to the province</translation>
    </message>
</context>
<context>
    <name>AskedCard</name>
    <message>
        <source>等省里定的</source>
        <translation>With the province</translation>
    </message>
</context>
<context>
    <name>SupportCard</name>
    <message>
        <source>请人帮忙看看</source>
        <translation>Ask somebody to have a look</translation>
    </message>
    <message>
        <source>平板上有什么不顺，可以存一个小文件，交给帮忙的人。里面没有姓名、电话，也没有您写的内容。</source>
        <translation>When something on the tablet is not right, a small file can be given to whoever helps. It holds no names, no telephone numbers and nothing that you wrote.</translation>
    </message>
    <message>
        <source>先看看有什么</source>
        <translation>See what is in it</translation>
    </message>
    <message>
        <source>这些会写进去</source>
        <translation>This goes into it</translation>
    </message>
    <message>
        <source>存成文件</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>不用了</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>再看更早的</source>
        <translation>Show earlier</translation>
    </message>
</context>
<context>
    <name>NearPage</name>
    <message>
        <source>和旁边的平板互相带</source>
        <translation>Give and take with the tablet beside you</translation>
    </message>
    <message>
        <source>没有网的时候，两台平板替对方带一份；谁先连上，谁就替两边送到省里</source>
        <translation>Without a network two tablets carry for each other; whichever connects first brings both to the province</translation>
    </message>
    <message>
        <source>正在互相带</source>
        <translation>Giving and taking</translation>
    </message>
    <message>
        <source>两台都先别关，一会儿就好</source>
        <translation>Leave both open for a moment</translation>
    </message>
    <message>
        <source>从头来</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>两台要在同一个无线网里；没有的话，一台开热点，另一台连上。带的都是封好的，带的人看不到里面写了什么。</source>
        <translation>Both have to be in one wireless network; where there is none, open a hotspot on one and join it with the other. What is carried is sealed: who carries it cannot read it.</translation>
    </message>
</context>
<context>
    <name>NearChoose</name>
    <message>
        <source>这台亮码</source>
        <translation>This one shows a code</translation>
    </message>
    <message>
        <source>屏幕上出一个码，请对方来扫</source>
        <translation>A code comes up for your colleague to scan</translation>
    </message>
    <message>
        <source>等旁边的平板来</source>
        <translation>Wait for the tablet beside me</translation>
    </message>
    <message>
        <source>对方亮码</source>
        <translation>The other one shows a code</translation>
    </message>
    <message>
        <source>对方已经亮出码了，这台去扫，或者照着抄</source>
        <translation>Your colleague's code is up: scan it here, or copy it</translation>
    </message>
    <message>
        <source>扫它的码</source>
        <translation>Scan its code</translation>
    </message>
    <message>
        <source>照着抄</source>
        <translation>Copy it</translation>
    </message>
</context>
<context>
    <name>NearCode</name>
    <message>
        <source>给旁边的平板扫的码</source>
        <translation>The code for the tablet beside you</translation>
    </message>
    <message>
        <source>请旁边的平板扫这个码</source>
        <translation>Scan this with the tablet beside you</translation>
    </message>
    <message>
        <source>请旁边的平板照着抄</source>
        <translation>Copy this on the tablet beside you</translation>
    </message>
    <message>
        <source>它没有摄像头，就照着抄：</source>
        <translation>If it has no camera, copy this there:</translation>
    </message>
    <message>
        <source>不等了</source>
        <translation>Stop waiting</translation>
    </message>
</context>
<context>
    <name>NearTyping</name>
    <message>
        <source>照着旁边那台抄十六个字</source>
        <translation>Copy the sixteen signs from the tablet beside you</translation>
    </message>
    <message>
        <source>旁边那台的码</source>
        <translation>Code of the tablet beside you</translation>
    </message>
    <message>
        <source>大小写、空格和横线都不要紧</source>
        <translation>Capitals, blanks and dashes do not matter</translation>
    </message>
    <message>
        <source>开始互相带</source>
        <translation>Give and take</translation>
    </message>
    <message>
        <source>还是扫一扫</source>
        <translation>Scan instead</translation>
    </message>
</context>
<context>
    <name>NearDone</name>
    <message>
        <source>省里收到以前，自己写的一直也在自己这台平板里。</source>
        <translation>Until the province has it, what you wrote stays on your own tablet too.</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>再和别的平板带</source>
        <translation>With another tablet</translation>
    </message>
</context>
</TS>
