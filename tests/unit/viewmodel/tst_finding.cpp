// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/families_model.hpp"
#include "app/viewmodel/found_rows.hpp"
#include "sync/store/terms.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

// The one search box: what it finds, under which heading, and what it must never find.
class FindingTest : public QObject, private LooksWorld {
    Q_OBJECT

    RecordId child(const char* typeName, RecordId root, const PartitionId& where,
                   std::vector<std::pair<const char*, Value>> values)
    {
        const RecordType* type = m_b->catalogue.type(std::string_view(typeName));
        const auto id = m_b->newId();
        store::RecordEdit record{id, root, type->number, where, {}, {}};
        for (const auto& [name, value] : values)
            record.writes.push_back({{type->field(std::string_view(name))->registerNumber(), {}}, value});
        must(m_b->store->save({{}, {record}, {}, "test"}));
        return id;
    }
    [[nodiscard]] QStringList found(const char* typed) const
    {
        QStringList all;
        for (const auto& one : ui::findAll(*m_book, typed))
            all << QString::number(one.group) + QLatin1Char(' ') +
                       (one.isFamily ? m_book->summary(one.record)->callName
                                     : ui::foundRow(*m_desk, one).values.value("name").toString());
        return all;
    }
    void furnish()
    {
        make(*m_b, "warm_home", village(), {{"name", Value::fromText("林边暖心家园")}});
        const auto team = make(*m_b, "vol_team", village(), {{"name", Value::fromText("林间志愿队")}});
        child("volunteer", team, village(),
              {{"name", Value::fromText("林小满")}, {"phone", Value::fromText("19900000777")}});
        make(*m_b, "material", PartitionId::directory(), {{"title", Value::fromText("林老师讲睡眠")}});
        make(*m_b, "policy_doc", PartitionId::directory(), {{"title", Value::fromText("林区优待办法")}});
        child("person", m_family, village(),
              {{"name", Value::fromText("林有福")}, {"id_no", Value::fromText("359901195809300013")}});
    }

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void everyKindUnderItsHeadingFamiliesFirst()
    {
        furnish();
        QCOMPARE(found("林"), (QStringList{"1 林阿姨", "2 林边暖心家园", "3 林小满", "3 林间志愿队", "4 林区优待办法",
                                           "4 林老师讲睡眠"}));
        QCOMPARE(found("lbnx"), QStringList{"2 林边暖心家园"});
        QCOMPARE(found("0777"), QStringList{"3 林小满"});
        QCOMPARE(found("359901195809300013"), QStringList{"1 林阿姨"}); // through whom it belongs to
        QCOMPARE(found("郑志强"), QStringList{"5 郑志强"});
    }

    void aFamilyStandsOnceAndSaysThroughWhom()
    {
        furnish();
        const auto all = ui::findAll(*m_book, "林");
        QCOMPARE(std::ranges::count_if(all, [](const ui::Found& one) { return one.isFamily; }), 1);
        const auto one = ui::findAll(*m_book, "有福");
        QCOMPARE(one.size(), std::size_t{1});
        QCOMPARE(one.front().through, QString("林有福"));
        QCOMPARE(ui::findAll(*m_book, "lyf").front().pinyin, QString("|l|in |y|ou |f|u"));
    }

    // Roles that may not read families do not find them, nor does what they may read show them.
    void onlyWhatTheReaderMayRead()
    {
        furnish();
        openAs(Role::VO);
        const auto volunteer = found("林");
        QVERIFY(!volunteer.contains("1 林阿姨") && !volunteer.contains("3 林小满"));
        QVERIFY(volunteer.contains("2 林边暖心家园") && volunteer.contains("4 林老师讲睡眠"));
        QVERIFY(found("359901195809300013").isEmpty());
    }

    // No type with an envelope and no confidential field has a term, so nothing of it can ever be a result.
    void counsellingIsNotInTheIndex()
    {
        for (const auto& type : m_b->catalogue.types())
            for (const auto& field : type.fields)
                if (field.sealed || field.sensitivity >= 4 || type.envelope.has_value())
                    QVERIFY2(field.search == SearchKind::none, (type.name + "." + field.name).c_str());
        const RecordType* session = m_b->catalogue.type(std::string_view("counsel_session"));
        RegisterValues values;
        for (const auto& field : session->fields)
            if (!field.sealed && field.kind == FieldKind::text)
                values[{field.registerNumber(), {}}] = Value::fromText("夜里睡不着");
        values[{session->envelope->number, {}}] = Value::fromText("夜里睡不着");
        QVERIFY(!store::isSearchable(*session));
        QVERIFY(store::termsOf(*session, values, *store::makeTextFolder(), 'A').empty());
    }

    void theListShowsHeadingsAndOpensWhatItIs()
    {
        furnish();
        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        ui::FamiliesModel families(*m_book, today, m_steps);
        families.setSearchText(QStringLiteral("林"));
        auto* rows = families.rows();
        QCOMPARE(rows->value(0, "name").toString(), QString("林阿姨"));
        QCOMPARE(rows->value(0, "sectionText").toString(), QString("家人"));
        QCOMPARE(rows->value(1, "sectionText").toString(), QString("暖心家园"));
        QCOMPARE(rows->value(3, "sectionText").toString(), QString()); // under the same heading as the one above
        QVERIFY(!rows->value(1, "iconName").toString().isEmpty());
        families.select(rows->value(1, "familyId").toString());
        QCOMPARE(m_steps.records.size(), std::size_t{1});
        QCOMPARE(ui::idText(m_steps.records.front()), rows->value(1, "familyId").toString());
        QCOMPARE(families.selected()->shown(), m_family);
        families.setSearchText(QStringLiteral("没有这个人"));
        QCOMPARE(rows->rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(FindingTest)
#include "tst_finding.moc"
