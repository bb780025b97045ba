// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/life.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace lianxin::store {

namespace {

// One head of a life register.
struct Said {
    Life life{Life::active};
    std::string into;
    std::optional<std::set<Dot>> saw; // none: who wrote it did not say
};

Said said(const core::Head& head)
{
    Said said;
    const auto json = head.value.json();
    const auto* object = json.if_object();
    if (object == nullptr)
        return said;
    const auto* state = object->if_contains("state");
    const auto* number = state == nullptr ? nullptr : state->if_int64();
    if (number != nullptr && (*number == 2 || *number == 3))
        said.life = static_cast<Life>(*number);
    if (const auto* into = object->if_contains("into"); into != nullptr && into->is_string())
        said.into = into->get_string().c_str();
    const auto* saw = object->if_contains("saw");
    const auto* replicas = saw == nullptr ? nullptr : saw->if_object();
    if (replicas == nullptr)
        return said;
    said.saw.emplace();
    for (const auto& [name, numbers] : *replicas) {
        const auto replica = ReplicaId::parse(std::string_view(name.data(), name.size()));
        const auto* list = numbers.if_array();
        if (!replica || list == nullptr)
            continue;
        for (const auto& one : *list)
            if (one.is_int64() && one.get_int64() > 0)
                said.saw->insert({*replica, static_cast<std::uint64_t>(one.get_int64())});
    }
    return said;
}

bool isWordOfAPerson(const RecordType* type, const RegisterKey& key)
{
    if (key.number == kLifeRegister || key.number == kLocationRegister)
        return false;
    const auto* field = type == nullptr ? nullptr : type->field(key.number);
    return field == nullptr || !field->readOnly;
}

} // namespace

LifeReading readLife(const RecordType* type, const std::vector<RegisterHeads>& registers)
{
    LifeReading reading;
    const auto life = std::ranges::find_if(registers, [](const RegisterHeads& one) {
        return one.key->number == kLifeRegister && one.key->element.empty();
    });
    if (life == registers.end() || life->heads->empty())
        return reading;
    std::set<Dot> seen;
    const auto first = said(life->heads->front());
    bool says = true; // what they saw
    for (const auto& head : *life->heads) {
        const auto one = said(head);
        reading.open = reading.open || one.life != first.life || one.into != first.into;
        says = says && one.saw.has_value();
        seen.insert(head.dot); // the same save
        if (one.saw)
            seen.insert(one.saw->begin(), one.saw->end());
    }
    if (reading.open) // until a person decides it is in sight
        return reading;
    if (first.life == Life::voided && says)
        for (const auto& reg : registers)
            if (isWordOfAPerson(type, *reg.key))
                for (const auto& head : *reg.heads)
                    if (!seen.contains(head.dot))
                        reading.unseen.push_back(head.dot);
    std::ranges::sort(reading.unseen);
    const auto twice = std::ranges::unique(reading.unseen);
    reading.unseen.erase(twice.begin(), twice.end());
    reading.open = !reading.unseen.empty();
    reading.life = reading.open ? Life::active : first.life;
    return reading;
}

Value withSeen(const Value& life, const RecordView& now, const Past& past)
{
    auto json = life.json();
    auto* object = json.if_object();
    const auto* state = object == nullptr ? nullptr : object->if_contains("state");
    if (state == nullptr || !state->is_int64() || state->get_int64() != static_cast<std::int64_t>(Life::voided) ||
        object->contains("saw"))
        return life;
    std::map<ReplicaId, std::set<std::uint64_t>> dots;
    for (const auto& reg : now.registers) {
        if (reg.key.number == kLifeRegister || reg.key.number == kLocationRegister)
            continue;
        const auto seen = past.of(reg.key);
        for (const auto& head : reg.heads)
            if (seen.contains(head.dot))
                dots[head.dot.replica].insert(head.dot.number);
    }
    boost::json::object saw;
    for (const auto& [replica, numbers] : dots) {
        boost::json::array list;
        for (const auto number : numbers)
            list.push_back(static_cast<std::int64_t>(number));
        saw[replica.text()] = std::move(list);
    }
    (*object)["saw"] = std::move(saw);
    return Value::fromJson(json);
}

} // namespace lianxin::store
