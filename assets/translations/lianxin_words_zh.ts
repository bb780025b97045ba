<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ConflictSides</name>
    <message>
        <source>A colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, on this tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, on another tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone also wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the words of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One sentence to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them company these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call is good, a visit is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether they are home again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You agreed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep an eye out these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop in before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop in for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask through kin before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite them for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and not reached this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody&apos;s birthday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormRows</name>
    <message>
        <source>needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read yet; look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going counts; one line will do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They want quiet for a while; we ask again on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers suggest: %1. You decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <comment>an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>an answer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <comment>a day to choose</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <comment>a day to choose</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>a day to choose</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1st,2nd,3rd,4th,5th,6th,7th,8th,9th,10th,11th,12th</source>
        <comment>lunar months</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leap %1 month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 month</source>
        <comment>lunar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30</source>
        <comment>lunar days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>month and day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-%2-%3</source>
        <comment>year, month, day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lunar %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>year and month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a year</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenLooks</name>
    <message>
        <source>%1: %2</source>
        <comment>whose and what</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The tablet is nearly full; text still saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one cannot be read; a copy is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is for other hands; yours is kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not on this tablet yet; connect once and look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version wrote this; update the tablet when you can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept just yet; what you wrote is still here. Try once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network now; everything is safe on the tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done just yet; what you wrote is still here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network now; it goes by itself when there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The province is busy; it goes by itself in a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tablet has to be registered again; everything is safe here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a copy of this tablet somewhere; take it to the township. Everything is safe here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The province was restored; the township will help. Everything is safe here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app has to be updated before it can send; everything is safe here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was not understood; please tell the township. Everything is safe here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not go through this time; it is tried again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Please try again in %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please try again in %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Please use the recovery code now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one does not open; a copy is kept. Please take the tablet to the township</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this tablet is missing; please use the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be opened just now; try again in a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached; check the network and try once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code does not fit or is used up; ask for a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code is closed; ask for a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the server that the code belongs to; ask the township</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of the code is not whole; scan or paste it once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done just yet; try once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The province has to be updated before it can take this in; it is kept safe there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This family is with somebody else now; the province keeps it until it is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one is too large; shorten it a little and keep it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to another family; the province keeps it until it is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The province could not read this; it is kept safe there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little long; %1 characters are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks small; at least %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks large; at most %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day has not come yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than %1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than %1 days ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day comes before the other one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One digit short or over? Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 characters; look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One character may be off; look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity number says otherwise; look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An old or distant place; that is fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not go with the answer above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Only the counsellor sees the rest. For you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last time %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayModel</name>
    <message>
        <source>button: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueText</name>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the file is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::AboutModel</name>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, made-up data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demonstration; it has no filing number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filing number is given by the province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lianxin is free software under the GNU General Public License, version 3 or later. Whoever gets the program gets its source too. It comes without any warranty. It stands on Qt, SQLite with SQLCipher, libsodium, Boost, zstd and others, each under its own licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write lies encrypted on this tablet and opens only with your own passphrase. Counselling is readable only for the counsellor and the supervisor, also at the province. Nothing is sent anywhere but to the province&apos;s server. The program keeps no record of where you are or how long you work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed by the province; its name is still to be filled in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ConflictModel</name>
    <message>
        <source>One thing needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All looked after</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more after this</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was written on two tablets. See which is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people changed %1. See which is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people added words to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people changed %1. See which is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, written by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be seen after the next connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a new number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of them first; the rest can be changed in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change it; the solid line is by %1, the dotted line by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both wrote in the same place; take the words that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done; the others stay in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed; the others stay in the history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::CrisisModel</name>
    <message>
        <source>Began %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In danger, call this first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counselling line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay with them, do not leave them alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move medicine, pesticide, knives away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the township duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a trusted relative over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::EmergencyModel</name>
    <message>
        <source>%1, %2 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Township duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since we knew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act now, papers in 5 working days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamiliesModel</name>
    <message numerus="yes">
        <source>%n household(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found, try another word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No families here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To contact today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefers quiet for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs more care</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 found %n family(ies)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamilyBook</name>
    <message>
        <source>Aunt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A family without a name yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FamilyModel</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>lives alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits and calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counselling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet; dropping in is fine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FeedbackModel</name>
    <message>
        <source>Complaints and ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this tablet; for an answer today, call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::FormEditor</name>
    <message>
        <source>Kept. (Safe on the tablet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put aside; it is on today&apos;s page when you want it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is kept under lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to come: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed is final, add later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked separately</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::ReceivedModel</name>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by %1; see which is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <comment>between names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n for you to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts that are read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tablet(s) came in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of yours reached the province today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>sent and waiting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tablet came in yet today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SavedModel</name>
    <message numerus="yes">
        <source>can be changed for %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The province has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes by itself when there is a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See you on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be on the page of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ask again in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Low spirits pass more easily in company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in the diary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They asked for help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass to the township</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the diary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SecretEntry</name>
    <message>
        <source>Choose a new passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counselling opens with a second unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six-digit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::Session</name>
    <message>
        <source>No network for a long time; connecting at the township is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of the tablet looks wrong; what you write is kept all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Township duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All received by the province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the records are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at together</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size, light and dark, language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaints and ideas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licence, privacy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::Settings</name>
    <message>
        <source>Locks by itself after 2 minutes without a touch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::SyncModel</name>
    <message numerus="yes">
        <source>%n place(s) need a look</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last connected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes by itself when there is a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Township</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carries for you where it can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One record waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it has not gone yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sending, %n to go</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::TodayModel</name>
    <message>
        <source>Finish writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sent, the province has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to send, goes by itself</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One thing needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need a look</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Coming up: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lianxin::ui::UnlockModel</name>
    <message numerus="yes">
        <source>%n record(s) wait for the network</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the township for a registration code; with it the tablet gets ready in a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
