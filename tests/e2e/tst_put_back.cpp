// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault_world.hpp"

#include <QTest>

using namespace lianxin;
using namespace lianxin::e2e;

// A worker's tablet is put back from an image (R25-R29): the vault, the session and its pages as the app builds them, and the real server. The
// worker unlocks it and works on; nobody is asked for anything.
class TstPutBack : public QObject {
    Q_OBJECT

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<VaultWorld> m_world;
    RecordId m_early;

    [[nodiscard]] ReplicaId replica() const { return m_world->store().syncState()->replica; }
    [[nodiscard]] QString truth() const
    {
        return m_world->server.stateHash(QString::fromStdString(storyVillage().text()));
    }
    [[nodiscard]] QString ours() const
    {
        return QString::fromStdString(m_world->store().stateHash(storyVillage())->text());
    }
    // Who wrote the number that stands in the file.
    [[nodiscard]] bool isMine(RecordId family)
    {
        const auto* type = m_catalogue->type(std::string_view("household"));
        const auto view = m_world->store().view(family);
        const auto* reg = view ? view->find({type->field(std::string_view("phone1"))->registerNumber(), {}}) : nullptr;
        return reg != nullptr && reg->heads.size() == 1 && *m_world->store().isMine(reg->heads.front().dot);
    }
    // Everything of this tablet is with the province, and the page has nothing to explain.
    void quiet()
    {
        QCOMPARE(ours(), truth());
        QCOMPARE(m_world->store().counts()->waiting, std::uint64_t{0});
        QVERIFY(m_world->store().waiting()->empty());
        QVERIFY(m_world->store().conflicts()->empty());
        auto& page = *m_world->session->sync();
        page.refresh();
        QCOMPARE(page.stuckLine(), QString());
        QCOMPARE(page.waitingText(), QString());
    }
    // Locked, and opened by the passphrase alone: what the vault's header says fits what is in the store.
    void openedAgain()
    {
        m_world->session->lock();
        QVERIFY(m_world->unlock());
    }

private slots:
    void initTestCase() { QVERIFY(VaultWorld::speaksChinese(m_catalogue)); }
    void init()
    {
        m_world = std::make_unique<VaultWorld>(*m_catalogue);
        QVERIFY(m_world->begin());
        m_early = m_world->addFamily("19900000001");
        QVERIFY(m_world->sync());
    }
    void cleanup() { m_world.reset(); }

    void workGoesOn()
    {
        const auto unsent = m_world->addFamily("19900000002"); // in the image, and sent only after it was made
        QVERIFY(m_world->keepImage(QStringLiteral("image")));
        const auto before = replica();
        const auto late = m_world->addFamily("19900000003");
        QVERIFY(m_world->changePhone(m_early, "19900000011"));
        for (int i = 0; i < 20; ++i) // more requests than the image has counters in hand
            QVERIFY(m_world->sync());

        QVERIFY(m_world->putBack(QStringLiteral("image")));
        QVERIFY(replica() == before);
        QVERIFY(!*m_world->store().contains(late));
        const auto since = m_world->addFamily("19900000004");
        QVERIFY(m_world->changePhone(unsent, "19900000022"));
        QVERIFY(m_world->sync());
        QVERIFY(replica() != before);
        QVERIFY(m_world->sync());
        QCOMPARE(m_world->phoneOf(m_early), std::string("19900000011"));
        QCOMPARE(m_world->phoneOf(unsent), std::string("19900000022"));
        QCOMPARE(m_world->phoneOf(late), std::string("19900000003"));
        QCOMPARE(m_world->phoneOf(since), std::string("19900000004"));
        quiet();

        // What it wrote under the id of before, and under ids of single changes, is its own; what came by the life that is gone is not.
        QVERIFY(isMine(unsent) && isMine(since));
        QVERIFY(!isMine(late));

        const auto after = replica();
        openedAgain();
        const auto later = m_world->addFamily("19900000005");
        QVERIFY(m_world->sync());
        QVERIFY(replica() == after);
        QCOMPARE(m_world->phoneOf(later), std::string("19900000005"));
        quiet();
        // The administrator sees a tablet to confirm, as after a registration; until then only its certificate is missing.
        QVERIFY(!*m_world->device().desk()->confirmed());
        QVERIFY(m_world->server.confirm());
        QVERIFY(m_world->sync());
        QVERIFY(*m_world->device().desk()->confirmed());
    }

    // The image was made while the tablet asked for its other id: it carries a key that stands for the body that came first.
    void anImageThatAsked()
    {
        QVERIFY(m_world->keepImage(QStringLiteral("image")));
        const auto late = m_world->addFamily("19900000003");
        QVERIFY(m_world->sync());
        QVERIFY(m_world->putBack(QStringLiteral("image")));
        const auto since = m_world->addFamily("19900000004");
        // The power goes before the province is asked: the key is in the vault, and in the next image.
        QVERIFY(m_world->device().vault()->prepareReplicaKey());
        QVERIFY(m_world->keepImage(QStringLiteral("second")));
        QVERIFY(m_world->sync());
        const auto first = replica();
        const auto later = m_world->addFamily("19900000005");
        QVERIFY(m_world->sync());
        QVERIFY(m_world->putBack(QStringLiteral("second")));
        const auto last = m_world->addFamily("19900000006");
        QVERIFY(m_world->sync());
        QVERIFY(replica() != first);
        QVERIFY(m_world->sync());
        QCOMPARE(m_world->phoneOf(late), std::string("19900000003"));
        QCOMPARE(m_world->phoneOf(since), std::string("19900000004"));
        QCOMPARE(m_world->phoneOf(later), std::string("19900000005"));
        QCOMPARE(m_world->phoneOf(last), std::string("19900000006"));
        quiet();
        openedAgain();
        QVERIFY(m_world->sync());
        quiet();
    }

    // Its file does not read on top of all that: the person is registered anew, and not with the key that another body has.
    void anImageThatDoesNotRead()
    {
        QVERIFY(m_world->keepImage(QStringLiteral("image")));
        (void)m_world->addFamily("19900000003");
        QVERIFY(m_world->sync());
        QVERIFY(m_world->putBack(QStringLiteral("image")));
        QVERIFY(m_world->device().vault()->prepareReplicaKey());
        QVERIFY(m_world->keepImage(QStringLiteral("second")));
        QVERIFY(m_world->sync());
        QVERIFY(m_world->putBack(QStringLiteral("second")));
        m_world->session->lock();
        QFile file(m_world->dataFile());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(QByteArray(20'000, 'x')), qint64{20'000});
        file.close();
        m_world->type();
        QVERIFY(QTest::qWaitFor([&] { return !m_world->session->unlock()->noticeText().isEmpty(); }, 60'000));
        const auto code = m_world->server.anotherCode(m_world->user());
        QVERIFY(!m_world->enrol(code));
        const auto again = m_world->enrol(code);
        QVERIFY(again && again->rescued);
        QVERIFY(m_world->unlock());
        QVERIFY(m_world->sync());
        QCOMPARE(m_world->phoneOf(m_early), std::string("19900000001"));
        quiet();
    }
};

QTEST_MAIN(TstPutBack)
#include "tst_put_back.moc"
