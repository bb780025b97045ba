// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/generator.hpp"
#include "app/pairs/member_look.hpp"
#include "labelled_set.hpp"

#include <QFile>
#include <QTest>

#include <cstdio>

using namespace lianxin;
using namespace lianxin::pairs;
using lianxin::test::LabelledSet;

class PairsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<store::TextFolder> m_folder = store::makeTextFolder();

    static data::Pools pools()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/demo/pools.json"));
        (void)file.open(QIODevice::ReadOnly);
        auto read = data::Pools::parse(file.readAll().toStdString());
        return std::move(*read);
    }
    static RecordId id(std::uint8_t number)
    {
        RecordId made;
        made.bytes.back() = number;
        return made;
    }
    static FamilyFile file(std::uint8_t number, Member member, const char* phone = "", const char* address = "")
    {
        member.id = id(static_cast<std::uint8_t>(100 + number));
        FamilyFile made{id(number), "359901001201", address, {}, {std::move(member)}};
        if (*phone != '\0')
            made.phones.push_back(phone);
        return made;
    }
    [[nodiscard]] std::vector<Likeness> ask(const std::vector<FamilyFile>& files) const
    {
        return lookForPairs(files, *m_folder).toAsk();
    }

private slots:
    void soundsOfTheCoast_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("alike");
        QTest::newRow("same characters") << "林秀英"
                                         << "林秀英" << true;
        QTest::newRow("other characters, same sound") << "林秀英"
                                                      << "林绣瑛" << true;
        QTest::newRow("zh and z") << "张志"
                                  << "臧自" << true;
        QTest::newRow("n and l") << "倪兰"
                                 << "黎南" << true;
        QTest::newRow("f and h") << "黄芳"
                                 << "方荒" << true;
        QTest::newRow("in and ing") << "林英"
                                    << "凌音" << true;
        QTest::newRow("other given name") << "林建国"
                                          << "林建军" << false;
        QTest::newRow("other family name") << "林秀英"
                                           << "陈秀英" << false;
        QTest::newRow("ong stays") << "龙"
                                   << "轮" << false;
    }
    void soundsOfTheCoast()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, alike);
        const auto sound = [this](const QString& name) { return soundOf(m_folder->pinyin(name.toStdString())); };
        QVERIFY2((sound(one) == sound(other)) == alike, (sound(one) + " / " + sound(other)).c_str());
    }

    void birthdays_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char* one, const char* other, Birth verdict) {
            QTest::addRow("%s %s", one, other) << one << other << static_cast<int>(verdict);
        };
        row("1958-09-30", "1958-09-30", Birth::same);
        row("1958-09-30", "1958-09-20", Birth::near); // a digit
        row("1958-03-08", "1958-08-03", Birth::near); // day and month exchanged
        row("1958-09-30", "1958-08-18", Birth::near); // 八月十八 written for its solar day
        row("1958-09-30", "1985-09-30", Birth::near); // two digits exchanged
        row("1958-09-30", "1961-02-11", Birth::other);
        row("1958", "1958-09-30", Birth::sameYear);
        row("1957", "1958-09-30", Birth::other);
        row("", "1958-09-30", Birth::unknown);
    }
    void birthdays()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(int, verdict);
        QCOMPARE(static_cast<int>(compareBirth(one.toStdString(), other.toStdString())), verdict);
        QCOMPARE(static_cast<int>(compareBirth(other.toStdString(), one.toStdString())), verdict);
    }

    void reasonsAreTold()
    {
        const Member lin{{}, "林秀英", "1958-09-30", "359901195809300021", 2, ""};
        auto asked = ask({file(1, lin), file(2, lin)});
        QCOMPARE(asked.size(), std::size_t{1});
        QVERIFY(asked.front().has(Reason::sameNumber) && asked.front().has(Reason::sameNameBirthVillage));
        QCOMPARE(asked.front().first, id(1));
        QCOMPARE(asked.front().member, id(101));
        auto ear = lin;
        ear.name = "林绣瑛";
        ear.idNumber.clear();
        asked = ask({file(1, lin, "199 0000 0012"), file(2, ear, "１９９００００００１２")});
        QCOMPARE(asked.size(), std::size_t{1});
        QVERIFY(asked.front().has(Reason::nearName) && asked.front().has(Reason::samePhone));
        QVERIFY(!asked.front().has(Reason::sameNumber));
        auto old = lin; // a card of fifteen digits
        old.idNumber = "359901580930002";
        QVERIFY(ask({file(1, lin), file(2, old)}).front().has(Reason::sameNumber));
    }

    void whoOnlyLooksAlikeIsNotAskedAbout()
    {
        const Member lin{{}, "林建国", "1958-09-30", "", 1, ""};
        auto twin = lin;
        twin.name = "林建军";
        QVERIFY(ask({file(1, lin, "19900000012", "桥头1号"), file(2, twin, "19900000012", "桥头1号")}).empty());
        auto namesake = lin;
        namesake.birth = "1963-02-11";
        QVERIFY(ask({file(1, lin), file(2, namesake)}).empty());
        auto withNumber = lin; // the same name, birthday and village, and two numbers that are both right
        withNumber.idNumber = "359901195809300013";
        auto otherNumber = lin;
        otherNumber.idNumber = "359902195809300557";
        otherNumber.idNumber.back() = data::idCheckDigit(otherNumber.idNumber.substr(0, 17));
        QVERIFY(ask({file(1, withNumber), file(2, otherNumber)}).empty());
    }

    // The order of the files and which tablet looks change nothing: two tablets ask about the same pairs in the same direction.
    void sameOnEveryTablet()
    {
        const auto pool = pools();
        const LabelledSet set(pool, 7, 300);
        const auto found = lookForPairs(set.files(), *m_folder).toAsk();
        auto turned = set.files();
        std::reverse(turned.begin(), turned.end());
        const auto other = lookForPairs(turned, *m_folder).toAsk();
        QVERIFY(!found.empty());
        QCOMPARE(other.size(), found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(found[i].first < found[i].second);
            QVERIFY(other[i].first == found[i].first && other[i].second == found[i].second &&
                    other[i].score == found[i].score);
        }
    }

    void whatWasDecidedIsNotAskedAgain()
    {
        const auto pool = pools();
        const LabelledSet set(pool, 7, 300);
        const auto found = lookForPairs(set.files(), *m_folder).toAsk();
        const std::set<FilePair> decided{{found.front().first, found.front().second}};
        const auto left = lookForPairs(set.files(), *m_folder, decided).toAsk();
        QCOMPARE(left.size(), found.size() - 1);
        QVERIFY(std::none_of(left.begin(), left.end(), [&](const Likeness& like) {
            return decided.contains({like.first, like.second});
        }));
    }

    // Never all pairs: ten times the families look at about ten times the pairs.
    void neverAllPairs()
    {
        const auto pool = pools();
        const LabelledSet small(pool, 3, 400);
        const LabelledSet large(pool, 3, 4000);
        const auto few = lookForPairs(small.files(), *m_folder).looked.size();
        const auto many = lookForPairs(large.files(), *m_folder).looked.size();
        const auto all = large.files().size() * (large.files().size() - 1) / 2;
        std::printf("%zu files: %zu pairs looked at; %zu files: %zu of %zu\n", small.files().size(), few,
                    large.files().size(), many, all);
        QVERIFY(many < all / 100);
        QVERIFY(many < few * 60);
    }

    void precisionAndRecallOnTheLabelledSet()
    {
        const auto pool = pools();
        for (const std::uint64_t seed : {11U, 12U, 13U}) {
            const LabelledSet set(pool, seed, 2000);
            const auto finding = lookForPairs(set.files(), *m_folder);
            const auto asked = finding.toAsk();
            const auto whole = test::judge(set, asked);
            std::map<std::string, std::pair<int, int>> ways;
            std::set<FilePair> found;
            for (const auto& like : asked)
                found.insert({like.first, like.second});
            for (const auto& [pair, way] : set.same()) {
                ++ways[way].second;
                ways[way].first += found.contains(pair) ? 1 : 0;
            }
            std::map<std::string, int> wrong;
            for (const auto& pair : found)
                if (!set.isSame(pair))
                    ++wrong[set.traps().contains(pair) ? set.traps().at(pair) : "others"];
            for (const auto& [way, counts] : ways)
                std::printf("%-40s %d of %d\n", way.c_str(), counts.first, counts.second);
            for (const auto& [trap, count] : wrong)
                std::printf("fell for: %-30s %d\n", trap.c_str(), count);
            std::printf("seed %llu: precision %.3f recall %.3f\n", static_cast<unsigned long long>(seed),
                        whole.precision(), whole.recall());
            // Namesakes born on one day of whom a file lacks the number: only a person can tell, so asking is right.
            const test::Judged decidable{
                whole.truePairs, whole.found - static_cast<std::size_t>(wrong[test::kUndecidable]), whole.wanted};
            QVERIFY(wrong["namesake with the same birthday, two numbers"] <= 1);
            QVERIFY(decidable.precision() >= 0.95);
            QVERIFY(whole.precision() >= 0.92);
            QVERIFY(whole.recall() >= 0.85);
        }
    }
};

QTEST_APPLESS_MAIN(PairsTest)
#include "tst_pairs.moc"
