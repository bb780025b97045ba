// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "census.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/person_save.hpp"
#include "app/data/stream.hpp"
#include "app/settle/matter.hpp"

#include <QTemporaryDir>
#include <QTest>

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

// The demonstration shows one of each kind of what wants a person's eye (docs/conflicts.md).
class TestDataLooks : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Catalogue m_catalogue = must(loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets"));
    std::unique_ptr<store::TextFolder> m_texts = store::makeTextFolder();
    Stream m_random{7, "store", 0};
    SetClock m_clock;
    std::unique_ptr<store::ReplicaStore> m_store;

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
        const std::string assets = LIANXIN_SOURCE_DIR "/assets";
        const auto generator =
            must(Generator::make(must(readAsset(assets, "demo/pools.json")), must(readAsset(assets, "demo/edge.json")),
                                 {1, kToday, user, userOf(makeRecordId(kToday, m_random)), false}));
        PersonSave person({m_catalogue, *m_store, m_clock, user});
        auto changes = generator.looks();
        QVERIFY(!changes.empty());
        std::ranges::stable_sort(changes, {}, &NamedChange::at);
        for (const auto& change : changes) {
            const auto saved = person.save(change);
            QVERIFY2(saved.has_value(), saved ? "" : saved.error().detail.c_str());
        }
    }

    void aRegisterOfEachKindDiffers()
    {
        std::multiset<std::string> found;
        for (const auto& conflict : must(m_store->conflicts())) {
            const auto* type = m_catalogue.type(conflict.type);
            QCOMPARE(conflict.registers.size(), std::size_t{1});
            const auto number = conflict.registers.front().number;
            const auto* field = type->field(number);
            const auto* group = type->group(number);
            found.insert(type->name + '.' + (field != nullptr ? field->name : group != nullptr ? group->name : "life"));
            const auto view = must(m_store->view(conflict.record));
            const auto* reg = view.find(conflict.registers.front());
            QVERIFY(number == kLifeRegister || reg->heads.size() == 2);
        }
        QVERIFY((found == std::multiset<std::string>{"household.phone1", "household.directions", "household.preference",
                                                     "care_need.life", "emergency_case.state"}));
    }

    void twoRecordsOfEachKindMayBeOne()
    {
        std::map<settle::Question, int> asked;
        for (const auto& family : must(m_store->ofType(m_catalogue.type(std::string_view("household"))->number)))
            for (const auto& matter :
                 settle::mattersOf(m_catalogue, must(m_store->children(family.record)), dayInChina(kToday)))
                ++asked[matter.question];
        QVERIFY((asked == std::map<settle::Question, int>{{settle::Question::primaries, 1},
                                                          {settle::Question::visits, 1},
                                                          {settle::Question::payments, 1}}));
    }
};

QTEST_GUILESS_MAIN(TestDataLooks)
#include "tst_data_looks.moc"
