// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of the families between two unlocks: always what their records say, whatever was written, by whom, and whatever happened.
#include "app/viewmodel/duty_collector.hpp"
#include "app/viewmodel/family_pieces.hpp"
#include "app/viewmodel/today_model.hpp"
#include "tests/unit/viewmodel/looks_world.hpp"

#include <QFile>
#include <QTest>

#include <random>

using namespace lianxin;
using namespace lianxin::test;

class KeptPiecesTest : public QObject, private LooksWorld {
    Q_OBJECT

    static constexpr Millis kHour = 3600LL * 1000;
    static constexpr Millis kDay = 24 * kHour;

    [[nodiscard]] Millis now() const { return m_b->clock.time; }
    [[nodiscard]] std::string day(int ahead) const { return dayText(addDays(dayInChina(now()), ahead)); }

    // As another person's tablet writes it: no form, no rule.
    static RecordId write(Tablet& tablet, const char* typeName, RecordId family,
                          const std::vector<std::pair<const char*, Value>>& values)
    {
        const RecordType& type = *tablet.catalogue.type(std::string_view(typeName));
        const auto id = tablet.newId();
        store::RecordEdit record{id, family, type.number, village(), {}, {}};
        for (const auto& [name, value] : values)
            record.writes.push_back({{type.field(std::string_view(name))->registerNumber(), {}}, value});
        must(tablet.store->save({{}, {record}, {}, "test"}));
        return id;
    }
    void makeFamilies(int count)
    {
        const RecordType& type = m_desk->type("household");
        store::Edit edit{{}, {}, {}, "test"};
        for (int i = 0; i < count; ++i) {
            const auto id = m_b->newId();
            store::RecordEdit record{id, id, type.number, village(), {}, {}};
            record.writes.push_back({{type.field(std::string_view("call_name"))->registerNumber(), {}},
                                     Value::fromText("家" + std::to_string(i))});
            record.writes.push_back(
                {{type.field(std::string_view("family_type"))->registerNumber(), {}}, Value::fromInt(1)});
            record.writes.push_back({kLocation, Value::fromText(village().text())});
            edit.records.push_back(std::move(record));
        }
        must(m_b->store->save(edit));
    }

    // Nothing is told any more: what lies in the file at this moment is what the next start finds.
    void cutPower()
    {
        const auto file = QString::fromStdString(m_b->file);
        for (const char* part : {"", "-wal"}) {
            QFile::remove(file + part + ".cut");
            QVERIFY(QFile::copy(file + part, file + part + ".cut"));
        }
        m_b->store->setChangeListener({});
        m_desk->close();
        m_b->close();
        for (const char* part : {"", "-wal"}) {
            QFile::remove(file + part);
            QVERIFY(QFile::rename(file + part + ".cut", file + part));
        }
        m_b->open();
        m_b->store->setChangeListener([this](const std::vector<RecordId>& records) { m_desk->noteChanged(records); });
        openAs(Role::TO);
    }

    static QString told(const ui::FamilySummary& one)
    {
        return QStringList{one.callName,
                           one.fullName,
                           one.initial,
                           one.place,
                           one.address,
                           one.nearAddress,
                           one.phone,
                           one.phoneName,
                           QString::number(one.wish),
                           QString::number(one.careLevel),
                           QString::number(one.tint),
                           QString::number(one.age.value_or(-1)),
                           QString::number(one.served),
                           QString::number(one.livesAlone),
                           QString::fromStdString(one.person.text()),
                           QString::fromStdString(one.partition.text())}
            .join(QLatin1Char('|'));
    }
    static QString told(const duty::Household& one)
    {
        return QStringLiteral("%1|%2|%3|%4|%5|%6|%7")
            .arg(QString::fromStdString(one.area))
            .arg(one.town)
            .arg(one.served)
            .arg(one.wish)
            .arg(one.hasPhone)
            .arg(one.hospitalCare)
            .arg(one.recorded.byTownship);
    }
    // Of each family of which a piece is kept for today. How many that are.
    int compareAll()
    {
        ui::FamilyPieces kept(*m_book);
        kept.readKept();
        int found = 0;
        for (const auto& id : m_book->order()) {
            const auto* summary = kept.summary(id);
            if (summary == nullptr)
                continue;
            ++found;
            const auto family = must(m_book->load(id));
            const auto piece = ui::familyPiece(*m_book, family);
            const auto summaryText = told(*summary);
            const auto keptSummary = *summary;
            const auto known = kept.take(id);
            if (summaryText != told(family.summary) || !known ||
                told(known->households.front()) != told(piece.known.households.front()) ||
                ui::encodeKept({keptSummary, {*known, {}, piece.levelBy}}) !=
                    ui::encodeKept({family.summary, {piece.known, {}, piece.levelBy}}))
                return -1;
        }
        return found;
    }
    void lockAndUnlock()
    {
        m_desk->close();
        openAs(Role::TO);
    }

    void someoneWrites(Tablet& tablet, RecordId family, std::mt19937& random)
    {
        const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
        switch (pick(8)) {
        case 0:
            write(tablet, "visit", family,
                  {{"occurred_at", Value::fromInt(now() - pick(40) * kDay)},
                   {"mode", Value::fromInt(1 + pick(5))},
                   {"outcome", Value::fromInt(1 + pick(6))},
                   {"body", Value::fromInt(1 + pick(4))},
                   {"mood", Value::fromInt(1 + pick(4))},
                   {"next_at", Value::fromText(day(pick(30)))}});
            break;
        case 1:
            write(tablet, "person", family,
                  {{"name", Value::fromText("林秀英")},
                   {"sex", Value::fromInt(1 + pick(2))},
                   {"birth_date", Value::fromText("1951-10-2" + std::to_string(pick(10)))},
                   {"is_service_target", Value::fromBool(pick(3) != 0)},
                   {"lives_alone", Value::fromBool(pick(2) == 0)}});
            break;
        case 2:
            write(tablet, "loss_record", family,
                  {{"kind", Value::fromInt(1 + pick(3))}, {"event_date", Value::fromText(day(-pick(90)))}});
            break;
        case 3: // from a day to a day: whose family it is depends on when one asks
            write(tablet, "contact_assignment", family,
                  {{"user", Value::fromText((pick(2) == 0 ? m_a : m_b)->user.text())},
                   {"is_primary", Value::fromBool(true)},
                   {"from_date", Value::fromText(day(pick(9) - 4))},
                   {"to_date", Value::fromText(day(pick(9)))},
                   {"state", Value::fromInt(1 + pick(3))}});
            break;
        case 4:
            write(tablet, "preferential_card", family,
                  {{"card_no", Value::fromText("FJ-0001")}, {"valid_to", Value::fromText(day(pick(60)))}});
            break;
        case 5:
            write(tablet, "claim", family,
                  {{"state", Value::fromInt(1 + pick(5))}, {"discharge_date", Value::fromText(day(-pick(30)))}});
            break;
        case 6: // a clock that runs ahead
            tablet.clock.time += pick(3) * kDay;
            tablet.write(family, {{key("care_level"), Value::fromInt(1 + pick(4))},
                                  {key("call_name"), Value::fromText("家" + std::to_string(pick(100)))}});
            break;
        default:
            tablet.write(family, {{key("contact_pref"), Value::fromInt(1 + pick(5))},
                                  {key("status"), Value::fromInt(1 + pick(4))}});
        }
    }

private slots:
    void init()
    {
        QFile rules(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/duty/rules.json"));
        QVERIFY(rules.open(QIODevice::ReadOnly));
        m_duty = must(duty::parseRules(rules.readAll().toStdString()));
        setUp();
        for (auto* tablet : {m_a.get(), m_b.get(), m_c.get()})
            tablet->clock.time = startOfDayInChina(*parseDay("2026-10-14")) + 9 * kHour;
    }
    void cleanup() { tearDown(); }

    // The law. Saves here and elsewhere, pulls, locks, cuts of power and days that pass, in any order: what is kept is what reading the records
    // anew gives, and the duties of a book that starts from it are those of one that starts from nothing.
    void whatIsKeptIsWhatTheRecordsSay_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void whatIsKeptIsWhatTheRecordsSay()
    {
        QFETCH(const unsigned, seed);
        std::mt19937 random(seed);
        const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
        makeFamilies(4);
        syncAll();
        ui::DutyBook duties(*m_book);
        duties.refresh();
        int seen = 0;
        for (int turn = 0; turn < 40; ++turn) {
            const auto family =
                m_book->order()[static_cast<std::size_t>(pick(static_cast<int>(m_book->order().size())))];
            switch (pick(8)) {
            case 0:
            case 1:
            case 2: someoneWrites(*m_b, family, random); break;
            case 3:
                someoneWrites(*m_a, family, random);
                syncAll();
                break;
            case 4: cutPower(); break;
            case 5: m_b->clock.time += pick(4) * kDay; break;
            default: lockAndUnlock(); break;
            }
            QCoreApplication::processEvents();
            const int kept = compareAll();
            QVERIFY2(kept >= 0,
                     qPrintable(QStringLiteral("turn %1: a kept piece is not what the records say").arg(turn)));
            seen += kept;
            duties.refresh();
            const auto whole = ui::dutyToday(*m_book);
            QCOMPARE(duties.duty().now.size(), whole.now.size());
            for (std::size_t i = 0; i < whole.now.size(); ++i)
                QCOMPARE(duties.duty().now[i].id, whole.now[i].id);
            QCOMPARE(duties.duty().ahead.size(), whole.ahead.size());
        }
        QVERIFY(seen > 40); // it was not about nothing
    }

    // A county: for the first time the page says that it is reading; from then on today is there at once.
    void theSecondUnlockReadsNoRecords()
    {
        makeFamilies(1000);
        QTRY_COMPARE(m_book->order().size(), std::size_t{1001});
        ui::TodayModel today(*m_book, m_steps);
        today.refreshNow();
        QCOMPARE(today.layout(), ui::TodayModel::Reading);
        QTRY_VERIFY(today.layout() != ui::TodayModel::Reading);
        const auto before = today.duty().now.size();
        lockAndUnlock();
        today.refreshNow();
        QCOMPARE(today.layout(), ui::TodayModel::Rows);
        QCOMPARE(today.duty().now.size(), before);
        QCOMPARE(compareAll(), 1001);

        // What changed is kept again at the lock.
        write(*m_b, "visit", m_family,
              {{"occurred_at", Value::fromInt(now())}, {"mode", Value::fromInt(1)}, {"outcome", Value::fromInt(1)}});
        QCOMPARE(compareAll(), 1000);
        today.refreshNow();
        lockAndUnlock();
        QCOMPARE(compareAll(), 1001);

        // Tomorrow as well.
        m_b->clock.time += kDay;
        lockAndUnlock();
        today.refreshNow();
        QCOMPARE(today.layout(), ui::TodayModel::Rows);
    }

    // Nor does it wait for what two records may be: that comes a moment later, and everybody who asked is told.
    void aCountysQuestionsComeAfterItsPage()
    {
        makeFamilies(1000);
        for (auto* tablet : {m_b.get(), m_a.get()})
            write(
                *tablet, "visit", m_family,
                {{"occurred_at", Value::fromInt(now())}, {"mode", Value::fromInt(1)}, {"outcome", Value::fromInt(1)}});
        syncAll();
        QTRY_COMPARE(m_book->order().size(), std::size_t{1001});
        lockAndUnlock();
        QVERIFY(m_book->matters().empty());
        bool told = false;
        connect(m_desk.get(), &ui::Desk::changed, this, [&] { told = told || m_book->matters().size() == 1; });
        QTRY_VERIFY(told);
        QCOMPARE(m_book->matters().front().question, settle::Question::visits);
        m_desk->close();
        QVERIFY(m_book->matters().empty());
    }

    // Whose family it is from the day after tomorrow on is not known today, and nothing is written on that day.
    void aPieceEndsWhereADayDecides()
    {
        write(*m_b, "contact_assignment", m_family,
              {{"user", Value::fromText(m_b->user.text())},
               {"is_primary", Value::fromBool(true)},
               {"from_date", Value::fromText(day(2))},
               {"state", Value::fromInt(1)}});
        ui::DutyBook duties(*m_book);
        duties.refresh();
        const auto primary = [&]() -> std::optional<UserId> {
            ui::FamilyPieces kept(*m_book);
            kept.readKept();
            const auto known = kept.take(m_family);
            return known ? std::optional(known->households.front().primary) : std::nullopt;
        };
        lockAndUnlock();
        duties.refresh();
        lockAndUnlock();
        QCOMPARE(primary(), std::optional(UserId{}));
        m_b->clock.time += kDay;
        QCOMPARE(primary(), std::optional(UserId{}));
        m_b->clock.time += kDay;
        QCOMPARE(primary(), std::nullopt);
        duties.refresh();
        lockAndUnlock();
        duties.refresh();
        lockAndUnlock();
        QCOMPARE(primary(), std::optional(m_b->user));
    }

    void anotherCatalogueOrLanguageKeepsNothing()
    {
        {
            ui::DutyBook duties(*m_book);
            duties.refresh();
        }
        QCOMPARE(compareAll(), 1);
        m_desk->setLanguage("en");
        QCOMPARE(compareAll(), 0);
        m_desk->setLanguage("zh");
        auto pieces = m_b->store->pieces();
        QVERIFY(!must(pieces.all("1 " + std::to_string(m_b->catalogue.version()) + " zh")).empty());
        QVERIFY(must(pieces.all("1 " + std::to_string(m_b->catalogue.version() + 1) + " zh")).empty());
    }

    // Between reading and keeping somebody wrote: what was read is not kept.
    void theShelfTakesNothingThatWasReadBefore()
    {
        auto pieces = m_b->store->pieces();
        const auto mark = must(pieces.mark());
        QVERIFY(must(pieces.put({{m_family, 1 << 30, "a"}}, "stamp", mark)));
        QCOMPARE(must(pieces.all("stamp")).size(), std::size_t{1});
        const auto again = must(pieces.mark());
        m_b->write(m_family, {{key("phone1"), Value::fromText("19900000009")}});
        QVERIFY(must(pieces.all("stamp")).empty()); // the save took it along
        QVERIFY(!must(pieces.put({{m_family, 1 << 30, "a"}}, "stamp", again)));
        QVERIFY(must(pieces.all("stamp")).empty());
    }

    void bytesThatDoNotReadAreNoPiece()
    {
        const auto family = must(m_book->load(m_family));
        const auto bytes = ui::encodeKept({family.summary, ui::familyPiece(*m_book, family)});
        QVERIFY(ui::decodeKept(m_family, bytes));
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!ui::decodeKept(m_family, std::string_view(bytes).substr(0, size)));
        QVERIFY(!ui::decodeKept(m_family, bytes + '\0'));
        std::mt19937 random(7);
        for (int turn = 0; turn < 2000; ++turn) {
            auto broken = bytes;
            broken[random() % broken.size()] = static_cast<char>(random());
            (void)ui::decodeKept(m_family, broken); // whatever it says, it ends
        }
    }
};

QTEST_GUILESS_MAIN(KeptPiecesTest)
#include "tst_kept_pieces.moc"
