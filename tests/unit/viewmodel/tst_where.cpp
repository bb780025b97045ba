// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/support_facts.hpp"
#include "app/viewmodel/sync_model.hpp"
#include "app/viewmodel/waiting_rows.hpp"
#include "app/viewmodel/words.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

using namespace lianxin;
using namespace lianxin::test;

// 记录都在哪儿: each record's place, person first, from empty to very full.
class TstWhere : public QObject, private LooksWorld {
    Q_OBJECT

    RecordId family(const char* name)
    {
        return make(*m_b, "household", village(), {{"call_name", Value::fromText(name)}});
    }
    void visits(RecordId household, int count)
    {
        const RecordType* type = m_b->catalogue.type(std::string_view("visit"));
        for (int i = 0; i < count; ++i) {
            store::RecordEdit edit{m_b->newId(), household, type->number, village(), {}, {}};
            edit.writes = {{{type->field(std::string_view("mode"))->registerNumber(), {}}, Value::fromInt(1)}};
            must(m_b->store->save({{}, {edit}, {}, "test"}));
            m_b->clock.time += 60'000;
        }
    }
    [[nodiscard]] static store::OwnChange placed(store::Place place)
    {
        store::OwnChange change;
        change.number = 7;
        change.place = place;
        return change;
    }
    [[nodiscard]] static QString at(ui::RowsModel* rows, int row, const char* role)
    {
        return rows->value(row, role).toString();
    }

private slots:
    void initTestCase() { ui::loadWords(*QCoreApplication::instance(), QStringLiteral("zh_CN")); }
    void init()
    {
        setUp();
        openAs(Role::VW);
    }
    void cleanup() { tearDown(); }

    void empty()
    {
        ui::SyncModel model(*m_desk, *m_book, m_steps);
        model.refresh();
        QCOMPARE(model.waiting()->count(), 0);
        QVERIFY(model.waitingText().isEmpty());
        QVERIFY(model.moreText().isEmpty());
        QCOMPARE(at(model.places(), 0, "countText"), QStringLiteral("0"));
        QVERIFY(!model.fault());
    }

    void theRecordsOfAFamilyStandTogether()
    {
        const auto wu = family("吴大姐");
        visits(wu, 2);
        visits(m_family, 1); // the last that was written about comes first
        ui::SyncModel model(*m_desk, *m_book, m_steps);
        model.refresh();
        QCOMPARE(model.waitingText(), QStringLiteral("还在路上的4条"));
        QCOMPARE(model.waiting()->count(), 2);
        QCOMPARE(at(model.waiting(), 0, "name"), QStringLiteral("林阿姨"));
        QCOMPARE(at(model.waiting(), 1, "name"), QStringLiteral("吴大姐"));
        QCOMPARE(at(model.waiting(), 1, "countText"), QStringLiteral("3条"));
        auto* records = model.waiting()->nested(1, "records");
        QCOMPARE(records->count(), 3);
        QCOMPARE(at(records, 0, "stateText"), QStringLiteral("这台平板"));
        QCOMPARE(records->value(0, "place").toInt(), 0);
        QCOMPARE(at(model.places(), 0, "countText"), QStringLiteral("4"));
    }

    void onlyAReceiptMovesThem()
    {
        visits(m_family, 2);
        ui::SyncModel model(*m_desk, *m_book, m_steps);
        (void)must(m_b->store->nextPush(m_b->sign)); // sent, not answered
        model.refresh();
        QCOMPARE(model.waiting()->count(), 1);
        m_province->pushAll(*m_b);
        model.refresh();
        QCOMPARE(model.waiting()->count(), 0);
        QCOMPARE(model.records()->count(), 2);
        QCOMPARE(at(model.records(), 0, "stateText"), QStringLiteral("省里已收到"));
        QCOMPARE(model.records()->value(0, "place").toInt(), 2);
        QVERIFY(at(model.records(), 0, "heading").startsWith(QStringLiteral("林阿姨")));
    }

    void veryFull()
    {
        std::vector<RecordId> families{m_family};
        for (int i = 0; i < 19; ++i)
            families.push_back(family("吴大姐"));
        for (const auto id : families)
            visits(id, 10);
        ui::SyncModel model(*m_desk, *m_book, m_steps);
        model.refresh();
        QCOMPARE(model.waitingText(), QStringLiteral("还在路上的219条"));
        QCOMPARE(model.waiting()->count(), 8); // no page of two hundred lines
        QCOMPARE(model.moreText(), QStringLiteral("再看12户"));
        QCOMPARE(model.waiting()->nested(0, "records")->count(), 3);
        QCOMPARE(at(model.waiting(), 0, "moreText"), QStringLiteral("还有8条"));
        model.showMoreWaiting();
        model.showMoreWaiting();
        QCOMPARE(model.waiting()->count(), 20);
        QVERIFY(model.moreText().isEmpty());
    }

    // The order of the way, and what the three rings make of it: the relay's receipts and tablets nearby will come here.
    void theWay()
    {
        QVERIFY(ui::Stop::tablet < ui::Stop::neighbour && ui::Stop::neighbour < ui::Stop::township &&
                ui::Stop::township < ui::Stop::province);
        QCOMPARE(ui::stopOf(placed(store::Place::tablet)), ui::Stop::tablet);
        QCOMPARE(ui::stopOf(placed(store::Place::received)), ui::Stop::province);
        QCOMPARE(ui::stopOf(placed(store::Place::heldBack)), ui::Stop::province);
        // What carriers say counts only for what the province has not received.
        const ui::Carriers carriers = [](std::uint64_t number) {
            return number == 7 ? ui::Stop::township : ui::Stop::tablet;
        };
        QCOMPARE(ui::stopOf(placed(store::Place::tablet), carriers), ui::Stop::township);
        QCOMPARE(ui::stopOf(placed(store::Place::received), carriers), ui::Stop::province);
        visits(m_family, 2);
        const auto waiting = must(m_b->store->waiting());
        const auto last = waiting.back().number;
        const auto groups = ui::waitingGroups(*m_book, waiting, 8, [last](std::uint64_t number) {
            return number == last ? ui::Stop::township : ui::Stop::neighbour;
        });
        QCOMPARE(groups.township, 1);
        QCOMPARE(groups.neighbours, 1);
        QCOMPARE(ui::ringOf(ui::Stop::neighbour), 0);
        QCOMPARE(ui::ringOf(ui::Stop::township), 1);
        QCOMPARE(ui::stopWords(ui::Stop::neighbour), QStringLiteral("邻近平板"));
        QCOMPARE(ui::stopWords(ui::Stop::township), QStringLiteral("乡镇已代收"));
    }

    // Every text field of every kind of record, a draft, a reason: none of it may come out.
    void nothingThatSomebodyWroteIsInTheSupportFile();
};

void TstWhere::nothingThatSomebodyWroteIsInTheSupportFile()
{
    const QString canary = QStringLiteral("kanarienvogel");
    std::vector<RecordId> made{m_family};
    for (const auto& type : m_b->catalogue.types()) {
        store::RecordEdit edit{m_b->newId(), {}, type.number, village(), {}, {}};
        edit.root = type.isRoot ? edit.record : m_family;
        for (const auto& field : type.fields)
            if (field.kind == FieldKind::text && field.group == 0 && !field.sealed)
                edit.writes.push_back(
                    {{field.registerNumber(), {}}, Value::fromText((canary + ui::qs(field.name)).toStdString())});
        if (type.isRoot)
            edit.writes.push_back({kLocation, Value::fromText(village().text())});
        if (edit.writes.empty())
            continue;
        if (m_b->store->save({canary.toStdString(), {edit}, {}, "save"}))
            made.push_back(edit.record);
    }
    QVERIFY(made.size() > 30);
    must(m_b->store->putDraft({made[1], 14, made[1], m_family, {}, canary.toStdString(), 1}));
    must(m_b->store->putNote("some note", canary.toStdString()));
    must(m_b->store->appendAudit("printed", canary.toStdString()));
    must(m_b->store->appendAudit("Kind " + canary.toStdString() + "!", "")); // as after a change from outside
    m_province->suspicious = [](const core::Changeset&) { return true; };
    m_province->sync(*m_b);

    const auto lines = ui::supportLines({*m_desk, nullptr, {12, 34}, ui::Fault::silent, true});
    const QString text = ui::supportText(lines);
    QVERIFY2(!text.contains(canary, Qt::CaseInsensitive), qPrintable(text));
    for (const auto& name : {QStringLiteral("林阿姨"), QStringLiteral("吴美华"), QStringLiteral("郑志强"),
                             QStringLiteral("1990000"), QStringLiteral("桥头"), QStringLiteral("/home/"),
                             QDir::tempPath(), QDir::homePath(), QSysInfo::machineHostName()})
        QVERIFY2(name.isEmpty() || !text.contains(name), qPrintable(name + QLatin1Char('\n') + text));
    for (const auto record : made)
        QVERIFY(!text.contains(ui::qs(record.text())));
    QVERIFY(!text.contains(ui::qs(m_b->replica.text())) && !text.contains(ui::qs(m_b->user.text())));
    // And it is of use.
    for (const auto* line : {"version: ", "saved: ", "acknowledged: ", "fault: silent", "data-bytes: 12",
                             "audit-kinds: ", "printed x1", "other x1", "held-back-reasons: reason 3"})
        QVERIFY2(text.contains(QLatin1String(line)), qPrintable(QLatin1String(line) + QLatin1Char('\n') + text));
    for (const auto& line : lines) { // what is saved is what was shown
        QVERIFY2(!line.label.isEmpty(), line.key);
        QVERIFY(text.contains(line.value));
    }
}

QTEST_MAIN(TstWhere)
#include "tst_where.moc"
