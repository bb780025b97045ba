// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/life_edit.hpp"
#include "app/settle/answer.hpp"
#include "app/viewmodel/conflict_model.hpp"
#include "app/viewmodel/received_model.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <boost/json/array.hpp>

using namespace lianxin;
using namespace lianxin::test;
using lianxin::ui::ConflictModel;
using settle::Question;

// What two records may be together though no register differs: asked on every tablet, answered once, remembered.
class MattersTest : public QObject, private LooksWorld {
    Q_OBJECT

    static constexpr Millis kDay = 24LL * 3600 * 1000;
    std::unique_ptr<ConflictModel> m_model;

    RecordId child(Tablet& tablet, const char* typeName, std::vector<std::pair<const char*, Value>> values)
    {
        const RecordType* type = tablet.catalogue.type(std::string_view(typeName));
        const RecordId id = tablet.newId();
        store::RecordEdit record{id, m_family, type->number, village(), {}, {}};
        FieldValues fields;
        for (const auto& [name, value] : values)
            fields[type->field(std::string_view(name))->number] = value;
        for (const auto& [key, value] : registerChanges(*type, {}, fields))
            record.writes.push_back({key, value});
        must(tablet.store->save({{}, {record}, {}, "test"}));
        for (auto* one : {m_a.get(), m_b.get(), m_c.get()}) // the order of ids is the order of the story
            one->clock.time += 1000;
        return id;
    }
    RecordId visit(Tablet& tablet, const char* words, int mode = 1, Millis at = 0)
    {
        return child(tablet, "visit",
                     {{"mode", Value::fromInt(mode)},
                      {"outcome", Value::fromInt(1)},
                      {"occurred_at", Value::fromInt(at != 0 ? at : tablet.clock.time)},
                      {"quick_note", Value::fromText(words)}});
    }
    RecordId contact(Tablet& tablet, const char* name, const char* from, const char* until = nullptr,
                     bool isMain = true, int state = 1)
    {
        std::vector<std::pair<const char*, Value>> values{{"person_name", Value::fromText(name)},
                                                          {"post", Value::fromInt(2)},
                                                          {"is_primary", Value::fromBool(isMain)},
                                                          {"from_date", Value::fromText(from)},
                                                          {"state", Value::fromInt(state)}};
        if (until != nullptr)
            values.emplace_back("to_date", Value::fromText(until));
        return child(tablet, "contact_assignment", std::move(values));
    }
    RecordId aid(Tablet& tablet, std::int64_t fen, int source = 3)
    {
        return child(tablet, "emergency_case",
                     {{"kind", Value::fromInt(1)},
                      {"known_at", Value::fromInt(tablet.clock.time)},
                      {"aid_money", Value::fromInt(fen)},
                      {"fund_source", Value::fromInt(source)}});
    }
    [[nodiscard]] std::vector<settle::Matter> matters(const Tablet& tablet) const
    {
        return settle::mattersOf(tablet.catalogue, must(tablet.store->children(m_family)), dayInChina(m_b->clock.time));
    }
    [[nodiscard]] forms::RecordFields fields(const Tablet& tablet, RecordId record) const
    {
        const auto view = must(tablet.store->view(record));
        return {*tablet.catalogue.type(view.type), view};
    }
    [[nodiscard]] store::Life life(const Tablet& tablet, RecordId record) const
    {
        return must(tablet.store->view(record)).life;
    }
    void clearEverywhere()
    {
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QVERIFY(matters(*tablet).empty());
            QCOMPARE(must(tablet->store->counts()).conflicts, std::uint64_t{0});
        }
        QVERIFY(ui::openLooks(*m_book).empty());
    }

private slots:
    void init()
    {
        setUp();
        m_model = std::make_unique<ConflictModel>(*m_book, m_steps);
    }
    void cleanup()
    {
        m_model.reset();
        tearDown();
    }

    void twoMainContacts()
    {
        const auto first = contact(*m_a, "陈小梅", "2026-01-01");
        const auto second = contact(*m_b, "郑志强", "2026-02-01");
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QCOMPARE(matters(*tablet).size(), std::size_t{1});
            QVERIFY(matters(*tablet).front().question == Question::primaries);
        }
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Matter);
        QCOMPARE(m_model->sides()->value(0, "value").toString(), QStringLiteral("陈小梅"));
        QCOMPARE(m_model->sides()->value(1, "value").toString(), QStringLiteral("郑志强"));
        m_model->choose(ui::idText(second));
        QCOMPARE(m_steps.backs, 1);
        clearEverywhere();
        QVERIFY(!fields(*m_a, first).flag("is_primary"));
        QVERIFY(fields(*m_a, second).flag("is_primary"));
        m_steps.takeBack();
        syncAll();
        QCOMPARE(matters(*m_a).size(), std::size_t{1});
    }

    void onePrimaryAfterTheOtherIsNoQuestion_data()
    {
        QTest::addColumn<QString>("until");
        QTest::addColumn<bool>("isMain");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("asked");
        QTest::newRow("both at once") << QString() << true << 1 << 1;
        QTest::newRow("over before") << QStringLiteral("2026-01-31") << true << 1 << 0;
        QTest::newRow("another post") << QString() << false << 1 << 0;
        QTest::newRow("ended") << QString() << true << 3 << 0;
    }
    void onePrimaryAfterTheOtherIsNoQuestion()
    {
        QFETCH(QString, until);
        QFETCH(bool, isMain);
        QFETCH(int, state);
        QFETCH(int, asked);
        const auto end = until.toStdString();
        contact(*m_b, "陈小梅", "2026-01-01", end.empty() ? nullptr : end.c_str(), isMain, state);
        contact(*m_b, "郑志强", "2026-02-01");
        QCOMPARE(matters(*m_b).size(), static_cast<std::size_t>(asked));
    }

    void theSameVisitTwice()
    {
        const auto first = visit(*m_a, "带了水果");
        const auto second = visit(*m_b, "聊得不错");
        syncAll();
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Matter);
        QVERIFY(m_model->sides()->value(0, "whyText").toString().contains(QStringLiteral("带了水果")));
        QVERIFY(m_model->canKeepBoth());
        m_model->choose(ui::idText(first));
        clearEverywhere();
        QVERIFY(life(*m_a, first) == store::Life::active);
        QVERIFY(life(*m_a, second) == store::Life::voided);
        // Its words stay in sight, as an addition to the one that was kept.
        const auto* amendment = m_a->catalogue.type(std::string_view("amendment"));
        int additions = 0;
        for (const auto& view : must(m_a->store->children(m_family)))
            if (view.type == amendment->number) {
                ++additions;
                QCOMPARE(forms::RecordFields(*amendment, view).text("text"), std::string("聊得不错"));
                QVERIFY(forms::RecordFields(*amendment, view).ref("target") == first);
            }
        QCOMPARE(additions, 1);
        m_steps.takeBack();
        syncAll();
        QVERIFY(life(*m_c, second) == store::Life::active);
        QCOMPARE(matters(*m_c).size(), std::size_t{1});
    }

    void twoVisitsOfOneHandOrAnotherWayAreTwo()
    {
        visit(*m_b, "早上");
        visit(*m_b, "下午");
        visit(*m_a, "打电话问了", 2);
        visit(*m_a, "上个月", 1, m_a->clock.time - 20 * kDay);
        syncAll();
        QVERIFY(matters(*m_b).empty());
    }

    void bothRightIsRememberedOnEveryTablet()
    {
        visit(*m_a, "早上");
        visit(*m_b, "下午");
        syncAll();
        m_model->show({});
        m_model->keepBoth();
        QVERIFY(m_steps.takeBack);
        clearEverywhere();
        // Two who say so at once write one note.
        m_steps.takeBack();
        syncAll();
        QCOMPARE(matters(*m_a).size(), std::size_t{1});
        for (auto* tablet : {m_a.get(), m_b.get()}) {
            const auto seen = must(settle::look(*tablet->store, matters(*tablet).front()));
            must(tablet->store->save(must(settle::bothRightEdit(*tablet->store, tablet->catalogue, seen))));
        }
        clearEverywhere();
    }

    // One keeps the first, another the second, neither knows of the other: nothing is out of sight, a person is asked once more.
    void contraryAnswersLoseNothing()
    {
        const auto first = visit(*m_a, "早上");
        const auto second = visit(*m_b, "下午");
        syncAll();
        const auto answer = [&](Tablet& tablet, RecordId kept) {
            const auto seen = must(settle::look(*tablet.store, matters(tablet).front()));
            must(tablet.store->save(must(settle::keepEdit(*tablet.store, tablet.catalogue, seen, kept, "the same"))));
        };
        answer(*m_a, first);
        answer(*m_b, second);
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QVERIFY(life(*tablet, first) == store::Life::active);
            QVERIFY(life(*tablet, second) == store::Life::active);
            QCOMPARE(must(tablet->store->counts()).conflicts, std::uint64_t{2});
        }
    }

    // A third tablet wrote into the visit that was put away, unseen: it comes back into sight until somebody decides.
    void anUnseenThirdEditSurvives()
    {
        const auto first = visit(*m_a, "早上");
        const auto second = visit(*m_b, "下午");
        syncAll();
        const auto* type = m_c->catalogue.type(std::string_view("visit"));
        const RegisterKey note{type->field(std::string_view("quick_note"))->number, {}};
        m_c->write(second, {{note, Value::fromText("下午又去了一次")}});
        m_model->show({});
        m_model->choose(ui::idText(first));
        QVERIFY(life(*m_b, second) == store::Life::voided);
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QVERIFY(life(*tablet, second) == store::Life::active);
            QCOMPARE(tablet->text(second, note), std::string("下午又去了一次"));
            QCOMPARE(must(tablet->store->conflicts()).size(), std::size_t{1});
        }
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Life);
    }

    void theSameAidTwice()
    {
        const auto first = aid(*m_a, 200000);
        m_b->clock.time += 2 * kDay;
        const auto second = aid(*m_b, 200000);
        aid(*m_b, 100000);    // another sum
        aid(*m_b, 200000, 1); // another purse
        syncAll();
        QCOMPARE(matters(*m_b).size(), std::size_t{1});
        QVERIFY(matters(*m_b).front().question == Question::payments);
        m_model->show({});
        QVERIFY(m_model->sides()->value(0, "value").toString().contains(QStringLiteral("2000")));
        m_model->choose(ui::idText(first));
        clearEverywhere();
        // The emergency itself stays; only the money goes from it.
        QVERIFY(life(*m_a, second) == store::Life::active);
        QVERIFY(!fields(*m_a, second).number("aid_money").has_value());
        QCOMPARE(fields(*m_a, first).number("aid_money").value_or(0), std::int64_t{200000});
        m_steps.takeBack();
        syncAll();
        QCOMPARE(fields(*m_c, second).number("aid_money").value_or(0), std::int64_t{200000});
    }

    void theSameLedgerRowTwice()
    {
        const auto row = [&](Tablet& tablet) {
            return make(tablet, "fund_ledger", village(),
                        {{"direction", Value::fromInt(2)},
                         {"day", Value::fromText(dayText(dayInChina(tablet.clock.time)))},
                         {"amount", Value::fromInt(50000)},
                         {"source", Value::fromInt(3)},
                         {"use", Value::fromInt(1)},
                         {"household", Value::fromText(m_family.text())}});
        };
        const auto first = row(*m_a);
        m_b->clock.time += kDay;
        const auto second = row(*m_b);
        syncAll();
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Matter);
        QVERIFY(m_model->line().contains(QStringLiteral("林阿姨")));
        m_model->choose(ui::idText(second));
        syncAll();
        QVERIFY(life(*m_c, first) == store::Life::voided);
        QVERIFY(life(*m_c, second) == store::Life::active);
        QVERIFY(ui::openLooks(*m_book).empty());
    }

    // Somebody adds to a visit that another puts away: a person decides whether both come back.
    void putAwayWhileSomebodyAddedToIt_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("after");
        QTest::newRow("bring it back") << 0 << static_cast<int>(store::Life::active);
        QTest::newRow("put both away") << 1 << static_cast<int>(store::Life::voided);
    }
    void putAwayWhileSomebodyAddedToIt()
    {
        QFETCH(int, side);
        QFETCH(int, after);
        const auto target = visit(*m_a, "带了水果");
        syncAll();
        const auto addition = child(
            *m_c, "amendment", {{"target", Value::fromText(target.text())}, {"text", Value::fromText("她很高兴")}});
        m_a->write(target, {forms::lifeEdit(store::Life::voided)});
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
            QCOMPARE(matters(*tablet).size(), std::size_t{1});
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Matter);
        QVERIFY(!m_model->canKeepBoth());
        m_model->choose(m_model->sides()->value(side, "sideId").toString());
        clearEverywhere();
        QVERIFY(life(*m_c, target) == static_cast<store::Life>(after));
        QVERIFY(life(*m_c, addition) == static_cast<store::Life>(after));
        m_steps.takeBack();
        syncAll();
        QCOMPARE(matters(*m_a).size(), std::size_t{1});
    }

    // What was added to the one that goes is added to the one that stays.
    void additionsMoveAlong()
    {
        const auto first = visit(*m_a, "早上");
        const auto second = visit(*m_b, "下午");
        const auto addition = child(
            *m_b, "amendment", {{"target", Value::fromText(second.text())}, {"text", Value::fromText("她很高兴")}});
        syncAll();
        m_model->show({});
        m_model->choose(ui::idText(first));
        clearEverywhere();
        QVERIFY(fields(*m_a, addition).ref("target") == first);
        m_steps.takeBack();
        syncAll();
        QVERIFY(fields(*m_a, addition).ref("target") == second);
    }

    void farApartOrLongAgoIsNotAsked()
    {
        aid(*m_a, 200000);
        m_b->clock.time += 10 * kDay;
        aid(*m_b, 200000);
        syncAll();
        QVERIFY(matters(*m_b).empty());
        visit(*m_a, "一", 1, m_a->clock.time);
        visit(*m_b, "二", 1, m_a->clock.time);
        syncAll();
        QCOMPARE(matters(*m_b).size(), std::size_t{1});
        m_b->clock.time += 90 * kDay;
        QVERIFY(matters(*m_b).empty());
    }

    void theTownshipSeesThemAndWhoMayNotWriteOnlyLooks()
    {
        visit(*m_a, "早上");
        visit(*m_b, "下午");
        syncAll();
        ui::ReceivedModel received(*m_book, m_steps);
        received.refresh();
        QCOMPARE(received.looks()->count(), 1);
        QVERIFY(received.looks()->value(0, "heading").toString().contains(QStringLiteral("林阿姨")));
        received.look(received.looks()->value(0, "lookId").toString());
        QCOMPARE(m_steps.conflicts.size(), std::size_t{1});
        m_model->show(m_steps.conflicts.front());
        QCOMPARE(m_model->kind(), ConflictModel::Matter);
        openAs(Role::CS);
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Matter);
        QVERIFY(!m_model->maySettle());
        m_model->choose(m_model->sides()->value(0, "sideId").toString());
        m_model->keepBoth();
        QCOMPARE(matters(*m_b).size(), std::size_t{1});
        openAs(Role::VO);
        QVERIFY(ui::openLooks(*m_book).empty());
    }
};

QTEST_GUILESS_MAIN(MattersTest)
#include "tst_matters.moc"
