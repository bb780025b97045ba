// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"

#include <chrono>
#include <cstdio>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

class ReplicaSearchTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_tablet;
    std::map<RecordId, QString> m_names;

    void add(const char* name, const char* phone, const char* place)
    {
        m_names[m_tablet->addHousehold(name, phone, place)] = name;
    }
    [[nodiscard]] QStringList found(const QString& query) const
    {
        QStringList names;
        for (const auto& hit : must(m_tablet->store->search(query.toStdString())))
            names << m_names.at(hit.record);
        return names;
    }

private slots:
    void initTestCase()
    {
        m_province = std::make_unique<Province>();
        m_tablet = std::make_unique<Tablet>(m_folder.filePath("s.db").toStdString(), 1);
        m_province->enrol(*m_tablet);
        add("林秀英", "199 0000 0012", "桥头村一组");
        add("吴秀林", "19900000120", "上厝村");
        add("凌晓燕", "0591-8350012", "桥头村二组");
        add("单雄信", "", "Taoyuan");
        add("𬸣䶮", "", "");
        add("葉問", "", "");
        add("Müller", "", "");
        add("吕峯", "", "长乐里");
        add("曾淸珎", "", "");
    }

    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("one character, family name first") << "林" << QStringList{"林秀英", "吴秀林"};
        QTest::newRow("two characters in the middle") << "秀英" << QStringList{"林秀英"};
        QTest::newRow("three") << "林秀英" << QStringList{"林秀英"};
        QTest::newRow("whole syllable before a longer one") << "lin" << QStringList{"林秀英", "凌晓燕", "吴秀林"};
        QTest::newRow("initials") << "lxy" << QStringList{"林秀英", "凌晓燕"};
        QTest::newRow("initials later") << "xy" << QStringList{"𬸣䶮", "林秀英", "凌晓燕"};
        QTest::newRow("pinyin") << "linxiuying" << QStringList{"林秀英"};
        QTest::newRow("pinyin with blanks and capitals") << "Lin Xiu" << QStringList{"林秀英"};
        QTest::newRow("pinyin of the given name") << "xiuying" << QStringList{"林秀英"};
        QTest::newRow("family name's own reading") << "shan" << QStringList{"单雄信", "吴秀林"}; // 上厝 begins alike
        QTest::newRow("end of a telephone number") << "0012" << QStringList{"林秀英", "凌晓燕"};
        QTest::newRow("beginning of one") << "1990000" << QStringList{"林秀英", "吴秀林"};
        QTest::newRow("grouped as printed") << "199 0000 0012" << QStringList{"林秀英"};
        QTest::newRow("full width digits") << "００１２" << QStringList{"林秀英", "凌晓燕"};
        QTest::newRow("place") << "桥头" << QStringList{"林秀英", "凌晓燕"};
        QTest::newRow("place inside") << "一组" << QStringList{"林秀英"};
        QTest::newRow("rare character") << "䶮" << QStringList{"𬸣䶮"};
        QTest::newRow("rare, outside the first plane") << "𬸣" << QStringList{"𬸣䶮"};
        QTest::newRow("rare, spelled") << "yan" << QStringList{"𬸣䶮", "凌晓燕"};
        QTest::newRow("simplified finds traditional") << "叶" << QStringList{"葉問"};
        QTest::newRow("traditional finds itself") << "葉問" << QStringList{"葉問"};
        QTest::newRow("variant of a character") << "吕峰" << QStringList{"吕峯"};
        QTest::newRow("variant finds itself") << "吕峯" << QStringList{"吕峯"};
        QTest::newRow("two variants in one name") << "清珍" << QStringList{"曾淸珎"};
        QTest::newRow("no key for an umlaut: v") << "lvf" << QStringList{"吕峯"};
        QTest::newRow("no key for an umlaut: u") << "lufeng" << QStringList{"吕峯"};
        QTest::newRow("family name read as written") << "cengqing" << QStringList{"曾淸珎"};
        QTest::newRow("family name read as a name") << "zengqing" << QStringList{"曾淸珎"};
        QTest::newRow("place read as the place") << "changle" << QStringList{"吕峯"};
        QTest::newRow("family name spelled, then initials") << "linxy" << QStringList{"林秀英"};
        QTest::newRow("country code before a number") << "+86 19900000012" << QStringList{"林秀英"};
        QTest::newRow("blanks in the middle of a number") << "1990 0000 12" << QStringList{"吴秀林"};
        QTest::newRow("accents") << "muller" << QStringList{"Müller"};
        QTest::newRow("nothing") << "龘" << QStringList{};
        QTest::newRow("blank") << " " << QStringList{};
        QTest::newRow("wildcards are letters") << "%" << QStringList{};
        QTest::newRow("inner marks are no query") << "^lin" << QStringList{};
    }
    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, names);
        auto got = found(query);
        if (names.size() > 1 && got != names && query != "lin" && query != "林") {
            std::sort(got.begin(), got.end()); // the order matters where the row's name says so
            std::sort(names.begin(), names.end());
        }
        QCOMPARE(got, names);
    }

    void saysWhatMatched()
    {
        const auto kind = [&](const char* query) { return must(m_tablet->store->search(query)).at(0).kind; };
        QCOMPARE(kind("林秀"), HitKind::name);
        QCOMPARE(kind("linx"), HitKind::namePinyin);
        QCOMPARE(kind("lxy"), HitKind::nameInitials);
        QCOMPARE(kind("0012"), HitKind::phone);
        QCOMPARE(kind("上厝"), HitKind::place);
        QCOMPARE(must(m_tablet->store->search("林", {1, {}})).size(), std::size_t{1});
        QVERIFY(must(m_tablet->store->search("林")).at(0).fromStart);
        QVERIFY(!must(m_tablet->store->search("林")).at(1).fromStart);
    }

    void followsEdits()
    {
        const auto id = m_tablet->addHousehold("黄老五", "13800000001", "老街");
        m_names[id] = "黄老五";
        QCOMPARE(found("黄老五"), QStringList{"黄老五"});
        m_tablet->write(id, {{kName, Value::fromText("王老五")}, {kPhone, Value::null()}});
        QVERIFY(found("黄老五").isEmpty());
        QVERIFY(found("13800000001").isEmpty());
        QCOMPARE(found("wanglaowu"), QStringList{"黄老五"});
        m_province->sync(*m_tablet); // the same, now from the server
        QCOMPARE(found("wanglaowu"), QStringList{"黄老五"});
        QVERIFY(found("huanglao").isEmpty());
    }

    // One reply may bring a record twice: the terms of the last state hold, and nothing of the first.
    void followsARecordThatComesTwiceInOneReply()
    {
        Province province;
        Tablet writer(m_folder.filePath("twice_writer.db").toStdString(), 21);
        Tablet reader(m_folder.filePath("twice_reader.db").toStdString(), 22);
        province.enrol(writer);
        province.enrol(reader);
        const auto id = writer.addHousehold("黄老五", "13800000001", "老街");
        province.pushAll(writer);
        auto asked = must(reader.store->nextPull(32768));
        auto reply = province.pull(asked, reader, 1 << 20);
        QCOMPARE(reply.frames.size(), std::size_t{1});
        const auto& first = reply.frames.front();
        core::PartitionCursor after{first.partition, first.to, first.to, first.chain};
        province.pullAll(writer);
        writer.write(id, {{kName, Value::fromText("王老五")}, {kPhone, Value::null()}});
        writer.write(id, {{kPhone, Value::fromText("13800000002")}});
        province.pushAll(writer);
        asked.cursors = {after};
        auto later = province.pull(asked, reader, 1 << 20);
        QCOMPARE(later.frames.size(), std::size_t{1});
        reply.held = later.held;
        reply.heldHash = later.heldHash;
        reply.frames.push_back(later.frames.front());
        must(reader.store->applyPull(reply));
        const auto hits = [&](const char* text) { return must(reader.store->search(text)).size(); };
        QCOMPARE(hits("王老五"), std::size_t{1});
        QCOMPARE(hits("老五"), std::size_t{1}); // in both states
        QCOMPARE(hits("0002"), std::size_t{1});
        QCOMPARE(hits("黄老五"), std::size_t{0});
        QCOMPARE(hits("13800000001"), std::size_t{0});
    }

    void answersWhileSomebodyTypes()
    {
        Province province;
        Tablet tablet(m_folder.filePath("big.db").toStdString(), 9);
        province.enrol(tablet);
        SeededRandom random(5);
        std::mt19937 dice(6);
        const std::vector<QString> family{"林", "陈", "黄", "吴", "郑", "王", "李", "张", "刘", "蔡"};
        const QString given = "秀英美华丽珠玉兰金凤志强建国文辉国栋春燕晓梅海燕";
        core::PullReply reply;
        reply.epoch = province.epoch;
        reply.granted = province.granted;
        std::uint64_t at = 0;
        const auto writer = makeReplicaId(random);
        for (int part = 0; part < 10; ++part) {
            core::Frame frame;
            frame.partition = village();
            frame.from = at;
            for (int i = 0; i < 2000; ++i) {
                core::RecordState record;
                record.record = makeRecordId(1'790'000'000'000 + static_cast<Millis>(++at), random);
                record.root = record.record;
                record.type = kHousehold;
                const auto name =
                    family[dice() % 10] + given[static_cast<int>(dice() % 24)] + given[static_cast<int>(dice() % 24)];
                for (const auto& [key, value] :
                     RegisterValues{{kName, Value::fromText(name.toStdString())},
                                    {kPhone, Value::fromText("199" + std::to_string(10'000'000 + dice() % 90'000'000))},
                                    {kPlace, Value::fromText("桥头村")}})
                    record.at(key).heads = {{Dot{writer, at}, tablet.user, static_cast<core::Hlc>(at), value}};
                frame.rows.push_back(std::move(record));
            }
            frame.to = at;
            frame.atHead = part == 9;
            frame.vector.addRange(writer, 1, at);
            reply.frames.push_back(std::move(frame));
        }
        must(tablet.store->applyPull(reply));
        double worst = 0;
        for (const char* query : {"林", "林秀", "林秀英", "l", "li", "lin", "lx", "lxy", "linxiuying", "0012", "199",
                                  "桥", "q", "qtc", "xiuying"}) {
            const auto start = std::chrono::steady_clock::now();
            const auto hits = must(tablet.store->search(query));
            worst = std::max(
                worst, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
            QVERIFY2(!hits.empty() || std::string(query) == "0012", query);
        }
        std::printf("20,000 people, queries of 1 to 10 characters: slowest %.1f ms\n", worst);
    }
};

QTEST_GUILESS_MAIN(ReplicaSearchTest)
#include "tst_replica_search.moc"
