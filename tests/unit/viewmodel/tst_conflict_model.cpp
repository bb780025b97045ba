// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/conflict_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QSignalSpy>

using namespace lianxin;
using namespace lianxin::test;
using lianxin::ui::ConflictModel;

// The page where a person looks at two answers and decides.
class ConflictModelTest : public QObject, private LooksWorld {
    Q_OBJECT

    std::unique_ptr<ConflictModel> m_model;
    [[nodiscard]] QString side(int row, const char* role) const
    {
        return m_model->sides()->value(row, role).toString();
    }

private slots:
    void init()
    {
        setUp();
        m_model = std::make_unique<ConflictModel>(*m_book, m_steps);
        openAs(Role::TO); // the model is there before anybody unlocks
    }
    void cleanup()
    {
        m_model.reset();
        tearDown();
    }

    void isEmptyWhenNothingDiffers()
    {
        QCOMPARE(m_model->kind(), ConflictModel::None);
        QCOMPARE(m_model->count(), 0);
        QVERIFY(!m_model->emptyText().isEmpty());
        m_model->choose(QStringLiteral("nobody"));
        m_model->useNew(QStringLiteral("1"));
        m_model->putAside();
        QCOMPARE(m_steps.backs, 0);
    }

    void showsWhoWroteWhat()
    {
        differ(key("phone1"), Value::fromText("19900000012"), Value::fromText("19900000021"), "she told me herself");
        m_model->show(m_family);
        QCOMPARE(m_model->kind(), ConflictModel::Value);
        QCOMPARE(m_model->count(), 1);
        QVERIFY(m_model->line().contains(QStringLiteral("林阿姨")));
        QVERIFY(m_model->queueText().isEmpty());
        QCOMPARE(m_model->beforeText(), QStringLiteral("199 0000 0008"));
        QVERIFY(m_model->beforeLine().contains(QStringLiteral("吴美华")));
        QCOMPARE(m_model->sides()->count(), 2);
        QCOMPARE(m_model->sides()->value(0, "current").toBool(), true);
        QCOMPARE(m_model->sides()->value(1, "current").toBool(), false);
        const auto current = reg(*m_b, key("phone1")).value;
        const int mine = current == Value::fromText("19900000021") ? 0 : 1;
        QCOMPARE(side(mine, "value"), QStringLiteral("199 0000 0021"));
        QCOMPARE(side(mine, "name"), QStringLiteral("郑志强"));
        QVERIFY(side(mine, "whenText").contains(QStringLiteral("this tablet")));
        QCOMPARE(side(1 - mine, "value"), QStringLiteral("199 0000 0012"));
        QCOMPARE(side(1 - mine, "name"), QStringLiteral("吴美华"));
        QCOMPARE(side(1 - mine, "place"), QStringLiteral("桥头村"));
        QCOMPARE(side(1 - mine, "whyText"), QStringLiteral("she told me herself"));
        QVERIFY(side(1 - mine, "whenText").contains(QStringLiteral("another tablet")));
        QVERIFY(m_model->canKeepBoth());
        m_model->call(side(1 - mine, "sideId"));
        QCOMPARE(m_steps.dialled, QStringLiteral("19900000012"));
    }

    void keepsWhatIsInUse()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        m_model->show({});
        const auto current = reg(*m_b, key("phone1")).value;
        QSignalSpy committed(m_model.get(), &ConflictModel::committed);
        m_model->choose(side(0, "sideId"));
        QCOMPARE(committed.size(), 1);
        QCOMPARE(m_steps.backs, 1);
        QVERIFY(!m_steps.takeBack);
        QCOMPARE(m_model->kind(), ConflictModel::None);
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QVERIFY(!reg(*tablet, key("phone1")).conflict);
            QCOMPARE(reg(*tablet, key("phone1")).value, current);
        }
    }

    void takesTheOtherAndTakesItBack()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        m_model->show({});
        const auto current = reg(*m_b, key("phone1")).value;
        m_model->choose(side(1, "sideId"));
        QVERIFY(!reg(*m_b, key("phone1")).conflict);
        QVERIFY(reg(*m_b, key("phone1")).value != current);
        QVERIFY(m_steps.takeBack);
        m_steps.takeBack();
        syncAll();
        QVERIFY(!reg(*m_a, key("phone1")).conflict);
        QCOMPARE(reg(*m_a, key("phone1")).value, current);
    }

    // I5 of the rules: what was not on the page is not replaced by what is decided on it.
    void anEditThatNobodySawSurvives()
    {
        m_c->write(m_family, {{key("phone1"), Value::fromText("4")}});
        m_a->write(m_family, {{key("phone1"), Value::fromText("2")}});
        m_b->write(m_family, {{key("phone1"), Value::fromText("3")}});
        m_province->sync(*m_a);
        m_province->sync(*m_b);
        m_model->show({});
        QCOMPARE(m_model->sides()->count(), 2);
        m_province->sync(*m_c);
        m_province->pullAll(*m_b); // the third comes in while the page is open
        QCOMPARE(reg(*m_b, key("phone1")).heads.size(), std::size_t{3});
        QCOMPARE(m_model->sides()->count(), 2);
        const QString taken = side(1, "value");
        m_model->choose(side(1, "sideId"));
        QCOMPARE(m_steps.backs, 0); // the smaller difference is the next one
        QCOMPARE(m_model->kind(), ConflictModel::Value);
        QStringList left{side(0, "value"), side(1, "value")};
        left.sort();
        QStringList wanted{taken, QStringLiteral("4")};
        wanted.sort();
        QCOMPARE(left, wanted);
        // Neither does taking it back touch what nobody saw.
        m_steps.takeBack();
        syncAll();
        const auto heads = reg(*m_a, key("phone1")).heads;
        QCOMPARE(heads.size(), std::size_t{2});
        QVERIFY(std::any_of(heads.begin(), heads.end(),
                            [](const core::Head& head) { return head.value == Value::fromText("4"); }));
    }

    void leavesWhatWasSettledElsewhere()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        m_model->show({});
        m_a->write(m_family, {{key("phone1"), Value::fromText("5")}});
        m_province->sync(*m_a);
        m_province->pullAll(*m_b);
        QCOMPARE(m_model->kind(), ConflictModel::None);
        QCOMPARE(m_model->count(), 0);
    }

    void takesANewValueAndAsksOnceWhenItLooksOdd()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        m_model->show({});
        m_model->useNew(QStringLiteral("1990000001"));
        QVERIFY(!m_model->newErrorText().isEmpty());
        QVERIFY(reg(*m_b, key("phone1")).conflict);
        m_model->useNew(QStringLiteral("199 0000 0033"));
        QCOMPARE(reg(*m_b, key("phone1")).value, Value::fromText("19900000033"));
        QVERIFY(!reg(*m_b, key("phone1")).conflict);
        QVERIFY(m_model->newErrorText().isEmpty());

        differ(key("phone1"), Value::fromText("6"), Value::fromText("7"));
        m_model->show({});
        m_model->useNew(QStringLiteral("1990000001"));
        m_model->useNew(QStringLiteral("1990000001")); // said again: meant
        QCOMPARE(reg(*m_b, key("phone1")).value, Value::fromText("1990000001"));
    }

    void keepsBothNumbersAndTakesThemBack()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        m_model->show({});
        const auto current = reg(*m_b, key("phone1")).value;
        m_model->keepBoth();
        QCOMPARE(reg(*m_b, key("phone1")).value, current);
        QCOMPARE(reg(*m_b, key("phone2")).value,
                 current == Value::fromText("2") ? Value::fromText("3") : Value::fromText("2"));
        QVERIFY(!reg(*m_b, key("phone1")).conflict);
        m_steps.takeBack();
        QVERIFY(reg(*m_b, key("phone2")).value.isNull());
        // A second number that is there already is not written over.
        m_b->write(m_family, {{key("phone2"), Value::fromText("9")}});
        differ(key("phone1"), Value::fromText("4"), Value::fromText("5"));
        m_model->show({});
        QVERIFY(!m_model->canKeepBoth());
        m_model->keepBoth();
        QVERIFY(reg(*m_b, key("phone1")).conflict);
    }

    void offersTheCodesOfAField()
    {
        differ(key("family_type"), Value::fromInt(2), Value::fromInt(3));
        m_model->show({});
        QVERIFY(m_model->optionsNew()->count() > 1);
        QCOMPARE(
            m_model->optionsNew()
                ->value(m_model->optionsNew()->find(static_cast<int>(*reg(*m_b, key("family_type")).value.asInt())),
                        "chosen")
                .toBool(),
            true);
        m_model->useNewCode(9999);
        QVERIFY(reg(*m_b, key("family_type")).conflict);
        m_model->useNewCode(1);
        QCOMPARE(reg(*m_b, key("family_type")).value, Value::fromInt(1));
    }

    void changesOneMemberOfAGroupOnly()
    {
        const auto preference = [&](std::int64_t code) {
            boost::json::object object{{memberName("contact_pref"), code}, {memberName("pref_note"), "evenings"}};
            return Value::fromJson(object);
        };
        differ(key("contact_pref"), preference(1), preference(2));
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Value);
        QVERIFY(m_model->optionsNew()->count() > 2);
        m_model->useNewCode(4);
        QCOMPARE(reg(*m_b, key("contact_pref")).value.canonical().c_str(), preference(4).canonical().c_str());
    }

    void putsTwoTextsTogether()
    {
        differ(key("directions"), Value::fromText("村口榕树右拐第三家，门前有菜园。"),
               Value::fromText("村口榕树右拐第三家。修路，车停祠堂边。"));
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Text);
        QCOMPARE(m_model->beforeText(), QStringLiteral("村口榕树右拐第三家。"));
        QVERIFY(m_model->hasProposal());
        QCOMPARE(m_model->proposalText(), QStringLiteral("村口榕树右拐第三家，门前有菜园。修路，车停祠堂边。"));
        std::set<int> marks;
        for (int i = 0; i < m_model->proposalParts()->count(); ++i)
            marks.insert(m_model->proposalParts()->value(i, "mark").toInt());
        QVERIFY(marks == (std::set<int>{0, 1, 2}));
        QVERIFY(m_model->sides()->nested(0, "parts")->count() > 1);
        m_model->useProposal(QStringLiteral("  "));
        QVERIFY(reg(*m_b, key("directions")).conflict);
        m_model->useProposal(m_model->proposalText() + QStringLiteral("慢走"));
        QCOMPARE(reg(*m_b, key("directions")).value.asText().value_or("").c_str(),
                 "村口榕树右拐第三家，门前有菜园。修路，车停祠堂边。慢走");
        QVERIFY(!reg(*m_b, key("directions")).conflict);
    }

    void makesNoProposalWhereBothRewrote()
    {
        differ(key("directions"), Value::fromText("桥边"), Value::fromText("庙后"));
        m_model->show({});
        QVERIFY(!m_model->hasProposal());
        QVERIFY(!m_model->proposalText().isEmpty());
        QCOMPARE(m_model->proposalParts()->count(), 0);
    }

    void goesThroughTheQueue()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        differ(key("family_type"), Value::fromInt(2), Value::fromInt(3));
        m_model->show({});
        QCOMPARE(m_model->count(), 2);
        QVERIFY(m_model->queueText().startsWith(QLatin1Char('1')));
        const QString first = m_model->line();
        m_model->putAside();
        QVERIFY(m_model->line() != first);
        QVERIFY(m_model->queueText().isEmpty());
        QCOMPARE(m_steps.backs, 0);
        m_model->putAside();
        QCOMPARE(m_steps.backs, 1);
        QCOMPARE(m_model->count(), 2); // nothing was decided
        m_model->show({});
        QCOMPARE(m_model->line(), first);
    }

    void holdsNothingWhenTheDeskIsClosed()
    {
        differ(key("phone1"), Value::fromText("2"), Value::fromText("3"));
        m_model->show({});
        m_desk->close();
        QCOMPARE(m_model->kind(), ConflictModel::None);
        QCOMPARE(m_model->count(), 0);
        QCOMPARE(m_model->sides()->count(), 0);
        QVERIFY(m_model->beforeText().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ConflictModelTest)
#include "tst_conflict_model.moc"
