// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/life_edit.hpp"
#include "app/viewmodel/conflict_model.hpp"
#include "sync/model/catalogue_values.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;
using lianxin::ui::ConflictModel;
using settle::Question;

// A session that was put away while an addendum to it was written elsewhere.
class SessionPutAwayTest : public QObject, private LooksWorld {
    Q_OBJECT

    RecordId m_case;
    PartitionId m_where;

    [[nodiscard]] store::Life life(const Tablet& tablet, RecordId record) const
    {
        return must(tablet.store->view(record)).life;
    }
    void put(Tablet& tablet, const char* typeName, RecordId id, std::vector<std::pair<const char*, Value>> values)
    {
        const RecordType* type = tablet.catalogue.type(std::string_view(typeName));
        store::RecordEdit record{id, m_case, type->number, m_where, {}, {}};
        FieldValues fields;
        for (const auto& [name, value] : values)
            fields[type->field(std::string_view(name))->number] = value;
        for (const auto& [key, value] : registerChanges(*type, {}, fields))
            record.writes.push_back({key, value});
        if (id == m_case)
            record.writes.push_back({kLocation, Value::fromText(m_where.text())});
        must(tablet.store->save({{}, {record}, {}, "test"}));
    }
    std::unique_ptr<ConflictModel> m_model;

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

    // The same of counselling, whose words are sealed: the counsellor is asked on each of her tablets, nobody else is told that there is anything.
    void aSessionPutAwayWhileAnAddendumWasWritten_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("after");
        QTest::newRow("bring it back") << 0 << static_cast<int>(store::Life::active);
        QTest::newRow("put both away") << 1 << static_cast<int>(store::Life::voided);
    }
    void aSessionPutAwayWhileAnAddendumWasWritten()
    {
        QFETCH(int, side);
        QFETCH(int, after);
        m_case = m_a->newId();
        m_where = *PartitionId::parse("k:" + m_case.text());
        m_province->granted.push_back(m_where);
        m_a->clock.time += 1000;
        put(*m_a, "counsel_case", m_case, {});
        const auto session = m_a->newId();
        put(*m_a, "counsel_session", session,
            {{"seq", Value::fromInt(1)}, {"at", Value::fromInt(m_a->clock.time)}, {"state", Value::fromInt(2)}});
        syncAll();
        const auto addendum = m_c->newId();
        put(*m_c, "session_addendum", addendum,
            {{"session", Value::fromText(session.text())}, {"at", Value::fromInt(m_c->clock.time)}});
        m_a->write(session, {forms::lifeEdit(store::Life::voided)});
        syncAll();
        QVERIFY(life(*m_c, addendum) == store::Life::active); // nothing is taken along unseen
        openAs(Role::TO);
        QVERIFY(ui::openLooks(*m_book).empty());
        openAs(Role::CO);
        const auto looks = ui::openLooks(*m_book);
        QCOMPARE(looks.size(), std::size_t{1});
        QVERIFY(looks.front().matter->question == Question::additions && looks.front().maySettle);
        QVERIFY(looks.front().record == session);
        m_model->show({});
        QCOMPARE(m_model->kind(), ConflictModel::Matter);
        QVERIFY(!m_model->canKeepBoth());
        m_model->choose(m_model->sides()->value(side, "sideId").toString());
        syncAll();
        for (const auto* tablet : {m_a.get(), m_b.get(), m_c.get()}) {
            QVERIFY(life(*tablet, session) == static_cast<store::Life>(after));
            QVERIFY(life(*tablet, addendum) == static_cast<store::Life>(after));
        }
        QVERIFY(ui::openLooks(*m_book).empty());
        m_steps.takeBack();
        syncAll();
        QCOMPARE(ui::openLooks(*m_book).size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(SessionPutAwayTest)
#include "tst_session_put_away.moc"
