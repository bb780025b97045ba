// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_process.hpp"
#include "tablet.hpp"

#include "app/data/asset_files.hpp"
#include "app/forms/life_edit.hpp"
#include "app/forms/text_merge.hpp"
#include "app/pairs/join.hpp"
#include "app/settle/answer.hpp"
#include "platform/system_clock.hpp"

#include <QTest>

#include <boost/json/object.hpp>

#include <array>

using namespace lianxin;
using namespace lianxin::e2e;

// Every kind of thing that wants a person's eye (sync.md 3), over the real server: two workers and the township write offline, all three see
// the same, one decides, it is gone everywhere, and what nobody had seen when it was decided is still there.
class TstSettleStory : public QObject {
    Q_OBJECT

    std::optional<Catalogue> m_catalogue;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultyProxy> m_proxy;
    std::unique_ptr<Tablet> m_officer, m_worker, m_other;
    RecordId m_family;

    [[nodiscard]] std::array<Tablet*, 3> all() const { return {m_officer.get(), m_worker.get(), m_other.get()}; }
    [[nodiscard]] const RecordType& type(const char* name) const { return *m_catalogue->type(std::string_view(name)); }
    [[nodiscard]] RegisterKey key(const char* typeName, const char* field) const
    {
        return {type(typeName).field(std::string_view(field))->registerNumber(), {}};
    }
    [[nodiscard]] bool everybodySyncs()
    {
        for (int round = 0; round < 2; ++round)
            for (auto* tablet : all())
                if (!tablet->syncs())
                    return false;
        return true;
    }
    // D25: byte-equal states on the server and on each holder; and the same number of things to look at.
    void everybodySees(std::size_t conflicts, std::size_t matters)
    {
        QVERIFY(everybodySyncs());
        const auto hash = m_server->stateHash(QString::fromStdString(storyVillage().text()));
        for (auto* tablet : all()) {
            QCOMPARE(tablet->stateHash(), hash);
            const auto found = tablet->store().conflicts();
            QVERIFY(found.has_value());
            QCOMPARE(found->size(), conflicts);
            QCOMPARE(mattersOn(*tablet).size(), matters);
        }
    }
    [[nodiscard]] std::vector<settle::Matter> mattersOn(Tablet& tablet) const
    {
        const auto children = tablet.store().children(m_family);
        return children ? settle::mattersOf(*m_catalogue, *children, dayInChina(platform::SystemClock().now()))
                        : std::vector<settle::Matter>{};
    }
    // Opened as a page does, saved later.
    [[nodiscard]] static store::OpenedRecord open(Tablet& tablet, RecordId record)
    {
        auto opened = tablet.store().openForEdit(record);
        return opened ? std::move(*opened) : store::OpenedRecord{};
    }
    [[nodiscard]] static bool write(Tablet& tablet, const store::OpenedRecord& opened,
                                    std::vector<store::RegisterEdit> writes)
    {
        const auto& view = opened.view;
        return tablet.store()
            .save(
                {{}, {{view.record, view.root, view.type, view.partition, std::move(writes), opened.past}}, {}, "test"})
            .has_value();
    }
    [[nodiscard]] static bool writeNow(Tablet& tablet, RecordId record, std::vector<store::RegisterEdit> writes)
    {
        return write(tablet, open(tablet, record), std::move(writes));
    }
    [[nodiscard]] static store::Life life(Tablet& tablet, RecordId record)
    {
        const auto view = tablet.store().view(record);
        return view ? view->life : store::Life::merged;
    }
    [[nodiscard]] RecordId newFamily()
    {
        const auto id = m_officer->newId();
        const bool saved = m_officer->save("household", id, id,
                                           {{"phone1", Value::fromText("19900000008")},
                                            {"directions", Value::fromText("村口榕树右拐第三家。")},
                                            {"call_name", Value::fromText("林阿姨")}});
        return saved && everybodySyncs() ? id : RecordId{};
    }
    [[nodiscard]] RecordId visit(Tablet& tablet, const char* words)
    {
        const auto id = tablet.newId();
        const bool saved = tablet.save("visit", id, m_family,
                                       {{"mode", Value::fromInt(1)},
                                        {"outcome", Value::fromInt(1)},
                                        {"occurred_at", Value::fromInt(platform::SystemClock().now())},
                                        {"quick_note", Value::fromText(words)}});
        return saved ? id : RecordId{};
    }
    // Answers what this tablet asks first; `kept`: nil, both are right.
    [[nodiscard]] bool answer(Tablet& tablet, RecordId kept)
    {
        const auto matters = mattersOn(tablet);
        if (matters.empty())
            return false;
        const auto seen = settle::look(tablet.store(), matters.front());
        if (!seen)
            return false;
        const auto edit = kept.isNil() ? settle::bothRightEdit(tablet.store(), *m_catalogue, *seen)
                                       : settle::keepEdit(tablet.store(), *m_catalogue, *seen, kept, "looked at");
        return edit && tablet.store().save(*edit).has_value();
    }

private slots:
    void initTestCase()
    {
        auto loaded = data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets");
        QVERIFY(loaded.has_value());
        m_catalogue.emplace(std::move(*loaded));
        m_server = std::make_unique<ServerProcess>(QStringLiteral(LIANXIN_SERVER));
        QVERIFY(m_server->init());
        QVERIFY(m_server->start());
        m_proxy = std::make_unique<FaultyProxy>(m_server->port());
        const auto join = [&](const char* name, const char* role, const char* where) {
            auto tablet = std::make_unique<Tablet>(*m_catalogue, *m_proxy, m_server->ca());
            const bool in = tablet->enrol(m_server->enrolUser(QString::fromLatin1(name), QString::fromLatin1(role),
                                                              {QString::fromLatin1(where)}));
            return in ? std::move(tablet) : nullptr;
        };
        m_officer = join("Officer", "TO", "t:350128900");
        m_worker = join("Worker", "VW", "v:350128900200");
        m_other = join("Other", "VW", "v:350128900200");
        QVERIFY(m_officer && m_worker && m_other);
    }
    void init()
    {
        m_family = newFamily();
        QVERIFY(!m_family.isNil());
    }
    void cleanup()
    {
        // The next story begins with nothing to look at.
        for (auto* tablet : all())
            QCOMPARE(tablet->store().conflicts()->size(), std::size_t{0});
    }
    void cleanupTestCase() { QVERIFY(!m_server || m_server->stop()); }

    void aFieldAndAThirdEditThatNobodySaw()
    {
        const auto phone = key("household", "phone1");
        QVERIFY(writeNow(*m_worker, m_family, {{phone, Value::fromText("19900000012")}}));
        QVERIFY(writeNow(*m_officer, m_family, {{phone, Value::fromText("19900000021")}}));
        QVERIFY(
            writeNow(*m_other, m_family, {{phone, Value::fromText("19900000033")}})); // without a network until later
        QVERIFY(m_worker->syncs() && m_officer->syncs() && m_worker->syncs());
        const auto page = open(*m_officer, m_family);
        QCOMPARE(page.view.find(phone)->heads.size(), std::size_t{2});
        QVERIFY(m_other->syncs() && m_officer->syncs()); // the third comes in while the page is open
        QVERIFY(write(*m_officer, page, {{phone, Value::fromText("19900000012")}}));
        everybodySees(1, 0);
        const auto left = open(*m_worker, m_family).view.find(phone)->heads;
        QCOMPARE(left.size(), std::size_t{2}); // a smaller one: the decision, and what nobody had seen
        QVERIFY(writeNow(*m_worker, m_family, {{phone, Value::fromText("19900000033")}}));
        everybodySees(0, 0);
        for (auto* tablet : all())
            QCOMPARE(tablet->shown(m_family, "household", "phone1"), std::string("19900000033"));
        // What was not chosen is still read where it was seen.
        bool readable = false;
        const auto past = m_officer->store().pastValues(m_family);
        QVERIFY(past.has_value());
        for (const auto& value : *past)
            readable = readable || (value.head.value.asText() == "19900000021" && value.beside);
        QVERIFY(readable);
    }

    void aGroup()
    {
        const auto preference = key("household", "contact_pref");
        const auto number = [&](const char* name) {
            return std::to_string(type("household").field(std::string_view(name))->number);
        };
        const auto value = [&](std::int64_t code, const char* words) {
            return Value::fromJson(boost::json::object{{number("contact_pref"), code}, {number("pref_note"), words}});
        };
        QVERIFY(writeNow(*m_worker, m_family, {{preference, value(1, "mornings")}}));
        QVERIFY(writeNow(*m_officer, m_family, {{preference, value(2, "evenings")}}));
        everybodySees(1, 0);
        QVERIFY(writeNow(*m_other, m_family, {{preference, value(2, "mornings")}}));
        everybodySees(0, 0);
    }

    void aSetIsNeverAQuestion()
    {
        const auto person = m_officer->newId();
        QVERIFY(m_officer->save("person", person, m_family, {{"chronic", Value::fromInt(1)}}));
        QVERIFY(everybodySyncs());
        const auto number = type("person").field(std::string_view("chronic"))->number;
        QVERIFY(writeNow(*m_worker, person, {{{number, "1"}, Value::fromBool(false)}}));
        QVERIFY(writeNow(*m_officer, person, {{{number, "1"}, Value::fromBool(true)}}));
        QVERIFY(writeNow(*m_other, person, {{{number, "2"}, Value::fromBool(true)}}));
        everybodySees(0, 0);
        for (auto* tablet : all()) {
            const auto view = tablet->store().view(person);
            QVERIFY(view->find({number, "1"})->value.isTrue()); // who adds wins
            QVERIFY(view->find({number, "2"})->value.isTrue());
        }
    }

    void aTextPutTogether()
    {
        const auto way = key("household", "directions");
        QVERIFY(writeNow(*m_worker, m_family, {{way, Value::fromText("村口榕树右拐第三家，门前有菜园。")}}));
        QVERIFY(writeNow(*m_other, m_family, {{way, Value::fromText("村口榕树右拐第三家。修路，车停祠堂边。")}}));
        everybodySees(1, 0);
        const auto page = open(*m_officer, m_family);
        const auto* reg = page.view.find(way);
        QVERIFY(reg->note && reg->note->before && reg->heads.size() == 2);
        const auto merged =
            forms::mergeTexts(reg->note->before->value.asText().value_or(""), reg->heads[0].value.asText().value_or(""),
                              reg->heads[1].value.asText().value_or(""));
        QVERIFY(merged.has_value());
        const auto text = forms::joined(*merged);
        QCOMPARE(QString::fromStdString(text), QStringLiteral("村口榕树右拐第三家，门前有菜园。修路，车停祠堂边。"));
        QVERIFY(write(*m_officer, page, {{way, Value::fromText(text)}}));
        everybodySees(0, 0);
        QCOMPARE(m_worker->shown(m_family, "household", "directions"), text);
    }

    void putAwayWhileAnotherWrites()
    {
        const auto need = m_worker->newId();
        QVERIFY(m_worker->save("care_need", need, m_family, {{"text", Value::fromText("groceries")}}));
        QVERIFY(everybodySyncs());
        QVERIFY(writeNow(*m_officer, need, {forms::lifeEdit(store::Life::voided)}));
        QVERIFY(writeNow(*m_other, need, {{key("care_need", "text"), Value::fromText("groceries, on Wednesdays")}}));
        everybodySees(1, 0);
        for (auto* tablet : all())
            QVERIFY(life(*tablet, need) == store::Life::active); // nobody's words go out of sight
        // Put away all the same, by one who saw both, while a third writes once more.
        QVERIFY(writeNow(*m_other, need, {{key("care_need", "text"), Value::fromText("groceries, on Fridays")}}));
        QVERIFY(writeNow(*m_worker, need, {forms::lifeEdit(store::Life::voided)}));
        QVERIFY(life(*m_worker, need) == store::Life::voided);
        everybodySees(1, 0);
        QCOMPARE(m_officer->shown(need, "care_need", "text"), std::string("groceries, on Fridays"));
        QVERIFY(writeNow(*m_officer, need, {forms::lifeEdit(store::Life::voided)}));
        everybodySees(0, 0);
        for (auto* tablet : all())
            QVERIFY(life(*tablet, need) == store::Life::voided);
    }

    void twoMainContacts()
    {
        const auto contact = [&](Tablet& tablet, const char* name) {
            const auto id = tablet.newId();
            const bool saved = tablet.save("contact_assignment", id, m_family,
                                           {{"person_name", Value::fromText(name)},
                                            {"post", Value::fromInt(2)},
                                            {"is_primary", Value::fromBool(true)},
                                            {"from_date", Value::fromText("2026-01-01")},
                                            {"state", Value::fromInt(1)}});
            return saved ? id : RecordId{};
        };
        const auto first = contact(*m_worker, "One");
        const auto second = contact(*m_other, "Two");
        QVERIFY(!first.isNil() && !second.isNil());
        everybodySees(0, 1);
        QVERIFY(answer(*m_officer, second));
        everybodySees(0, 0);
        QCOMPARE(m_worker->shown(first, "contact_assignment", "is_primary"), std::string("false"));
        QCOMPARE(m_worker->shown(second, "contact_assignment", "is_primary"), std::string("true"));
    }

    void theSameVisitTwiceAndAThirdThatNobodySaw()
    {
        const auto first = visit(*m_worker, "went with a colleague");
        const auto second = visit(*m_other, "went along");
        QVERIFY(m_worker->syncs() && m_other->syncs() && m_worker->syncs());
        const auto third = visit(*m_officer, "was there too"); // not sent yet
        QVERIFY(answer(*m_worker, first));
        everybodySees(0, 1); // the first and the third
        QVERIFY(life(*m_officer, second) == store::Life::voided);
        QVERIFY(life(*m_other, third) == store::Life::active);
        QVERIFY(answer(*m_other, {})); // both are right, and nobody is asked again
        everybodySees(0, 0);
        QCOMPARE(m_officer->countOf("visit") >= 2, true);
    }

    void theSameAidTwice()
    {
        const auto aid = [&](Tablet& tablet) {
            const auto id = tablet.newId();
            const auto number = [&](const char* name) {
                return std::to_string(type("emergency_case").field(std::string_view(name))->number);
            };
            const Value money =
                Value::fromJson(boost::json::object{{number("aid_money"), 200000}, {number("fund_source"), 3}});
            const bool saved = tablet.save("emergency_case", id, m_family,
                                           {{"kind", Value::fromInt(1)},
                                            {"known_at", Value::fromInt(platform::SystemClock().now())},
                                            {"aid_money", money}});
            return saved ? id : RecordId{};
        };
        const auto first = aid(*m_worker);
        const auto second = aid(*m_officer);
        QVERIFY(!first.isNil() && !second.isNil());
        everybodySees(0, 1);
        QVERIFY(answer(*m_officer, first));
        everybodySees(0, 0);
        QVERIFY(life(*m_worker, second) == store::Life::active);
    }

    void twoStepsFromOneState()
    {
        const auto emergency = m_worker->newId();
        QVERIFY(m_worker->save("emergency_case", emergency, m_family,
                               {{"kind", Value::fromInt(1)}, {"state", Value::fromInt(3)}}));
        QVERIFY(everybodySyncs());
        const auto state = key("emergency_case", "state");
        QVERIFY(writeNow(*m_worker, emergency, {{state, Value::fromInt(4)}}));
        QVERIFY(writeNow(*m_other, emergency, {{state, Value::fromInt(4)}})); // the same step twice
        everybodySees(0, 0);
        QVERIFY(writeNow(*m_worker, emergency, {{state, Value::fromInt(5)}}));
        QVERIFY(writeNow(*m_other, emergency, {{state, Value::fromInt(8)}}));
        everybodySees(1, 0);
        QVERIFY(writeNow(*m_officer, emergency, {{state, Value::fromInt(5)}}));
        everybodySees(0, 0);
    }

    void possiblyTheSameFamily()
    {
        const auto second = newFamily();
        QVERIFY(!second.isNil());
        const pairs::FilePair pair{m_family, second};
        const auto joined = pairs::joinEdit(m_worker->store(), *m_catalogue, pair);
        QVERIFY(joined && m_worker->store().save(*joined));
        everybodySees(0, 0);
        for (auto* tablet : all())
            QVERIFY(life(*tablet, second) == store::Life::merged);
        const auto apart = pairs::apartEdit(m_officer->store(), *m_catalogue, pair);
        QVERIFY(apart && m_officer->store().save(*apart));
        everybodySees(0, 0);
        for (auto* tablet : all())
            QVERIFY(life(*tablet, second) == store::Life::active);
    }
};

QTEST_GUILESS_MAIN(TstSettleStory)
#include "tst_settle_story.moc"
