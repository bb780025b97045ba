// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "census.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/person_save.hpp"
#include "app/data/pools.hpp"
#include "app/forms/record_fields.hpp"
#include "sync/model/validate.hpp"

#include <boost/json/array.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace lianxin;
using namespace lianxin::data;
using lianxin::test::kToday;

namespace {

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", errcName(result.error().code), result.error().detail.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

// The whole edge pack, saved through the forms into a real encrypted store, and looked for there.
class TestDataEdges : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Catalogue m_catalogue = must(loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets"));
    std::unique_ptr<store::TextFolder> m_texts = store::makeTextFolder();
    Stream m_random{7, "store", 0};
    SetClock m_clock;
    std::unique_ptr<store::ReplicaStore> m_store;
    std::size_t m_changes{0};

    [[nodiscard]] forms::RecordFields fields(const store::RecordView& view) const
    {
        return {*m_catalogue.type(view.type), view};
    }
    [[nodiscard]] std::vector<store::RecordView> all(const char* type) const
    {
        return must(m_store->ofType(m_catalogue.type(std::string_view(type))->number));
    }
    // The family of the person with that name.
    [[nodiscard]] RecordId familyOf(const std::string& name) const
    {
        for (const auto& view : all("person"))
            if (fields(view).text("name") == name)
                return view.root;
        qFatal("nobody is called %s", name.c_str());
    }
    [[nodiscard]] std::vector<store::RecordView> under(const std::string& name, const char* type) const
    {
        std::vector<store::RecordView> found;
        for (const auto& view : must(m_store->children(familyOf(name))))
            if (view.type == m_catalogue.type(std::string_view(type))->number)
                found.push_back(view);
        return found;
    }
    [[nodiscard]] forms::RecordFields only(const std::string& name, const char* type) const
    {
        const auto found = under(name, type);
        if (found.size() != 1)
            qFatal("%s has %d of %s", name.c_str(), static_cast<int>(found.size()), type);
        return fields(found.front());
    }

private slots:
    void initTestCase()
    {
        store::RawKey key;
        m_random.fill(key.key);
        m_random.fill(key.salt);
        m_store = must(store::ReplicaStore::open(m_folder.filePath("data.db").toStdString(), key,
                                                 {&m_catalogue, m_texts.get(), &m_clock, &m_random}));
        const auto user = userOf(makeRecordId(kToday, m_random));
        must(m_store->initialise(makeReplicaId(m_random), user, EpochId{{1}}));
        PersonSave person({m_catalogue, *m_store, m_clock, user});
        for (const auto& change : test::demoGenerator(1).edgePack()) {
            const auto saved = person.save(change);
            QVERIFY2(saved.has_value(), saved.has_value() ? "" : saved.error().detail.c_str());
            QCOMPARE(*saved, ++m_changes);
        }
    }

    void everythingIsThere()
    {
        QCOMPARE(all("household").size(), std::size_t{27});
        QCOMPARE(all("loss_record").size(), std::size_t{27});
        QVERIFY(must(m_store->conflicts()).empty());
        must(m_store->verify());
        QCOMPARE(must(m_store->waiting()).size(), m_changes);
    }

    // What the generator says is what the store holds, field by field: the forms dropped and added nothing but their defaults.
    void nothingWasLostOnTheWay()
    {
        std::map<RecordId, NamedRecord> last;
        for (const auto& change : test::demoGenerator(1).edgePack())
            for (const auto& record : change.records) {
                auto& kept = last.try_emplace(record.record, record).first->second;
                for (const auto& [name, value] : record.fields)
                    kept.fields[name] = value;
            }
        for (const auto& [id, record] : last) {
            const auto values = fields(must(m_store->view(id))).values();
            for (const auto& [number, value] : must(valuesOf(m_catalogue, record))) {
                const auto found = values.find(number);
                QVERIFY2(found != values.end() && found->second == value,
                         qPrintable(QString::fromStdString(record.type + "." + std::to_string(number))));
            }
        }
    }

    void birthdays()
    {
        const auto leap = only("林闰月", "person");
        QVERIFY(leap.flag("lunar_leap") && leapMonthOf(1955) == 3);
        QCOMPARE(lunarOf(*leap.day("birth_date")), std::optional(LunarDate{1955, 3, 10, true}));
        QCOMPARE(lunarOf(*only("陈岁末", "person").day("birth_date"))->day, 30);
        QCOMPARE(dayText(*only("黄四年", "person").day("birth_date")), std::string("1956-02-29"));
        QCOMPARE(2026 - static_cast<int>(only("蓝百岁", "person").day("birth_date")->year()), 101);
    }

    void familiesOfAllShapes()
    {
        QCOMPARE(under("王一人", "person").size(), std::size_t{1});
        QVERIFY(only("王一人", "person").flag("lives_alone"));
        QCOMPARE(under("赖东院", "person").size(), std::size_t{2});
        QVERIFY(only("赖东院", "household").has("sub_type", 8));
        QCOMPARE(only("江外居", "household").text("live_code"), std::string("350124900201"));
        QCOMPARE(only("吴安静", "household").number("contact_pref"), std::optional<std::int64_t>(5));
        QVERIFY(only("吴安静", "household").day("pref_until").has_value());
        QVERIFY(only("郑没电话", "household").text("phone1").empty() &&
                only("郑没电话", "person").text("phone").empty());
        QCOMPARE(only("苏同院甲", "household").text("address"), only("苏同院乙", "household").text("address"));
        const auto twins = under("潘大双", "person");
        QCOMPARE(twins.size(), std::size_t{3});
        QCOMPARE(std::count_if(twins.begin(), twins.end(),
                               [&](const auto& view) { return fields(view).text("birth_date") == "2015-09-09"; }),
                 std::ptrdiff_t{2});
    }

    void namesAndNumbers()
    {
        QCOMPARE(characters(only("阿里·木沙江", "person").text("name")), std::size_t{6});
        QVERIFY(!must(m_store->search("木沙江")).empty() && !must(m_store->search("龑")).empty());
        std::set<std::string> problems;
        for (const auto& view : under("池验码", "person")) {
            const auto one = fields(view);
            const auto check = checkIdNumber(one.text("id_no"), dayInChina(kToday));
            problems.insert(!check.problem.empty()                     ? check.problem
                            : check.id.converted                       ? "old"
                            : check.id.birth != one.text("birth_date") ? "birthday"
                                                                       : "good");
        }
        // The number of fifteen digits became one of eighteen when it was put down.
        QCOMPARE(problems, (std::set<std::string>{"id_check", "birthday", "good"}));
        for (const auto& view : under("池验码", "person"))
            QCOMPARE(fields(view).text("id_no").size(), std::size_t{18});
    }

    void visitsAndMoney()
    {
        QVERIFY(!only("翁来访", "visit").text("visitor_text").empty());
        const auto night = *only("施夜半", "visit").number("occurred_at");
        QCOMPARE((night - startOfDayInChina(dayInChina(night))) / 60'000, Millis{1439});
        const auto note = only("柯长话", "visit").text("quick_note");
        QCOMPARE(characters(note), std::size_t{500});
        QVERIFY(note.find("\U0001F33F") != std::string::npos && note.find('\n') != std::string::npos &&
                note.find("\u200F") != std::string::npos);
        QCOMPARE(only("倪零元", "emergency_case").number("aid_money"), std::optional<std::int64_t>(0));
        QCOMPARE(only("倪零元", "visit").number("gift_value"), std::optional<std::int64_t>(0));
        QCOMPARE(only("池满额", "emergency_case").number("aid_money"), std::optional<std::int64_t>(99'999'900));
        const auto twice = under("卢重记", "visit");
        QCOMPARE(twice.size(), std::size_t{2});
        QCOMPARE(*fields(twice[0]).day("occurred_at"), *fields(twice[1]).day("occurred_at"));
        QCOMPARE(fields(twice[0]).codes("purpose"), fields(twice[1]).codes("purpose"));
    }

    void aStayOverNewYear()
    {
        std::set<int> years;
        for (const auto& view : under("詹跨年", "visit")) {
            years.insert(static_cast<int>(fields(view).day("occurred_at")->year()));
            QCOMPARE(fields(view).number("mode"), std::optional<std::int64_t>(5));
        }
        QCOMPARE(years.size(), std::size_t{2});
        QVERIFY(only("詹跨年", "emergency_case").day("follow_up_30").has_value());
    }

    void oneFileJoinsAnother()
    {
        std::vector<store::RecordView> gone;
        for (const auto& view : all("household"))
            if (fields(view).ref("merged_into"))
                gone.push_back(view);
        QCOMPARE(gone.size(), std::size_t{1});
        QCOMPARE(fields(gone.front()).number("status"), std::optional<std::int64_t>(4));
        const auto stays = must(m_store->view(*fields(gone.front()).ref("merged_into")));
        QCOMPARE(fields(stays).number("status"), std::optional<std::int64_t>(2));
        // Its visit keeps its root (D3).
        QCOMPARE(must(m_store->children(gone.front().record)).size(), std::size_t{4});
    }

    void timeRunsOdd()
    {
        const auto days = under("姚六十", "visit");
        QCOMPARE(days.size(), std::size_t{40});
        Millis first = kToday;
        Millis last = 0;
        for (const auto& view : days) {
            first = std::min(first, *fields(view).number("occurred_at"));
            last = std::max(last, *fields(view).number("occurred_at"));
        }
        QVERIFY(last - first > 54 * Millis{86'400'000} && last < kToday);
        QVERIFY(*only("饶快钟", "visit").number("occurred_at") > kToday + Millis{86'400'000});
    }

    void whatComesLaterIsSaid()
    {
        QFile file(QStringLiteral(LIANXIN_SOURCE_DIR "/assets/demo/edge.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        for (const auto* later : {"activity moved", "activity cancelled", "policy gap", "2,000 rows"})
            QVERIFY2(text.contains(later), later);
    }
};

QTEST_GUILESS_MAIN(TestDataEdges)
#include "tst_data_edges.moc"
