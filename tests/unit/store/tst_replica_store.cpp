// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/store_world.hpp"

#include <QFile>

#include <filesystem>

using namespace lianxin;
using namespace lianxin::store;
using namespace lianxin::test;

// One tablet on its own: what is saved is shown, kept and found again.
class ReplicaStoreTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count{0};
    std::unique_ptr<Province> m_province;
    std::unique_ptr<Tablet> m_tablet;

private slots:
    void init()
    {
        m_province = std::make_unique<Province>();
        m_tablet = std::make_unique<Tablet>(m_folder.filePath(QString::number(++m_count) + ".db").toStdString(), 1);
        m_province->enrol(*m_tablet);
    }

    void showsWhatWasSaved()
    {
        auto& store = *m_tablet->store;
        const auto id = m_tablet->addHousehold("林秀英", "19900000012", "桥头村");
        const auto view = must(store.view(id));
        QCOMPARE(view.type, kHousehold);
        QVERIFY(view.pending);
        QCOMPARE(view.lastOwn, 1U);
        QCOMPARE(view.life, Life::active);
        QVERIFY(!view.conflict);
        QCOMPARE(view.find(kPhone)->value, Value::fromText("19900000012"));
        QCOMPARE(view.find(kPhone)->heads.size(), std::size_t{1});
        QCOMPARE(view.find(kRemark), nullptr);
        m_tablet->write(id, {{kPhone, Value::fromText("19900000034")}});
        QCOMPARE(m_tablet->text(id, kPhone), "19900000034");
        QCOMPARE(must(store.view(id)).find(kPhone)->heads.size(), std::size_t{1}); // its past held the first
        m_tablet->reopen();
        QCOMPARE(m_tablet->text(id, kPhone), "19900000034");
        QCOMPARE(m_tablet->text(id, kName), "林秀英");
        QVERIFY(!m_tablet->store->view(m_tablet->newId()));
        QVERIFY(!must(m_tablet->store->contains(m_tablet->newId())));
    }

    // More records in one save than are looked up one by one: each still shows what waits on it.
    void savesManyRecordsThatHaveChangesOnTop()
    {
        std::vector<RecordId> homes;
        for (int i = 0; i < 40; ++i)
            homes.push_back(m_tablet->addHousehold("林" + std::to_string(i), "19900000012"));
        Edit edit;
        for (const auto& home : homes) {
            const auto opened = must(m_tablet->store->openForEdit(home));
            edit.records.push_back({home,
                                    home,
                                    opened.view.type,
                                    opened.view.partition,
                                    {{kPhone, Value::fromText("19900000034")}},
                                    opened.past});
        }
        must(m_tablet->store->save(edit));
        for (std::size_t i = 0; i < homes.size(); ++i) {
            QCOMPARE(m_tablet->text(homes[i], kPhone), "19900000034");
            QCOMPARE(m_tablet->text(homes[i], kName), "林" + std::to_string(i));
            QVERIFY(must(m_tablet->store->view(homes[i])).pending);
        }
    }

    void savesSeveralRecordsOrNone()
    {
        auto& store = *m_tablet->store;
        const auto home = m_tablet->newId();
        const auto visit = m_tablet->newId();
        Edit edit;
        edit.records = {Tablet::household(home, {{kName, Value::fromText("蓝")}}),
                        {visit,
                         home,
                         kVisit,
                         village(),
                         {{kVisitAt, Value::fromInt(1000)}, {kVisitText, Value::fromText("x")}},
                         {}}};
        std::vector<RecordId> heard;
        store.setChangeListener([&](const std::vector<RecordId>& ids) { heard = ids; });
        const auto saved = must(store.save(edit));
        QCOMPARE(saved.number, 1U);
        QCOMPARE(heard.size(), std::size_t{2});
        QCOMPARE(must(store.children(home)).size(), std::size_t{2});
        QCOMPARE(must(store.view(visit)).root, home);

        heard.clear();
        const auto third = m_tablet->newId();
        Edit bad;
        bad.records = {Tablet::household(third, {{kName, Value::fromText("陈")}}),
                       {visit, third, kVisit, village(), {{kVisitText, Value::fromText("y")}}, {}}};
        QCOMPARE(store.save(bad).error().code, Errc::invalidInput); // the root of a record never changes
        QVERIFY(!must(store.contains(third)));
        QVERIFY(heard.empty());
        QCOMPARE(must(store.syncState()).saved, 1U);

        QCOMPARE(store.save(Edit{}).error().code, Errc::invalidInput);
        Edit twice;
        twice.records = {Tablet::household(third, {{kName, Value::null()}, {kName, Value::null()}})};
        QCOMPARE(store.save(twice).error().code, Errc::invalidInput);
        Edit wordy;
        wordy.why = std::string(201, 'w');
        wordy.records = {Tablet::household(third, {{kName, Value::null()}})};
        QCOMPARE(store.save(wordy).error().code, Errc::invalidInput);
        Edit huge;
        huge.records = {Tablet::household(third, {})};
        for (int i = 0; i < 6; ++i)
            huge.records[0].writes.push_back(
                {{static_cast<std::uint32_t>(20 + i), {}}, Value::fromText(std::string(200'000, 'x'))});
        QCOMPARE(store.save(huge).error().code, Errc::invalidInput);
        QCOMPARE(must(store.counts()).waiting, 1U);
    }

    void needsAnEnrolment()
    {
        Tablet fresh(m_folder.filePath("fresh.db").toStdString(), 5);
        fresh.open();
        Edit edit;
        edit.records = {Tablet::household(fresh.newId(), {{kName, Value::fromText("x")}})};
        QCOMPARE(fresh.store->save(edit).error().code, Errc::notAllowed);
        QVERIFY(!must(fresh.store->syncState()).initialised);
        must(fresh.store->initialise(fresh.replica, fresh.user, m_province->epoch));
        must(fresh.store->initialise(fresh.replica, fresh.user, m_province->epoch));
        QCOMPARE(fresh.store->initialise(m_tablet->replica, fresh.user, m_province->epoch).error().code,
                 Errc::invalidInput);
        must(fresh.store->save(edit));
    }

    void listsByTimeAndByName()
    {
        auto& store = *m_tablet->store;
        std::vector<RecordId> homes;
        for (const auto* name : {"郑", "陈", "林", "吴"})
            homes.push_back(m_tablet->addHousehold(name));
        QStringList names;
        for (const auto& view : must(store.ofType(kHousehold)))
            names << QString::fromStdString(view.find(kName)->value.asText().value());
        QCOMPARE(names, QStringList({"陈", "林", "吴", "郑"})); // chen lin wu zheng
        QCOMPARE(must(store.countOfType(kHousehold)), 4U);

        for (const auto at : {5'000'000'000LL, -7LL, 0LL, 2'000'000'000'000LL, 999LL}) {
            Edit edit;
            edit.records = {{m_tablet->newId(), homes[0], kVisit, village(), {{kVisitAt, Value::fromInt(at)}}, {}}};
            must(store.save(edit));
        }
        std::vector<std::int64_t> times;
        for (const auto& view : must(store.ofType(kVisit, 3, 1, true)))
            times.push_back(view.find(kVisitAt)->value.asInt().value());
        QCOMPARE(times, std::vector<std::int64_t>({5'000'000'000LL, 999LL, 0LL}));

        must(store.view(homes[1]));
        m_tablet->write(homes[1], {{{kLifeRegister, {}}, must(Value::fromCanonical(R"({"state":2})"))}});
        QCOMPARE(must(store.view(homes[1])).life, Life::voided);
        QCOMPARE(must(store.countOfType(kHousehold)), 3U);
        QVERIFY(must(store.search("陈")).empty());
    }

    void keepsDraftsAndTheirPast()
    {
        const auto id = m_tablet->addHousehold("林秀英", "1");
        auto opened = must(m_tablet->store->openForEdit(id));
        Draft draft{m_tablet->newId(), kHousehold, id, id, opened.past, R"({"11":"2"})", 77};
        must(m_tablet->store->putDraft(draft));
        draft.body = R"({"11":"23"})";
        must(m_tablet->store->putDraft(draft));
        m_tablet->reopen();
        const auto drafts = must(m_tablet->store->drafts());
        QCOMPARE(drafts.size(), std::size_t{1});
        QCOMPARE(drafts[0].body, draft.body);
        QVERIFY(drafts[0].past == opened.past);
        QVERIFY(drafts[0].past.of(kPhone).contains({m_tablet->replica, 1}));

        Edit edit;
        edit.draft = draft.id;
        edit.records = {{id, id, kHousehold, village(), {{kPhone, Value::fromText("23")}}, drafts[0].past}};
        must(m_tablet->store->save(edit));
        QVERIFY(must(m_tablet->store->drafts()).empty()); // by the same transaction
        QVERIFY(!must(m_tablet->store->draft(draft.id)));
        must(m_tablet->store->putDraft(draft));
        must(m_tablet->store->dropDraft(draft.id));
        QCOMPARE(must(m_tablet->store->counts()).drafts, 0U);
    }

    void savesUnderAnyClock_data()
    {
        QTest::addColumn<qlonglong>("first");
        QTest::addColumn<qlonglong>("second");
        QTest::newRow("1970") << 0LL << 5LL;
        QTest::newRow("before 1970") << -100'000LL << -99'000LL;
        QTest::newRow("2038 and back") << 2'147'483'648'000LL << 1'790'000'000'000LL;
        QTest::newRow("far future") << (1LL << 60) << 1'790'000'000'000LL;
        QTest::newRow("stands still") << 1'790'000'000'000LL << 1'790'000'000'000LL;
    }
    void savesUnderAnyClock()
    {
        QFETCH(qlonglong, first);
        QFETCH(qlonglong, second);
        m_tablet->clock.time = first;
        const auto home = RecordId::fromRaw("0123456789abcdef").value();
        Edit edit;
        edit.records = {Tablet::household(home, {{kName, Value::fromText("a")}})};
        const auto one = must(m_tablet->store->save(edit));
        m_tablet->clock.time = second;
        const auto opened = must(m_tablet->store->openForEdit(home));
        edit.records[0].past = opened.past;
        const auto two = must(m_tablet->store->save(edit));
        QVERIFY(one.hlc >= 0);
        QVERIFY(two.hlc > one.hlc);
        m_province->sync(*m_tablet);
        const auto three = must(m_tablet->store->save(edit));
        QVERIFY(core::hlcMillis(three.hlc) >= m_province->time); // contact mends it, in both directions
        QVERIFY(core::hlcMillis(three.hlc) <= m_province->time + 25LL * 3600 * 1000);
        QCOMPARE(must(m_tablet->store->syncState()).clockOffset, m_province->time - second);
    }

    void chainsItsAudit()
    {
        auto& store = *m_tablet->store;
        must(store.appendAudit("unlock", "step-up"));
        m_tablet->addHousehold("x");
        const auto entries = must(store.audit(10));
        QCOMPARE(entries.size(), std::size_t{3});
        QCOMPARE(entries[1].kind, "unlock");
        must(store.verifyAudit());
        must(store.verify());
        m_tablet->close();
        {
            const auto database = must(Database::open(m_tablet->file, m_tablet->key));
            must(database->exec("UPDATE audit SET detail = 'nothing' WHERE number = 2"));
        }
        m_tablet->open();
        QCOMPARE(m_tablet->store->verifyAudit().error().code, Errc::damaged);
    }

    void givesNoRequestNumberTwice()
    {
        std::uint64_t last = 0;
        for (int i = 0; i < 100; ++i) {
            if (i % 7 == 0)
                m_tablet->reopen(); // also stands for a crash: nothing is written on close
            const auto next = must(m_tablet->store->nextRequestCounter());
            QVERIFY(next > last);
            last = next;
        }
    }

    void remembersNotes()
    {
        QVERIFY(!must(m_tablet->store->note("scheme")));
        must(m_tablet->store->putNote("scheme", "dark"));
        m_tablet->reopen();
        QCOMPARE(must(m_tablet->store->note("scheme")).value(), "dark");
    }

    void rebuildsItsIndexForANewCatalogue()
    {
        const auto id = m_tablet->addHousehold("林秀英");
        m_tablet->close();
        m_tablet->catalogue = smallCatalogue(2);
        m_tablet->open();
        QCOMPARE(must(m_tablet->store->search("lxy")).front().record, id);
        {
            m_tablet->close();
            const auto database = must(Database::open(m_tablet->file, m_tablet->key));
            must(database->exec("DELETE FROM term"));
        }
        m_tablet->open();
        QVERIFY(must(m_tablet->store->search("lxy")).empty()); // same version: taken as it is
        m_tablet->close();
        m_tablet->catalogue = smallCatalogue(3);
        m_tablet->open();
        QCOMPARE(must(m_tablet->store->search("lxy")).size(), std::size_t{1});
    }

    void keepsNamesOutOfTheFiles()
    {
        const std::string canary = "CANARY-qmwneb";
        const auto id = m_tablet->addHousehold(canary, "19912345678", canary);
        must(m_tablet->store->putDraft({m_tablet->newId(), kHousehold, id, id, {}, canary, 0}));
        must(m_tablet->store->appendAudit("look", canary));
        for (const bool closed : {false, true}) {
            if (closed)
                m_tablet->close();
            for (const auto& entry : std::filesystem::directory_iterator(m_folder.path().toStdString())) {
                QFile file(QString::fromStdString(entry.path().string()));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto bytes = file.readAll().toLower();
                QVERIFY(!bytes.contains("canary"));
                QVERIFY(!bytes.contains("19912345678"));
            }
        }
    }

    void refusesANewerSchema()
    {
        m_tablet->close();
        {
            const auto database = must(Database::open(m_tablet->file, m_tablet->key));
            must(database->exec("PRAGMA user_version = 99"));
        }
        const auto opened = ReplicaStore::open(m_tablet->file, m_tablet->key, m_tablet->ports());
        QCOMPARE(opened.error().code, Errc::upgradeNeeded);
    }

    void anOlderFileGetsItsNewColumns()
    {
        const auto id = m_tablet->addHousehold("林秀英");
        m_tablet->close();
        {
            const auto database = must(Database::open(m_tablet->file, m_tablet->key));
            must(database->exec(
                "DROP TRIGGER piece_of_new; DROP TRIGGER piece_of_changed; DROP TRIGGER piece_of_gone; DROP TABLE "
                "piece; "
                "ALTER TABLE record DROP COLUMN since; ALTER TABLE record DROP COLUMN arrived; DROP TABLE "
                "segment_plan; DROP TABLE segment_part; DROP TABLE carried_own; DROP TABLE carried; DROP TABLE "
                "carried_receipt; "
                "DROP TRIGGER past_value_of_record; DROP TABLE past_value; DROP TABLE former_self; DROP TABLE "
                "restamped; DROP TABLE stub; "
                "PRAGMA user_version = 1"));
        }
        m_tablet->open();
        QCOMPARE(m_tablet->text(id, kName), "林秀英");
        QCOMPARE(must(m_tablet->store->view(id)).since, Millis{0});
        m_tablet->write(id, {{kPhone, Value::fromText("5")}});
        QCOMPARE(m_tablet->text(id, kPhone), "5");
    }

    void rekeysUnderOpenWork()
    {
        const auto id = m_tablet->addHousehold("林秀英");
        const auto next = RawKey::random(m_tablet->random);
        must(m_tablet->store->rekey(next));
        m_tablet->write(id, {{kPhone, Value::fromText("5")}});
        m_tablet->key = next;
        m_tablet->reopen();
        QCOMPARE(m_tablet->text(id, kPhone), "5");
    }
};

QTEST_GUILESS_MAIN(ReplicaStoreTest)
#include "tst_replica_store.moc"
