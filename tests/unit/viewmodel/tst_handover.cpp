// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A colleague hands families over: posts end and begin in one save, the other tablets learn of it, and it can be taken back.
#include "app/viewmodel/family_model.hpp"
#include "app/viewmodel/handover_model.hpp"
#include "app/viewmodel/newcomers.hpp"
#include "app/viewmodel/received_model.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

class HandoverTest : public QObject, private LooksWorld {
    Q_OBJECT
    RecordId m_other;

    RecordId assign(RecordId family, UserId user, std::int64_t post, bool primary)
    {
        const auto& type = *m_a->catalogue.type(std::string_view("contact_assignment"));
        const auto id = m_a->newId();
        store::RecordEdit edit{id, family, type.number, village(), {}, {}};
        const auto put = [&](const char* name, Value value) {
            edit.writes.push_back({{type.field(std::string_view(name))->registerNumber(), {}}, std::move(value)});
        };
        put("user", Value::fromText(recordOf(user).text()));
        put("post", Value::fromInt(post));
        put("is_primary", Value::fromBool(primary));
        put("state", Value::fromInt(1));
        must(m_a->store->save({{}, {edit}, {}, "test"}));
        return id;
    }
    [[nodiscard]] std::vector<ui::Carer> carersOf(RecordId family)
    {
        auto carers = ui::carersNow(*m_book);
        std::erase_if(carers, [&](const ui::Carer& carer) { return carer.household != family; });
        return carers;
    }
    [[nodiscard]] static QString idOfUser(const Tablet& tablet) { return ui::idText(recordOf(tablet.user)); }
    [[nodiscard]] forms::RecordFields fieldsOf(const Tablet& tablet, RecordId record)
    {
        return {*tablet.catalogue.type(std::string_view("contact_assignment")), must(tablet.store->view(record))};
    }

private slots:
    void init()
    {
        setUp();
        m_other = make(*m_a, "household", village(), {{"call_name", Value::fromText("陈叔")}});
        make(*m_a, "app_user", PartitionId::directory(),
             {{"name", Value::fromText("许碧云")}, {"role", Value::fromInt(codeOfRole(Role::VW))}},
             recordOf(m_c->user));
        syncAll();
    }
    void cleanup() { tearDown(); }

    void postsEndAndBegin()
    {
        const auto old = assign(m_family, m_a->user, 2, true);
        const auto elsewhere = assign(m_other, m_a->user, 2, true);
        syncAll();
        ui::HandoverModel model(*m_book, m_steps);
        QVERIFY(model.mayHand());
        model.refresh();
        QCOMPARE(model.leaving()->count(), 1);
        model.chooseLeaving(idOfUser(*m_a));
        QCOMPARE(model.families()->count(), 2);
        QVERIFY(!model.canHand());
        model.chooseComing(idOfUser(*m_c));
        model.toggle(ui::idText(m_other)); // this one stays
        model.setNote(QStringLiteral("下午去最好"));
        QVERIFY(model.canHand());
        model.hand();
        QVERIFY(!m_steps.said.isEmpty());

        const auto carers = carersOf(m_family);
        QCOMPARE(carers.size(), std::size_t{1});
        QCOMPARE(carers[0].user, m_c->user);
        QCOMPARE(carers[0].post, std::int64_t{2});
        QVERIFY(carers[0].isPrimary);
        QCOMPARE(carersOf(m_other).front().assignment, elsewhere);
        syncAll();
        const auto ended = fieldsOf(*m_c, old);
        QCOMPARE(ended.number("state").value_or(0), std::int64_t{3});
        QCOMPARE(ended.day("to_date").value_or(Day()), m_desk->today());
        QCOMPARE(ui::qs(fieldsOf(*m_c, carers[0].assignment).text("handover_note")), QStringLiteral("下午去最好"));

        m_steps.takeBack();
        const auto back = carersOf(m_family);
        QCOMPARE(back.size(), std::size_t{1});
        QCOMPARE(back[0].assignment, old);
    }

    void whoHasAPostThereAlreadyGetsNoSecondOne()
    {
        assign(m_family, m_a->user, 2, true);
        const auto own = assign(m_family, m_c->user, 2, false);
        assign(m_family, m_a->user, 5, false); // a second post of the one who goes ends with the first
        syncAll();
        ui::Handover handover(*m_book, m_a->user, m_c->user, {});
        QVERIFY(handover.hand(m_family).has_value());
        const auto carers = carersOf(m_family);
        QCOMPARE(carers.size(), std::size_t{1});
        QCOMPARE(carers[0].assignment, own);
        QVERIFY(carers[0].isPrimary);
        QVERIFY(!handover.hand(m_family)); // nothing left to hand over
        QVERIFY(handover.takeBack().has_value());
        QCOMPARE(carersOf(m_family).size(), std::size_t{3});
    }

    // Only whoever takes it over; what one took oneself is no news, and one family is told once.
    void whoTakesAFamilyOverIsTold()
    {
        ui::ReceivedModel received(*m_book, m_steps);
        received.refresh();
        for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
            tablet->clock.time += 24LL * 3600 * 1000;
        received.refresh();
        assign(m_family, m_b->user, 2, true);
        assign(m_family, m_b->user, 5, false);
        assign(m_other, m_c->user, 2, true);
        syncAll();
        QCOMPARE(received.newcomers()->count(), 1);
        QCOMPARE(received.newcomers()->value(0, "familyId").toString(), ui::idText(m_family));
        QCOMPARE(received.newcomers()->value(0, "heading").toString(), QStringLiteral("林阿姨: with you from now on"));
        QVERIFY(received.newcomers()->value(0, "line").toString().startsWith(QStringLiteral("handed over by 吴美华")));
        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        QCOMPARE(today.followUps()->count(), 1);
        QCOMPARE(today.followUps()->value(0, "iconName").toString(), QStringLiteral("transfer"));
        // The same from the store, as after a night.
        ui::FamilyBook again(*m_desk);
        emit m_desk->languageChanged(); // reads the families
        QCOMPARE(again.newcomers().today().size(), std::size_t{1});
        QVERIFY(again.newcomers().today().front().isHanded);
        m_b->clock.time += 24LL * 3600 * 1000; // and tomorrow it is no news
        QVERIFY(again.newcomers().today().empty());
        openAs(Role::VO); // reads no families
        QVERIFY(m_book->newcomers().today().empty());
    }

    void theNextOneReadsItFirst()
    {
        assign(m_family, m_a->user, 2, true);
        syncAll();
        ui::Handover handover(*m_book, m_a->user, m_b->user, "清明前后少问");
        QVERIFY(handover.hand(m_family).has_value());
        const auto family = must(m_book->load(m_family));
        QCOMPARE(ui::handoverWords(*m_desk, family), QStringLiteral("清明前后少问"));
        ui::FamilyModel page(*m_book, m_steps);
        page.show(m_family);
        QVERIFY(page.noticeText().startsWith(QStringLiteral("清明前后少问")));
        m_b->clock.time += 61LL * 24 * 3600 * 1000;
        QVERIFY(ui::handoverWords(*m_desk, family).isEmpty());
    }

    // 换联系人 on a family's page: the township comes to the wizard with this family and its main contact; others to the form.
    void changingAContactBeginsAHandover()
    {
        assign(m_family, m_c->user, 5, false);
        assign(m_family, m_a->user, 2, true);
        assign(m_other, m_a->user, 2, true);
        syncAll();
        ui::FamilyModel page(*m_book, m_steps);
        page.show(m_family);
        page.changeCarer();
        QCOMPARE(m_steps.handovers, std::vector<RecordId>{m_family});
        QVERIFY(m_steps.forms.empty());
        ui::HandoverModel model(*m_book, m_steps);
        model.begin(m_family);
        QCOMPARE(model.families()->count(), 2);
        QVERIFY(model.families()->value(model.families()->find(ui::idText(m_family)), "chosen").toBool());
        QVERIFY(!model.families()->value(model.families()->find(ui::idText(m_other)), "chosen").toBool());
        QVERIFY(model.leaving()->value(model.leaving()->find(idOfUser(*m_a)), "chosen").toBool());
        model.chooseComing(idOfUser(*m_c));
        QVERIFY(model.canHand());
        page.show(make(*m_b, "household", village(), {{"call_name", Value::fromText("无人")}}));
        page.changeCarer(); // nobody to hand over from: a first contact is written down
        QCOMPARE(m_steps.forms.size(), std::size_t{1});
        openAs(Role::VW);
        page.show(m_family);
        page.changeCarer();
        QCOMPARE(m_steps.handovers.size(), std::size_t{1});
    }

    // The new place is noted, and the file goes along where that is another village; the province takes it there with the next exchange.
    void aFamilyMoves()
    {
        assign(m_family, m_a->user, 2, true);
        assign(m_other, m_a->user, 2, true);
        make(*m_a, "org_unit", PartitionId::directory(),
             {{"code", Value::fromText("350128001202")}, {"name", Value::fromText("上厝村")}});
        syncAll();
        ui::HandoverModel model(*m_book, m_steps);
        model.refresh();
        model.chooseLeaving(idOfUser(*m_a));
        QVERIFY(model.movingText().isEmpty()); // two are chosen
        model.begin(m_family);
        QVERIFY(!model.movingText().isEmpty());
        model.setMovePlace(QStringLiteral("上厝"));
        QCOMPARE(model.places()->count(), 1);
        QVERIFY(!model.canMove());
        const QString noted = model.moveLabel();
        model.choosePlace(model.places()->value(0, "code").toString());
        model.setMoveAddress(QStringLiteral("上厝村8号"));
        QVERIFY(model.canMove());
        QVERIFY(model.moveLabel() != noted);
        QVERIFY(model.moveLine().contains(QStringLiteral("上厝村")));
        const auto before = must(m_b->store->view(m_family));
        model.move();
        const RecordType& type = m_desk->type("household");
        const auto now = must(m_b->store->view(m_family));
        const forms::RecordFields fields(type, now);
        QCOMPARE(fields.text("live_code"), std::string("350128001202"));
        QCOMPARE(fields.text("address"), std::string("上厝村8号"));
        QVERIFY(fields.text("directions").empty());
        QVERIFY(now.partition == before.partition); // here, until the province says so
        const auto* place = now.find({kLocationRegister, {}});
        QCOMPARE(place->value.asText().value_or(""), std::string("v:350128001202"));
        QCOMPARE(carersOf(m_family).size(), std::size_t{1});
        // Within the village the file stays.
        model.begin(m_family);
        model.setMovePlace(QStringLiteral("350128001201"));
        model.choosePlace(QStringLiteral("350128001201"));
        QCOMPARE(model.moveLabel(), noted);
        m_steps.takeBack();
        QCOMPARE(forms::RecordFields(type, must(m_b->store->view(m_family))).text("directions"),
                 forms::RecordFields(type, before).text("directions"));
    }

    void onlyTheTownshipHandsOver()
    {
        assign(m_family, m_a->user, 2, true);
        syncAll();
        for (const auto role : {Role::VW, Role::CO, Role::CS}) {
            openAs(role);
            ui::HandoverModel model(*m_book, m_steps);
            model.refresh();
            QVERIFY(!model.mayHand());
            QCOMPARE(model.leaving()->count(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(HandoverTest)
#include "tst_handover.moc"
