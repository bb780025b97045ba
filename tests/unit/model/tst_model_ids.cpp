// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/ids.hpp"

#include <QTest>

#include <random>
#include <set>

using namespace lianxin;

namespace {
class SeededRandom final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(m_engine());
    }

private:
    std::mt19937_64 m_engine{42};
};
} // namespace

class TestModelIds : public QObject {
    Q_OBJECT

private slots:
    void base64RoundTrip()
    {
        SeededRandom random;
        for (std::size_t length = 0; length < 70; ++length) {
            std::vector<std::uint8_t> raw(length);
            random.fill(raw);
            const auto text = toBase64Url(raw);
            QCOMPARE(text.size(), (length * 4 + 2) / 3);
            const auto back = fromBase64Url(text);
            QVERIFY(back);
            QVERIFY(std::equal(back->begin(), back->end(), raw.begin(), raw.end(),
                               [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; }));
        }
    }

    // One byte string has one spelling.
    void base64Refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* bad : {"A", "AAAAA", "AB", "AAB", "AA==", "A+", "A/", "AA A", "\xc3\xa9"})
            QTest::newRow(bad) << QString::fromUtf8(bad);
    }
    void base64Refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!fromBase64Url(text.toStdString()));
    }

    void recordIdsAreVersion7AndOrdered()
    {
        SeededRandom random;
        std::set<RecordId> seen;
        RecordId before;
        for (Millis now = 1'700'000'000'000; now < 1'700'000'001'000; ++now) {
            const auto id = makeRecordId(now, random);
            QCOMPARE(id.bytes[6] >> 4U, 7);
            QCOMPARE(id.bytes[8] >> 6U, 2);
            QVERIFY(before < id);
            QVERIFY(seen.insert(id).second);
            QCOMPARE(id.text().size(), std::size_t(22));
            QCOMPARE(*RecordId::parse(id.text()), id);
            before = id;
        }
    }

    // A tablet whose clock stands before 1970 still makes ids.
    void recordIdBeforeTheEpoch()
    {
        SeededRandom random;
        QVERIFY(makeRecordId(-5, random) != makeRecordId(-5, random));
    }

    void wrongLengths()
    {
        QVERIFY(!RecordId::fromRaw("short"));
        QVERIFY(!RecordId::parse("AAAAAAAAAAA"));
        QVERIFY(ReplicaId::parse("AAAAAAAAAAA"));
        QVERIFY(ReplicaId::parse("AAAAAAAAAAA")->isNil());
    }

    void partitions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char* good : {"p:35", "c:350128", "t:350128001", "v:350128001201", "k:AAAAAAAAAAAAAAAAAAAAAA"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad :
             {"", "p:", "p:3", "p:350", "x:35", "c:35012", "v:35012800120x", "k:AAAA", "p35", "v:3501280012011", "35"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
    void partitions()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto id = PartitionId::parse(text.toStdString());
        QCOMPARE(id.has_value(), good);
        if (good)
            QCOMPARE(QString::fromStdString(id->text()), text);
    }
};

QTEST_APPLESS_MAIN(TestModelIds)
#include "tst_model_ids.moc"
