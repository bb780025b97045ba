<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Duty</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation><numerusform>%n day left</numerusform><numerusform>%n days left</numerusform></translation>
    </message>
</context>
<context>
    <name>FormRows</name>
    <message>
        <source>a newer version wrote this; update the tablet to change it</source>
        <translation>a newer version wrote this; update the tablet to change it</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation><numerusform>in %n day</numerusform><numerusform>in %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>RepeatRows</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation><numerusform>%n in all</numerusform><numerusform>%n in all</numerusform></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>%n group(s) right so far; there is more to come</source>
        <translation><numerusform>%n group right so far; there is more to come</numerusform><numerusform>%n groups right so far; there is more to come</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation><numerusform>%n second</numerusform><numerusform>%n seconds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n hour</numerusform><numerusform>%n hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ConflictModel</name>
    <message numerus="yes">
        <source>%n more after this</source>
        <translation><numerusform>%n more after this</numerusform><numerusform>%n more after this</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamiliesModel</name>
    <message numerus="yes">
        <source>%1 found %n other thing(s)</source>
        <translation><numerusform>%1 found %n other thing</numerusform><numerusform>%1 found %n other things</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, and %n other thing(s)</source>
        <translation><numerusform>, and %n other thing</numerusform><numerusform>, and %n other things</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation><numerusform>%n household</numerusform><numerusform>%n households</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 found %n family(ies)</source>
        <translation><numerusform>%1 found %n family</numerusform><numerusform>%1 found %n families</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamilyModel</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation><numerusform>%n year old</numerusform><numerusform>%n years old</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ReceivedModel</name>
    <message numerus="yes">
        <source>%n family(ies) came over to you</source>
        <translation><numerusform>%n family came over to you</numerusform><numerusform>%n families came over to you</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s), side by side for you to look at</source>
        <translation><numerusform>%n pair, side by side for you to look at</numerusform><numerusform>%n pairs, side by side for you to look at</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1: nothing new for %n day(s)</source>
        <translation><numerusform>%1: nothing new for %n day</numerusform><numerusform>%1: nothing new for %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n for you to look at</source>
        <translation><numerusform>%n for you to look at</numerusform><numerusform>%n for you to look at</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation><numerusform>%n to look at</numerusform><numerusform>%n to look at</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation><numerusform>%n new</numerusform><numerusform>%n new</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation><numerusform>%n changed</numerusform><numerusform>%n changed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n tablet(s) came in</source>
        <translation><numerusform>%n tablet came in</numerusform><numerusform>%n tablets came in</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of yours reached the province today</source>
        <translation><numerusform>%n of yours reached the province today</numerusform><numerusform>%n of yours reached the province today</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation><numerusform>%n on the way</numerusform><numerusform>%n on the way</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n village(s) know, for a day</source>
        <translation><numerusform>%n village knows, for a day</numerusform><numerusform>%n villages know, for a day</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SavedModel</name>
    <message numerus="yes">
        <source>can be changed for %n day(s)</source>
        <translation><numerusform>can be changed for %n day</numerusform><numerusform>can be changed for %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Ask again in %n day(s)</source>
        <translation><numerusform>Ask again in %n day</numerusform><numerusform>Ask again in %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::Session</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation><numerusform>%n to send</numerusform><numerusform>%n to send</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation><numerusform>%n place</numerusform><numerusform>%n places</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SyncModel</name>
    <message numerus="yes">
        <source>%n place(s) need a look</source>
        <translation><numerusform>%n place need a look</numerusform><numerusform>%n places need a look</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n to go</source>
        <translation><numerusform>Sending, %n to go</numerusform><numerusform>Sending, %n to go</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A tablet nearby carries %n of them too</source>
        <translation><numerusform>A tablet nearby carries %n of them too</numerusform><numerusform>A tablet nearby carries %n of them too</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) on the way</source>
        <translation><numerusform>%n record on the way</numerusform><numerusform>%n records on the way</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more family(ies)</source>
        <translation><numerusform>%n more family</numerusform><numerusform>%n more families</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::TodayModel</name>
    <message numerus="yes">
        <source>%n pair(s), side by side for you to look at</source>
        <translation><numerusform>%n pair, side by side for you to look at</numerusform><numerusform>%n pairs, side by side for you to look at</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Going through %n family(ies), a moment</source>
        <translation><numerusform>Going through %n family, a moment</numerusform><numerusform>Going through %n families, a moment</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n more family(ies)</source>
        <translation><numerusform>Go on with %n more family</numerusform><numerusform>Go on with %n more families</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n to send, goes by itself</source>
        <translation><numerusform>%n to send, goes by itself</numerusform><numerusform>%n to send, goes by itself</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need a look</source>
        <translation><numerusform>%n thing need a look</numerusform><numerusform>%n things need a look</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::UnlockModel</name>
    <message numerus="yes">
        <source>%n record(s) wait for the network</source>
        <translation><numerusform>%n record wait for the network</numerusform><numerusform>%n records wait for the network</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ScaleModel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n line</numerusform><numerusform>%n lines</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not answered</source>
        <translation><numerusform>%n line not answered</numerusform><numerusform>%n lines not answered</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::RecordModel</name>
    <message numerus="yes">
        <source>%n noted</source>
        <translation><numerusform>%n noted</numerusform><numerusform>%n noted</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n still missing</source>
        <translation><numerusform>%n still missing</numerusform><numerusform>%n still missing</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::HomeModel</name>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation><numerusform>%n still to come</numerusform><numerusform>%n still to come</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n volunteer(s)</source>
        <translation><numerusform>%n volunteer</numerusform><numerusform>%n volunteers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation><numerusform>%n held</numerusform><numerusform>%n held</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n came</source>
        <translation><numerusform>%n came</numerusform><numerusform>%n came</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>In %n month(s)</source>
        <translation><numerusform>In %n month</numerusform><numerusform>In %n months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with an activity</source>
        <translation><numerusform>, %n of them with an activity</numerusform><numerusform>, %n of them with an activity</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::AttendanceModel</name>
    <message numerus="yes">
        <source>%n came</source>
        <translation><numerusform>%n came</numerusform><numerusform>%n came</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more, type a name to find them</source>
        <translation><numerusform>%n more, type a name to find them</numerusform><numerusform>%n more, type a name to find them</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Noted, %n came</source>
        <translation><numerusform>Noted, %n came</numerusform><numerusform>Noted, %n came</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n taken off the list</source>
        <translation><numerusform>%n taken off the list</numerusform><numerusform>%n taken off the list</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SameFamilyModel</name>
    <message numerus="yes">
        <source>%n pair(s) left</source>
        <translation><numerusform>%n pair left</numerusform><numerusform>%n pairs left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s), file since %1</source>
        <translation><numerusform>%n visit, file since %1</numerusform><numerusform>%n visits, file since %1</numerusform></translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message numerus="yes">
        <source>within %n metre(s)</source>
        <translation>
            <numerusform>within %n metre</numerusform>
            <numerusform>within %n metres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lianxin::ui::IntakeModel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation><numerusform>%n row</numerusform><numerusform>%n rows</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation><numerusform>%n household</numerusform><numerusform>%n households</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Write down %n person(s)</source>
        <translation><numerusform>Write down %n person</numerusform><numerusform>Write down %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family(ies) written so far</source>
        <translation><numerusform>%n family written so far</numerusform><numerusform>%n families written so far</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family(ies) written. They are safe on this tablet</source>
        <translation><numerusform>%n family written. It is safe on this tablet</numerusform><numerusform>%n families written. They are safe on this tablet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n family(ies). The same file goes on later</source>
        <translation><numerusform>Stopped after %n family. The same file goes on later</numerusform><numerusform>Stopped after %n families. The same file goes on later</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::LibraryModel</name>
    <message numerus="yes">
        <source>Begin, %n minute(s)</source>
        <translation><numerusform>Begin, %n minute</numerusform><numerusform>Begin, %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of it have not come to this tablet yet</source>
        <translation><numerusform>%n file of it has not come to this tablet yet</numerusform><numerusform>%n files of it have not come to this tablet yet</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::HandoverModel</name>
    <message numerus="yes">
        <source>%n family(ies)</source>
        <translation><numerusform>%n family</numerusform><numerusform>%n families</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) due now</source>
        <translation><numerusform>%n thing due now</numerusform><numerusform>%n things due now</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) still open</source>
        <translation><numerusform>%n need still open</numerusform><numerusform>%n needs still open</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished of yours on this tablet</source>
        <translation><numerusform>%n unfinished of yours on this tablet</numerusform><numerusform>%n unfinished of yours on this tablet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n family(ies)</source>
        <translation><numerusform>Hand over %n family</numerusform><numerusform>Hand over %n families</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family(ies) handed over, from today</source>
        <translation><numerusform>%n family handed over, from today</numerusform><numerusform>%n families handed over, from today</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ProjectModel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation><numerusform>%n time</numerusform><numerusform>%n times</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::TeamModel</name>
    <message numerus="yes">
        <source>%n time(s) this month</source>
        <translation><numerusform>%n time this month</numerusform><numerusform>%n times this month</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>, at %n family(ies)</source>
        <translation><numerusform>, at %n family</numerusform><numerusform>, at %n families</numerusform></translation>
    </message>
</context>
<context>
    <name>SupervisionPoints</name>
    <message numerus="yes">
        <source>Its board: activities in %n month(s) this year</source>
        <translation><numerusform>Its board: activities in %n month this year</numerusform><numerusform>Its board: activities in %n months this year</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SupervisionModel</name>
    <message numerus="yes">
        <source>%1 of %n looked at</source>
        <translation><numerusform>%1 of %n looked at</numerusform><numerusform>%1 of %n looked at</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation><numerusform>%n still open</numerusform><numerusform>%n still open</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Settled: %n</source>
        <translation><numerusform>Settled: %n</numerusform><numerusform>Settled: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Agreed for %1, %n day(s) to go</source>
        <translation><numerusform>Agreed for %1, %n day to go</numerusform><numerusform>Agreed for %1, %n days to go</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::AllowanceModel</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation><numerusform>%n year old</numerusform><numerusform>%n years old</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to ask, then one can say more</source>
        <translation><numerusform>%n thing to ask, then one can say more</numerusform><numerusform>%n things to ask, then one can say more</numerusform></translation>
    </message>
</context>
<context>
    <name>ClaimSteps</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ClaimSumModel</name>
    <message numerus="yes">
        <source>%n still missing</source>
        <translation><numerusform>%n still missing</numerusform><numerusform>%n still missing</numerusform></translation>
    </message>
</context>
<context>
    <name>LibraryFiles</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation><numerusform>%n second</numerusform><numerusform>%n seconds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::CarryModel</name>
    <message numerus="yes">
        <source>%n picture(s) and recording(s) wait</source>
        <translation><numerusform>%n picture or recording waits</numerusform><numerusform>%n pictures and recordings wait</numerusform></translation>
    </message>
</context>
<context>
    <name>WaitingRows</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation><numerusform>%n record</numerusform><numerusform>%n records</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::NearModel</name>
    <message numerus="yes">
        <source>Closes by itself in %n minute(s)</source>
        <translation><numerusform>Closes by itself in %n minute</numerusform><numerusform>Closes by itself in %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The tablet beside you carries %n of yours too</source>
        <translation><numerusform>The tablet beside you carries %n of yours too</numerusform><numerusform>The tablet beside you carries %n of yours too</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This tablet carries %n for it</source>
        <translation><numerusform>This tablet carries %n for it</numerusform><numerusform>This tablet carries %n for it</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>It brought word: the province has %n of yours</source>
        <translation><numerusform>It brought word: the province has %n of yours</numerusform><numerusform>It brought word: the province has %n of yours</numerusform></translation>
    </message>
</context>
</TS>
