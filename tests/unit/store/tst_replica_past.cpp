// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_world.hpp"

#include "sync/store/life.hpp"

using namespace lianxin;
using namespace lianxin::test;

// What was overwritten while this tablet looked on stays readable here: bounded, and gone with its record.
class ReplicaPastTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a, m_b, m_c;
    RecordId m_home;

    void syncAll()
    {
        for (int round = 0; round < 2; ++round)
            for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
                m_province->sync(*tablet);
    }
    // Texts of the register, newest first.
    static std::vector<std::string> past(const Tablet& tablet, RecordId record, const RegisterKey& key)
    {
        std::vector<std::string> texts;
        for (const auto& value : must(tablet.store->pastValues(record)))
            if (value.key == key)
                texts.push_back(value.head.value.asText().value_or("-"));
        return texts;
    }

private slots:
    void init()
    {
        ++m_count;
        m_province = std::make_unique<Province>();
        m_province->granted = {village()};
        const auto tablet = [&](const char* name, std::uint32_t seed) {
            auto made = std::make_unique<Tablet>(
                m_folder.filePath(QString("%1%2.db").arg(name).arg(m_count)).toStdString(), seed);
            m_province->enrol(*made);
            return made;
        };
        m_a = tablet("a", 1);
        m_b = tablet("b", 2);
        m_c = tablet("c", 3);
        m_home = m_a->addHousehold("林秀英", "1");
        syncAll();
    }

    void whatOneOverwritesOneselfIsKept()
    {
        m_a->write(m_home, {{kPhone, Value::fromText("2")}});
        m_a->write(m_home, {{kPhone, Value::fromText("3")}});
        QCOMPARE(past(*m_a, m_home, kPhone), (std::vector<std::string>{"2", "1"}));
        QVERIFY(past(*m_a, m_home, kName).empty());
        syncAll();
        QCOMPARE(past(*m_a, m_home, kPhone),
                 (std::vector<std::string>{"2", "1"}));                        // its own words coming back are no news
        QCOMPARE(past(*m_b, m_home, kPhone), (std::vector<std::string>{"1"})); // "2" never was here
        m_a->reopen();
        QCOMPARE(past(*m_a, m_home, kPhone).size(), std::size_t{2});
    }

    void whatWasNotChosenIsKeptAndSaysSo()
    {
        m_a->write(m_home, {{kPhone, Value::fromText("2")}}, "told at the door");
        m_b->clock.time += 1000;
        m_b->write(m_home, {{kPhone, Value::fromText("3")}});
        syncAll();
        m_c->write(m_home, {{kPhone, Value::fromText("3")}});
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            bool loser = false;
            bool winner = false;
            for (const auto& value : must(tablet->store->pastValues(m_home))) {
                const auto text = value.head.value.asText().value_or("");
                loser = loser || (text == "2" && value.beside && value.head.user == m_a->user &&
                                  value.why == "told at the door");
                winner = winner || (text == "3" && value.beside);
            }
            QVERIFY(loser);
            QVERIFY(!winner);
        }
    }

    void noRegisterGrowsForEver()
    {
        m_a->write(m_home, {{kPhone, Value::fromText("lost")}});
        m_b->write(m_home, {{kPhone, Value::fromText("won")}});
        syncAll();
        m_a->write(m_home, {{kPhone, Value::fromText("won")}});
        for (int i = 0; i < 60; ++i)
            m_a->write(m_home, {{kPhone, Value::fromText("n" + std::to_string(i))}});
        const auto texts = past(*m_a, m_home, kPhone);
        QCOMPARE(texts.size(), std::size_t{24});
        QCOMPARE(texts.front(), std::string("n58"));
        QCOMPARE(texts.back(), std::string("lost")); // what was not chosen stays longest
        m_a->write(m_home, {{kRemark, Value::fromText(std::string(20'000, 'x'))}});
        m_a->write(m_home, {{kRemark, Value::fromText("short")}});
        QVERIFY(past(*m_a, m_home, kRemark).empty()); // too long to be kept twice
    }

    // Whoever purges a partition takes its records away, and this goes with each.
    void itGoesWithItsRecord()
    {
        m_a->write(m_home, {{kPhone, Value::fromText("2")}});
        const auto other = m_a->addHousehold("陈", "5");
        m_a->write(other, {{kPhone, Value::fromText("6")}});
        m_a->close();
        {
            const auto database = must(store::Database::open(m_a->file, m_a->key));
            QCOMPARE(must(database->queryInt("SELECT count(*) FROM past_value")), std::int64_t{2});
            auto drop = must(database->statement("DELETE FROM record WHERE record = ?1"));
            must(drop.bindId(1, other).run());
            QCOMPARE(must(database->queryInt("SELECT count(*) FROM past_value")), std::int64_t{1});
        }
        m_a->open();
        QCOMPARE(past(*m_a, m_home, kPhone), (std::vector<std::string>{"1"}));
    }

    void whoPutsAwayNamesWhatWasSeen()
    {
        m_a->write(m_home, {{{kLifeRegister, {}}, Value::fromTrusted(R"({"state":2})")}});
        const auto own = must(m_a->store->ownChangeset(must(m_a->store->syncState()).saved));
        const auto text = own.changes.front().writes.front().value.canonical();
        QVERIFY2(text.find("\"saw\":{\"" + m_a->replica.text() + "\":[1]}") != std::string::npos, text.c_str());
        QVERIFY(must(m_a->store->view(m_home)).life == store::Life::voided);
        // From before this was kept: nobody knows what was seen, and the record is away.
        const store::RecordView view = must(m_a->store->view(m_home));
        auto old = view;
        for (auto& reg : old.registers)
            if (reg.key.number == kLifeRegister)
                reg.heads.front().value = Value::fromTrusted(R"({"state":2})");
        QVERIFY(store::readLifeOf(nullptr, old.registers).life == store::Life::voided);
        QVERIFY(!store::readLifeOf(nullptr, old.registers).open);
    }

    void oddLivesAreRead_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("life");
        QTest::newRow("active") << QByteArray(R"({"state":1})") << 1;
        QTest::newRow("merged") << QByteArray(R"({"into":"x","state":3})") << 3;
        QTest::newRow("saw is no object") << QByteArray(R"({"saw":[1],"state":2})") << 2;
        QTest::newRow("saw nothing") << QByteArray(R"({"saw":{},"state":2})") << 1;
        QTest::newRow("saw names nobody") << QByteArray(R"({"saw":{"?":[1]},"state":2})") << 1;
        QTest::newRow("saw numbers that are none") << QByteArray(R"({"saw":{"AAAAAAAAAAA":["1",-1]},"state":2})") << 1;
        QTest::newRow("no object") << QByteArray("7") << 1;
    }
    void oddLivesAreRead()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, life);
        store::RecordView view = must(m_a->store->view(m_home));
        core::Head head{{m_b->replica, 9}, m_b->user, 1, Value::fromTrusted(value.toStdString())};
        view.registers.push_back({{kLifeRegister, {}}, head.value, {head}, false, {}});
        QCOMPARE(static_cast<int>(store::readLifeOf(nullptr, view.registers).life), life);
    }
};

QTEST_GUILESS_MAIN(ReplicaPastTest)
#include "tst_replica_past.moc"
