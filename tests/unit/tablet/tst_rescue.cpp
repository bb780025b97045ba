// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/rescue.hpp"
#include "tests/unit/store/store_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// What a store that is given up still has to say, saved again in another one.
class RescueTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_a, m_b;

private slots:
    void init()
    {
        static int count = 0;
        const auto place = [&](const char* who) {
            return m_folder.filePath(QStringLiteral("%1%2.db").arg(who).arg(++count)).toStdString();
        };
        m_province = std::make_unique<Province>();
        m_a = std::make_unique<Tablet>(place("a"), 1);
        m_province->enrol(*m_a);
        m_b = std::make_unique<Tablet>(place("b"), 2);
        m_province->enrol(*m_b);
    }

    void whatWasNotSent()
    {
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("1")}});
        m_a->write(first, {{kPhone, Value::fromText("2")}});
        m_province->sync(*m_b);
        const auto rescued = tablet::rescueUnsent(*m_a->store, *m_b->store);
        QCOMPARE(rescued.changes, std::size_t{2});
        QCOMPARE(rescued.unreadable, std::size_t{0});
        QCOMPARE(m_b->text(first, kPhone), std::string("2"));
        m_province->sync(*m_b);
        QVERIFY(must(m_b->store->conflicts()).empty());
    }

    // It had got another id, and went before what waits under ids of its own was brought.
    void whatWasReStamped()
    {
        const auto first = m_a->addHousehold("first");
        m_province->sync(*m_a);
        m_a->write(first, {{kPhone, Value::fromText("1")}});
        m_a->write(first, {{kPhone, Value::fromText("2")}});
        auto fresh = seal::SignKey::generate(m_a->random);
        const auto ask = must(m_a->store->nextRestamp(fresh, false));
        const auto reply = m_province->restamp(ask, *m_a, makeReplicaId(m_a->random));
        must(m_a->store->restamp(ask, reply, m_province->key.publicKey()));
        m_a->replica = reply.replica;
        m_a->sign = std::move(fresh);
        m_a->write(first, {{kPhone, Value::fromText("3")}});
        QCOMPARE(must(m_a->store->syncState()).restamped, std::uint64_t{2});
        m_province->sync(*m_b);
        const auto rescued = tablet::rescueUnsent(*m_a->store, *m_b->store);
        QCOMPARE(rescued.changes, std::size_t{3});
        QCOMPARE(rescued.unreadable, std::size_t{0});
        QCOMPARE(m_b->text(first, kPhone), std::string("3"));
        m_province->sync(*m_b);
        QVERIFY(must(m_b->store->conflicts()).empty());
        QCOMPARE(must(m_b->store->view(first)).find(kPhone)->heads.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(RescueTest)
#include "tst_rescue.moc"
