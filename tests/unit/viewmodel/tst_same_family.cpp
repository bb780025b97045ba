// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/found_rows.hpp"
#include "app/viewmodel/received_model.hpp"
#include "app/viewmodel/same_family_model.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;
using pairs::FilePair;

// Two files of one family: joined, taken apart, on one tablet and on two at once.
class SameFamilyTest : public QObject, private LooksWorld {
    Q_OBJECT

    RecordId file(const char* called, const char* phone, const PartitionId& where = village())
    {
        m_b->clock.time += 1000;
        return make(*m_b, "household", where,
                    {{"call_name", Value::fromText(called)}, {"phone1", Value::fromText(phone)}});
    }
    RecordId person(RecordId root, const char* name, const char* number = "", const PartitionId& where = village())
    {
        const RecordType* type = m_b->catalogue.type(std::string_view("person"));
        const auto id = m_b->newId();
        store::RecordEdit record{id, root, type->number, where, {}, {}};
        const auto put = [&](const char* field, const Value& value) {
            const Field* known = type->field(std::string_view(field));
            if (known->group != 0)
                record.writes.push_back(
                    {{known->group, {}},
                     Value::fromJson(boost::json::object{{std::to_string(known->number), value.json()}})});
            else
                record.writes.push_back({{known->number, {}}, value});
        };
        put("name", Value::fromText(name));
        put("birth_date", Value::fromText("1958-09-30"));
        put("relation", Value::fromInt(1));
        put("is_service_target", Value::fromBool(true));
        if (*number != '\0')
            put("id_no", Value::fromText(number));
        must(m_b->store->save({{}, {record}, {}, "test"}));
        return id;
    }
    // What everybody sees: who is a family, and what hangs on it.
    [[nodiscard]] QStringList families() const
    {
        QStringList names;
        for (const auto& id : m_book->order()) {
            QStringList people;
            const auto family = must(m_book->load(id));
            for (const auto& child : family.children)
                people << QString::number(child.type);
            people.sort();
            names << m_book->summary(id)->callName + QLatin1Char(' ') + people.join(QLatin1Char(','));
        }
        names.sort();
        return names;
    }
    void save(Tablet& tablet, Result<store::Edit> edit) { must(tablet.store->save(must(std::move(edit)))); }

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void asksJoinsAndTakesApart()
    {
        const auto first = file("秀英阿姨", "19900000012");
        const auto second = file("绣瑛阿姨", "19900000012");
        person(first, "林秀英");
        const auto later = person(second, "林绣瑛");
        const auto before = families();
        ui::SameFamilyModel page(*m_book, m_steps);
        page.refresh();
        QVERIFY(page.hasPair());
        QCOMPARE(page.sides()->value(0, "sideId").toString(),
                 ui::idText(first)); // the earlier one stands first and stays
        QVERIFY(page.sides()->value(0, "stays").toBool());
        QCOMPARE(page.sides()->nested(0, "facts")->value(3, "same").toBool(), true); // the telephone
        page.join();
        QVERIFY(!page.hasPair());
        QVERIFY(m_book->summary(second) == nullptr);
        QCOMPARE(m_book->kept(second), first);
        QCOMPARE(m_book->familyOf(later), first);
        QVERIFY(families().contains("秀英阿姨 11,11,19"));             // its people and the note; nothing was put away
        QCOMPARE(ui::findAll(*m_book, "绣瑛").size(), std::size_t{1}); // by the later file's words too
        QCOMPARE(ui::findAll(*m_book, "绣瑛").front().record, first);
        QCOMPARE(page.decided()->rowCount(), 1);
        page.takeBack(page.decided()->value(0, "pairId").toString());
        QVERIFY(m_book->summary(second) != nullptr);
        auto after = families();
        after.replaceInStrings(",19", "");
        QCOMPARE(after, before);
        page.refresh();
        QVERIFY(!page.hasPair()); // taken apart is an answer
        page.takeBack(page.decided()->value(0, "pairId").toString());
        page.refresh();
        QVERIFY(page.hasPair()); // look again
    }

    // Whoever may join them meets the question on 今天 and the township on 今天收到, without looking for the page; nobody else is told.
    void whoMayJoinIsTold()
    {
        const auto told = [](ui::RowsModel& rows, const char* role) {
            for (int row = 0; row < rows.count(); ++row)
                if (rows.value(row, role).toString() == QLatin1String("alike"))
                    return row;
            return -1;
        };
        ui::TodayModel today(*m_book, m_steps);
        ui::ReceivedModel received(*m_book, m_steps);
        received.refresh();
        const auto first = file("秀英阿姨", "19900000012");
        person(first, "林秀英");
        person(file("绣瑛阿姨", "19900000012"), "林绣瑛");
        QVERIFY(QTest::qWaitFor([&] { return told(*today.followUps(), "followId") >= 0; }));
        QVERIFY(told(*received.looks(), "lookId") >= 0);
        QVERIFY(!received.lookHeading().isEmpty());
        today.openFollowUp(QStringLiteral("alike"));
        received.look(QStringLiteral("alike"));
        QCOMPARE(m_steps.sameFamilies, 2);
        received.putAside(QStringLiteral("alike"));
        QCOMPARE(told(*received.looks(), "lookId"), -1);
        ui::SameFamilyModel page(*m_book, m_steps);
        page.refresh();
        page.apart();
        QVERIFY(QTest::qWaitFor([&] { return told(*today.followUps(), "followId") < 0; })); // answered
        m_steps.takeBack();
        QVERIFY(QTest::qWaitFor([&] { return told(*today.followUps(), "followId") >= 0; }));
        openAs(Role::VO); // a volunteer joins no files
        QVERIFY(!m_desk->mayWrite(m_desk->type("pair_note")));
        QCOMPARE(told(*today.followUps(), "followId"), -1);
        QCOMPARE(m_book->alike().count(), 0);
    }

    void undoLeavesEverythingAsItWas()
    {
        const auto first = file("秀英阿姨", "19900000012");
        const auto second = file("秀英阿姨", "19900000012");
        person(first, "林秀英", "359901195809300021");
        const auto twin = person(second, "林秀英", "359901195809300021");
        const auto before = must(m_b->store->view(second)).values();
        ui::SameFamilyModel page(*m_book, m_steps);
        page.refresh();
        page.join();
        QVERIFY(must(m_b->store->view(twin)).life == store::Life::merged); // one person in one family
        m_steps.takeBack();
        QVERIFY(must(m_b->store->view(twin)).life == store::Life::active);
        auto now = must(m_b->store->view(second)).values();
        now.erase({kLifeRegister, {}});
        QVERIFY(now == before);
        QVERIFY(page.hasPair());
    }

    // No matter who looks first: both write the same values, so nothing is left to settle.
    void twoTabletsJoinAtOnce()
    {
        const FilePair pair{file("秀英阿姨", "19900000012"), file("绣瑛阿姨", "19900000012")};
        syncAll();
        save(*m_b, pairs::joinEdit(*m_b->store, m_b->catalogue, pair));
        save(*m_c, pairs::joinEdit(*m_c->store, m_c->catalogue, pair));
        syncAll();
        for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QCOMPARE(must(tablet->store->counts()).conflicts, std::uint64_t{0});
            QVERIFY(pairs::mergedInto(must(tablet->store->view(pair.second))) == pair.first);
            QCOMPARE(must(pairs::notes(*tablet->store, tablet->catalogue)).size(), std::size_t{1});
        }
        QCOMPARE(must(m_b->store->stateHash(village())), must(m_c->store->stateHash(village())));
    }

    // Whoever would join the other way round is refused: so no circle can come about on any tablet.
    void theEarlierFileStays()
    {
        const FilePair pair{file("一", ""), file("二", "")};
        QVERIFY(!pairs::joinEdit(*m_b->store, m_b->catalogue, {pair.second, pair.first}));
    }

    // Three files, two joins on two tablets that do not know of each other: one family everywhere.
    void chainsLeadToOneFamily()
    {
        const auto a = file("甲", "");
        const auto b = file("乙", "");
        const auto c = file("丙", "");
        person(c, "林丙");
        syncAll();
        save(*m_b, pairs::joinEdit(*m_b->store, m_b->catalogue, {a, b}));
        save(*m_c, pairs::joinEdit(*m_c->store, m_c->catalogue, {b, c}));
        syncAll();
        QCOMPARE(m_book->kept(c), a);
        QCOMPARE(m_book->kept(b), a);
        QVERIFY(m_book->summary(a) != nullptr && m_book->summary(b) == nullptr && m_book->summary(c) == nullptr);
        save(*m_c, pairs::apartEdit(*m_c->store, m_c->catalogue, {a, b}));
        syncAll();
        QCOMPARE(m_book->kept(c), b);
        QVERIFY(m_book->summary(a) != nullptr && m_book->summary(b) != nullptr);
    }

    // One joins, another says at the same time that they are two: a person is asked, and until then nobody is out of sight.
    void whereTwoDifferAPersonIsAsked()
    {
        const FilePair pair{file("秀英阿姨", "1"), file("绣瑛阿姨", "1")};
        syncAll();
        save(*m_b, pairs::joinEdit(*m_b->store, m_b->catalogue, pair));
        save(*m_c, pairs::apartEdit(*m_c->store, m_c->catalogue, pair));
        syncAll();
        QCOMPARE(must(m_b->store->counts()).conflicts,
                 std::uint64_t{1});                      // the note; the file itself only one has written
        QCOMPARE(m_book->kept(pair.second), pair.first); // and nobody is out of sight meanwhile
    }

    void nobodyLosesSightOfAFamilyWhoseEarlierFileIsElsewhere()
    {
        const auto second = file("绣瑛阿姨", "1");
        const auto far = makeRecordId(1, m_b->random); // of a village that this tablet does not hold
        const FilePair pair{far, second};
        save(*m_b, pairs::joinEdit(*m_b->store, m_b->catalogue, pair));
        QVERIFY(m_book->summary(second) != nullptr);
        QCOMPARE(m_book->kept(second), second);
        m_b->write(second, {{key("phone1"), Value::fromText("19900000099")}});
        QCOMPARE(m_book->summary(second)->phone, QString("19900000099"));
    }

    void onlyWhoMayWriteIsAsked()
    {
        file("秀英阿姨", "19900000012");
        openAs(Role::CS);
        ui::SameFamilyModel page(*m_book, m_steps);
        page.refresh();
        QVERIFY(!page.hasPair());
    }
};

QTEST_GUILESS_MAIN(SameFamilyTest)
#include "tst_same_family.moc"
