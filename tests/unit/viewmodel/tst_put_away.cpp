// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/life_edit.hpp"
#include "app/viewmodel/conflict_model.hpp"
#include "app/viewmodel/record_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;
using lianxin::ui::ConflictModel;

// One puts a record away while another writes into it; and what was written before can be read.
class PutAwayTest : public QObject, private LooksWorld {
    Q_OBJECT

    std::unique_ptr<ConflictModel> m_model;

    void putAway(Tablet& tablet) { tablet.write(m_family, {forms::lifeEdit(store::Life::voided)}, "moved away"); }
    [[nodiscard]] store::Life life(const Tablet& tablet) const { return must(tablet.store->view(m_family)).life; }
    [[nodiscard]] int historyOf(ui::RecordModel& page, const QString& label) const
    {
        for (int row = 0; row < page.history()->count(); ++row)
            if (page.history()->value(row, "label").toString() == label)
                return row;
        return -1;
    }
    void openAllLives(store::Life wanted, std::size_t asked)
    {
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QVERIFY(life(*tablet) == wanted);
            QCOMPARE(must(tablet->store->conflicts()).size(), asked);
        }
        QCOMPARE(must(m_a->store->stateHash(village())), must(m_c->store->stateHash(village())));
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

    void putAwayIsNoQuestionWhenNobodyWrote()
    {
        putAway(*m_a);
        syncAll();
        openAllLives(store::Life::voided, 0);
    }

    void whatWasSeenIsPutAwayWithIt()
    {
        m_b->write(m_family, {{key("phone1"), Value::fromText("19900000021")}});
        syncAll();
        putAway(*m_a);
        syncAll();
        openAllLives(store::Life::voided, 0);
    }

    // What the province adds by itself is no word of a person.
    void theProvincesNumberKeepsNothingInSight()
    {
        putAway(*m_a);
        m_b->write(m_family, {{key("hh_no"), Value::fromText("350128900200000017")}});
        syncAll();
        QVERIFY(life(*m_c) == store::Life::voided);
    }

    void twoWhoPutAwayAtOnceAgree()
    {
        putAway(*m_a);
        m_b->write(m_family, {{key("phone1"), Value::fromText("19900000021")}});
        putAway(*m_b); // saw more than the first did
        syncAll();
        openAllLives(store::Life::voided, 0);
    }

    void anUnseenEditKeepsItInSight_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("after");
        QTest::newRow("keep it") << 0 << static_cast<int>(store::Life::active);
        QTest::newRow("put it away all the same") << 1 << static_cast<int>(store::Life::voided);
    }
    void anUnseenEditKeepsItInSight()
    {
        QFETCH(int, side);
        QFETCH(int, after);
        putAway(*m_a);
        m_c->write(m_family, {{key("phone1"), Value::fromText("19900000021")}});
        syncAll();
        openAllLives(store::Life::active, 1);
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Life);
        QCOMPARE(m_model->sides()->count(), 2);
        QVERIFY(m_model->line().contains(QStringLiteral("林阿姨")));
        QVERIFY(m_model->sides()->value(0, "value").toString().contains(QStringLiteral("199 0000 0021")));
        QCOMPARE(m_model->sides()->value(1, "name").toString(), QStringLiteral("吴美华"));
        m_model->choose(m_model->sides()->value(side, "sideId").toString());
        syncAll();
        openAllLives(static_cast<store::Life>(after), 0);
        m_steps.takeBack();
        syncAll();
        openAllLives(store::Life::active, 1); // as it was
    }

    // Decided, while a third wrote something that nobody had seen: asked once more, nothing is lost.
    void aThirdEditIsAskedAboutAgain()
    {
        putAway(*m_a);
        m_c->write(m_family, {{key("phone1"), Value::fromText("19900000021")}});
        syncAll();
        m_model->show({});
        m_a->write(m_family, {{key("directions"), Value::fromText("second house")}});
        m_model->choose(m_model->sides()->value(1, "sideId").toString());
        QVERIFY(life(*m_b) == store::Life::voided);
        syncAll();
        openAllLives(store::Life::active, 1);
        QCOMPARE(m_c->text(m_family, key("directions")), std::string("second house"));
    }

    void oneKeepsWhatAnotherPutsAway()
    {
        putAway(*m_a);
        m_b->write(m_family, {forms::lifeEdit(store::Life::active)});
        syncAll();
        openAllLives(store::Life::active, 1);
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Life);
        QCOMPARE(m_model->sides()->count(), 2);
    }

    // --- what was written before

    void whatWasNotChosenCanBeRead()
    {
        differ(key("phone1"), Value::fromText("19900000012"), Value::fromText("19900000021"), "she told me herself");
        m_model->show({});
        const QString taken = m_model->sides()->value(1, "value").toString();
        const QString left = m_model->sides()->value(0, "value").toString();
        m_model->choose(m_model->sides()->value(1, "sideId").toString());
        syncAll();
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(m_family);
        const auto* type = m_b->catalogue.type(std::string_view("household"));
        const int row = historyOf(page, m_desk->label(type->field(std::string_view("phone1"))->label));
        QVERIFY(row >= 0);
        auto* steps = page.history()->nested(row, "steps");
        QCOMPARE(steps->value(0, "value").toString(), taken);
        QVERIFY(steps->value(0, "current").toBool());
        QStringList values;
        QStringList tags;
        for (int i = 0; i < steps->count(); ++i) {
            values << steps->value(i, "value").toString();
            tags << steps->value(i, "tag").toString();
            QVERIFY(steps->value(i, "line").toString().size() > 5);
        }
        QVERIFY(values.contains(left));
        QVERIFY(values.contains(QStringLiteral("199 0000 0008"))); // what it was before both
        QCOMPARE(tags[values.indexOf(left)], QStringLiteral("Not chosen"));
        const bool reasonKept = [&] {
            for (int i = 0; i < steps->count(); ++i)
                if (steps->value(i, "why").toString() == QStringLiteral("she told me herself"))
                    return true;
            return false;
        }();
        QVERIFY(reasonKept || taken == QStringLiteral("199 0000 0012"));
    }

    // A tablet that only heard of it has no history to show, and shows none.
    void whatWasWrittenOnceHasNoHistory()
    {
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(m_family);
        QCOMPARE(page.history()->count(), 0);
        QCOMPARE(page.groups()->count(), 0); // its records stand on the family's page
    }

    // Elements of a set are never a question; who took one out is read in the history.
    void setsAreReadInTheHistory()
    {
        const auto* type = m_b->catalogue.type(std::string_view("person"));
        const auto* field = type->field(std::string_view("chronic"));
        QVERIFY(field != nullptr && field->isSet());
        const auto person = m_a->newId();
        const RegisterKey element{field->number, "1"};
        store::RecordEdit made{person, m_family, type->number, village(), {}, {}};
        made.writes = {{{type->field(std::string_view("name"))->number, {}}, Value::fromText("林秀英")},
                       {element, Value::fromBool(true)}};
        must(m_a->store->save({{}, {made}, {}, "test"}));
        syncAll();
        m_a->write(person, {{element, Value::fromBool(false)}});
        m_c->write(person, {{RegisterKey{field->number, "2"}, Value::fromBool(true)}});
        syncAll();
        QVERIFY(ui::openLooks(*m_book).empty());
        ui::RecordModel page(*m_desk, m_steps);
        page.begin(m_family);
        int found = -1;
        for (int row = 0; row < page.history()->count(); ++row)
            if (page.history()->value(row, "label").toString().contains(m_desk->label(field->label)))
                found = row;
        QVERIFY(found >= 0);
        QStringList values;
        auto* steps = page.history()->nested(found, "steps");
        for (int i = 0; i < steps->count(); ++i)
            values << steps->value(i, "value").toString();
        QVERIFY(values.contains(QStringLiteral("taken out: %1").arg(m_desk->codeLabel(field->codeList, 1))));
        QVERIFY(values.contains(QStringLiteral("added: %1").arg(m_desk->codeLabel(field->codeList, 1))));
    }
};

QTEST_GUILESS_MAIN(PutAwayTest)
#include "tst_put_away.moc"
