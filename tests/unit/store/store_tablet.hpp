// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"
#include "sync/store/replica_store.hpp"
#include "sync/store/text_folder.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <random>
#include <stdexcept>

// What the store's tests share: a small catalogue, seeded sources, and a tablet on the real encrypted file.
namespace lianxin::test {

class SeededRandom : public RandomSource {
public:
    explicit SeededRandom(std::uint32_t seed) : m_engine(seed) {}
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(m_engine());
    }

private:
    std::mt19937 m_engine;
};

class SetClock : public Clock {
public:
    [[nodiscard]] Millis now() const override { return time; }
    Millis time{1'790'000'000'000};
};

// A result that a test relies on: its error ends the test function with the reason.
template <typename T> T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(errcName(result.error().code)) + ": " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline constexpr std::uint32_t kHousehold = 101;
inline constexpr std::uint32_t kVisit = 102;
inline constexpr std::uint32_t kCase = 103;
inline const RegisterKey kLocation{kLocationRegister, {}};
inline const RegisterKey kName{10, {}};
inline const RegisterKey kPhone{11, {}};
inline const RegisterKey kPlace{12, {}};
inline const RegisterKey kRemark{13, {}};
inline const RegisterKey kVisitAt{10, {}};
inline const RegisterKey kVisitText{11, {}};
inline RegisterKey need(int code) { return {14, std::to_string(code)}; }

inline Field field(std::uint32_t number, std::string name, FieldKind kind, SearchKind search = SearchKind::none)
{
    Field field;
    field.number = number;
    field.name = std::move(name);
    field.kind = kind;
    field.search = search;
    return field;
}

inline Catalogue smallCatalogue(std::uint32_t version = 1)
{
    Catalogue::Content content;
    content.version = version;
    RecordType household;
    household.number = kHousehold;
    household.name = "household";
    household.isRoot = true;
    household.title = {10};
    household.fields = {field(10, "name", FieldKind::text, SearchKind::name),
                        field(11, "phone", FieldKind::text, SearchKind::phone),
                        field(12, "place", FieldKind::text, SearchKind::place), field(13, "remark", FieldKind::text),
                        field(14, "needs", FieldKind::codeSet)};
    RecordType visit;
    visit.number = kVisit;
    visit.name = "visit";
    visit.rootTypes = {"household"};
    visit.timeline = Timeline{10, {11}, "green"};
    visit.fields = {field(10, "at", FieldKind::timestamp), field(11, "words", FieldKind::text)};
    RecordType counsel;
    counsel.number = kCase;
    counsel.name = "counsel_case";
    counsel.scope = RecordScope::counselCase;
    counsel.isRoot = true;
    counsel.fields = {field(10, "opened", FieldKind::date)};
    content.types = {household, visit, counsel};
    return Catalogue(std::move(content));
}

inline PartitionId village(const char* code = "350128001201")
{
    return must(PartitionId::parse(std::string("v:") + code));
}

// One user's store on one tablet, with what the vault would hold.
class Tablet {
public:
    Tablet(std::string path, std::uint32_t seed)
        : random(seed), catalogue(smallCatalogue()), key(store::RawKey::random(random)),
          sign(seal::SignKey::generate(random)), file(std::move(path))
    {
        random.fill(user.bytes);
        replica = makeReplicaId(random);
    }
    void open() { store = must(store::ReplicaStore::open(file, key, ports())); }
    void close() { store.reset(); }
    void reopen()
    {
        close();
        open();
    }
    void enrol(EpochId epoch)
    {
        open();
        must(store->initialise(replica, user, epoch));
    }
    [[nodiscard]] store::ReplicaPorts ports() { return {&catalogue, folder.get(), &clock, &random}; }
    RecordId newId() { return makeRecordId(clock.time, random); }

    [[nodiscard]] static store::RecordEdit household(RecordId id, std::vector<store::RegisterEdit> writes,
                                                     const PartitionId& where = village())
    {
        writes.push_back({kLocation, Value::fromText(where.text())});
        return {id, id, kHousehold, where, std::move(writes), {}};
    }
    RecordId addHousehold(const std::string& name, const std::string& phone = {}, const std::string& place = {},
                          const PartitionId& where = village())
    {
        const auto id = newId();
        store::Edit edit;
        edit.records = {household(
            id, {{kName, Value::fromText(name)}, {kPhone, Value::fromText(phone)}, {kPlace, Value::fromText(place)}},
            where)};
        must(store->save(edit));
        return id;
    }
    // Opens, writes, saves: what a form does.
    std::uint64_t write(RecordId id, std::vector<store::RegisterEdit> writes, std::string why = {})
    {
        const auto opened = must(store->openForEdit(id));
        return writeWith(opened, std::move(writes), std::move(why));
    }
    std::uint64_t writeWith(const store::OpenedRecord& opened, std::vector<store::RegisterEdit> writes,
                            std::string why = {})
    {
        store::Edit edit;
        edit.why = std::move(why);
        const auto& view = opened.view;
        edit.records = {{view.record, view.root, view.type, view.partition, std::move(writes), opened.past}};
        return must(store->save(edit)).number;
    }
    [[nodiscard]] std::string text(RecordId id, const RegisterKey& reg) const
    {
        const auto view = must(store->view(id));
        const auto* found = view.find(reg);
        return found == nullptr ? "" : found->value.asText().value_or("");
    }

    SeededRandom random;
    SetClock clock;
    Catalogue catalogue;
    std::unique_ptr<store::TextFolder> folder{store::makeTextFolder()};
    store::RawKey key;
    seal::SignKey sign;
    ReplicaId replica;
    UserId user;
    std::string file;
    std::unique_ptr<store::ReplicaStore> store;
};

} // namespace lianxin::test
