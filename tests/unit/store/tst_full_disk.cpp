// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/faulty_vfs.hpp"
#include "tests/unit/store/store_world.hpp"

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

namespace {

constexpr std::int64_t kReserve = 32LL * 1024 * 1024;

// The reserve as the tablet holds it, on the counted disk.
class HeldBack : public SpareRoom {
public:
    bool give() override
    {
        if (m_given)
            return false;
        m_given = true;
        faulty::setRoom(faulty::roomLeft() + kReserve);
        return true;
    }
    bool isGiven() const override { return m_given; }
    void takeBack() { m_given = false; }

private:
    bool m_given{false};
};

} // namespace

// Not one byte more fits on the disk.
class FullDiskTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Tablet> m_tablet;
    std::unique_ptr<Province> m_province;
    HeldBack m_held;
    RecordId m_home;

    void open(SpareRoom* room)
    {
        m_tablet->close();
        auto ports = m_tablet->ports();
        ports.room = room;
        m_tablet->store = must(ReplicaStore::open(faulty::uri(m_tablet->file), m_tablet->key, ports));
    }

private slots:
    void initTestCase() { faulty::install(); }
    void init()
    {
        m_held = {};
        m_province = std::make_unique<Province>();
        m_tablet = std::make_unique<Tablet>(m_folder.filePath(QString("%1.db").arg(++m_count)).toStdString(), 1);
        m_province->enrol(*m_tablet);
        m_home = m_tablet->addHousehold("林秀英", "19900000012");
        m_province->sync(*m_tablet);
        open(&m_held);
    }
    void cleanup()
    {
        faulty::setRoom(std::nullopt);
        m_tablet.reset();
    }

    // security.md 5: earlier records readable, twenty more text records savable at 0 bytes free; a draft at each.
    void twentyMoreRecordsOfText()
    {
        faulty::setRoom(0);
        std::vector<RecordId> saved;
        const std::string words(500 * 3, 'x'); // as long as a note of 500 characters
        for (int i = 0; i < 20; ++i) {
            const auto id = m_tablet->newId();
            must(m_tablet->store->putDraft({id, kHousehold, id, id, {}, "{\"words\":\"" + words + "\"}", 1}));
            Edit edit;
            edit.records = {
                Tablet::household(id, {{kName, Value::fromText("陈伯")}, {kRemark, Value::fromText(words)}})};
            edit.draft = id;
            must(m_tablet->store->save(edit));
            saved.push_back(id);
        }
        QVERIFY(m_held.isGiven());
        QVERIFY(faulty::roomLeft() > kReserve / 2); // and far more than twenty
        QCOMPARE(m_tablet->text(m_home, kName), "林秀英");
        open(&m_held); // still full: what was saved is there
        must(m_tablet->store->verify());
        for (const auto& id : saved)
            QCOMPARE(m_tablet->text(id, kRemark), words);
        QCOMPARE(must(m_tablet->store->drafts()).size(), std::size_t{0});
        m_province->pushAll(*m_tablet); // and it goes to the province
        QCOMPARE(must(m_tablet->store->counts()).waiting, std::uint64_t{0});
    }

    void withoutAReserveASaveIsRefusedAndNothingIsLost()
    {
        open(nullptr);
        faulty::setRoom(0);
        Edit edit;
        const auto id = m_tablet->newId();
        edit.records = {Tablet::household(
            id, {{kName, Value::fromText("陈伯")}, {kRemark, Value::fromText(std::string(200'000, 'x'))}})};
        const auto refused = m_tablet->store->save(edit);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::diskFull);
        const auto draft = m_tablet->store->putDraft({id, kHousehold, id, id, {}, std::string(200'000, 'x'), 1});
        QVERIFY(!draft);
        QCOMPARE(draft.error().code, Errc::diskFull);
        QVERIFY(!must(m_tablet->store->contains(id)));
        QCOMPARE(m_tablet->text(m_home, kName), "林秀英");
        faulty::setRoom(std::nullopt);
        must(m_tablet->store->save(edit)); // the same, when somebody has made room
        must(m_tablet->store->verify());
        QCOMPARE(m_tablet->text(id, kName), "陈伯");
    }

    // What was given up is for people's words: a long fetch must not eat it.
    void fetchingLeavesTheRoomToText()
    {
        Tablet other(m_folder.filePath(QString("other%1.db").arg(m_count)).toStdString(), 2);
        m_province->enrol(other);
        const auto theirs = other.addHousehold("黄金水");
        m_province->sync(other);
        QVERIFY(m_held.give());
        const auto reply = m_province->pull(must(m_tablet->store->nextPull(32768)), *m_tablet, 1 << 20);
        const auto applied = m_tablet->store->applyPull(reply);
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, Errc::diskFull);
        QVERIFY(!must(m_tablet->store->contains(theirs)));
        m_tablet->write(m_home, {{kPhone, Value::fromText("5")}});
        m_held.takeBack();
        m_province->sync(*m_tablet); // nothing was skipped
        QVERIFY(must(m_tablet->store->contains(theirs)));
    }

    // Who was shut out reads nothing any more, however full the disk is.
    void whatMayNotBeHeldGoesAllTheSame()
    {
        Tablet other(m_folder.filePath(QString("other%1.db").arg(m_count)).toStdString(), 2);
        m_province->enrol(other);
        const auto theirs = other.addHousehold("黄金水");
        m_province->sync(other);
        const auto unsent = m_tablet->addHousehold("陈伯");
        QVERIFY(m_held.give());
        auto reply = m_province->pull(must(m_tablet->store->nextPull(32768)), *m_tablet, 1 << 20);
        reply.granted.clear();
        const auto applied = m_tablet->store->applyPull(reply);
        QVERIFY(!applied && applied.error().code == Errc::diskFull); // there is more to fetch
        QVERIFY(!m_tablet->store->view(m_home).has_value());
        QVERIFY(!m_tablet->store->view(unsent).has_value());
        QVERIFY(must(m_tablet->store->hasSealed())); // still to be sent
        QVERIFY(!must(m_tablet->store->contains(theirs)));
        // A reply that brings nothing is no trouble for a full disk.
        auto quiet = m_province->pull(must(m_tablet->store->nextPull(32768)), *m_tablet, 1 << 20);
        quiet.granted.clear();
        quiet.frames.clear();
        must(m_tablet->store->applyPull(quiet));
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "tst_full_disk.moc"
