// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablet/desktop.hpp"
#include "app/tablet/purging.hpp"
#include "tests/unit/store/store_world.hpp"
#include "tests/unit/vault/vault_fixture.hpp"

#include <QTemporaryDir>
#include <QTest>

using namespace lianxin;
using namespace lianxin::tablet;
using test::must;

// D16: after a purge both files of a vault get its next key. The power may go anywhere.
class RekeyingTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<vault::VaultFixture> m_vault;
    std::unique_ptr<test::Province> m_province;
    std::unique_ptr<test::Tablet> m_tablet; // lends its catalogue and ports; its own file stays unused
    std::unique_ptr<store::BlobStore> m_blobs;
    std::unique_ptr<store::ReplicaStore> m_store;
    vault::DataKeySet m_before;
    RecordId m_lin;

    [[nodiscard]] std::string data() const { return m_folder->filePath("data").toStdString(); }
    [[nodiscard]] std::string pictures() const { return m_folder->filePath("pictures").toStdString(); }
    void open(const vault::DataKeySet& keys)
    {
        m_store = must(withEitherKey(keys, [&](const vault::DataKeys& one) {
            return store::ReplicaStore::open(data(), tablet::rawKey(one.data), m_tablet->ports());
        }));
        m_blobs = must(withEitherKey(keys, [&](const vault::DataKeys& one) {
            return store::BlobStore::open(pictures(), tablet::rawKey(one.attachments), {&m_tablet->clock, nullptr});
        }));
    }
    void close()
    {
        m_store.reset();
        m_blobs.reset();
    }
    Hash picture(const std::string& bytes, const PartitionId& where, RecordId record, bool shared)
    {
        const auto id = must(m_blobs->put(where, store::BlobRank::original, bytes));
        must(m_blobs->claim({{id}}));
        must(m_blobs->name(id, record));
        must(m_blobs->setShared(id, shared));
        return id;
    }
    void takeVillage()
    {
        auto reply = m_province->pull(must(m_store->nextPull(32768)), *m_tablet, 1 << 20);
        reply.frames.clear();
        reply.granted = {test::village("350128001202")};
        must(m_store->applyPull(reply));
        while (must(m_store->purgeSome())) {
        }
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_vault = std::make_unique<vault::VaultFixture>();
        QVERIFY(m_vault->enrol());
        m_province = std::make_unique<test::Province>();
        m_tablet = std::make_unique<test::Tablet>(m_folder->filePath("unused").toStdString(), 1);
        m_province->admit(*m_tablet);
        m_before = must(m_vault->vault->dataKeys());
        open(m_before);
        must(m_store->initialise(m_tablet->replica, m_tablet->user, m_province->epoch));
        m_tablet->store = std::move(m_store);
        m_lin = m_tablet->addHousehold("林秀英");
        m_province->sync(*m_tablet);
        m_store = std::move(m_tablet->store);
    }
    void cleanup() { close(); }

    void nothingIsDue()
    {
        QVERIFY(!must(renewKeys(*m_vault->vault, *m_store, m_blobs.get())));
        QVERIFY(!m_vault->vault->rekeyPending());
    }

    void theDayEndsAnywhere_data()
    {
        QTest::addColumn<int>("done");
        QTest::newRow("nothing yet") << 0;
        QTest::newRow("the vault knows the next key") << 1;
        QTest::newRow("the pictures have it") << 2;
        QTest::newRow("the records have it") << 3;
        QTest::newRow("all of it") << 4;
    }
    void theDayEndsAnywhere()
    {
        QFETCH(int, done);
        takeVillage();
        QVERIFY(must(m_store->rekeyDue()));
        auto& vault = *m_vault->vault;
        if (done >= 1)
            must(vault.beginRekey());
        if (done >= 2)
            must(m_blobs->rekey(tablet::rawKey(must(vault.dataKeys()).next->attachments)));
        if (done >= 3)
            must(m_store->rekey(tablet::rawKey(must(vault.dataKeys()).next->data)));
        if (done >= 4)
            must(vault.finishRekey(vault::Vault::Rekeyed::switched));
        close();
        QVERIFY(m_vault->restart());
        QVERIFY(m_vault->unlock());
        open(must(m_vault->vault->dataKeys()));
        QCOMPARE(must(renewKeys(*m_vault->vault, *m_store, m_blobs.get())), done < 4);
        QVERIFY(!m_vault->vault->rekeyPending());
        QVERIFY(!must(m_store->rekeyDue()));
        QVERIFY(!must(renewKeys(*m_vault->vault, *m_store, m_blobs.get())));
        QVERIFY(!must(m_store->contains(m_lin)));
        must(m_store->verify());
        close();
        open(must(m_vault->vault->dataKeys()));
        close();
        QVERIFY(!store::ReplicaStore::open(data(), tablet::rawKey(m_before.current.data), m_tablet->ports()));
        QVERIFY(!store::BlobStore::open(pictures(), tablet::rawKey(m_before.current.attachments),
                                        {&m_tablet->clock, nullptr}));
    }

    // The file of pictures does not open today: its old key must not be thrown away.
    void withoutThePicturesItWaits()
    {
        takeVillage();
        QVERIFY(!must(renewKeys(*m_vault->vault, *m_store, nullptr)));
        QVERIFY(!m_vault->vault->rekeyPending());
        QVERIFY(must(m_store->rekeyDue()));
    }

    void picturesOfWhatWasTaken()
    {
        const auto there = picture("sent", test::village(), m_lin, true);
        must(m_blobs->markReceived(there));
        const auto waiting = picture("waiting", test::village(), m_lin, true);
        const auto secret = picture("never to leave", test::village(), m_lin, false);
        const auto elsewhere = picture("elsewhere", test::village("350128001202"), m_lin, false);
        QCOMPARE(must(purgePictures(*m_store, *m_blobs)), std::size_t{0});
        takeVillage();
        QCOMPARE(must(purgePictures(*m_store, *m_blobs)), std::size_t{2});
        QVERIFY(!m_blobs->facts(there) && !m_blobs->facts(secret));
        QVERIFY(m_blobs->facts(waiting) && m_blobs->facts(elsewhere)); // nobody can destroy what was not sent
        must(m_blobs->markReceived(waiting));
        QCOMPARE(must(purgePictures(*m_store, *m_blobs)), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(RekeyingTest)
#include "tst_rekeying.moc"
