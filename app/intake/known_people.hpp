// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/ids.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace lianxin::store {
class ReplicaStore;
}

namespace lianxin::intake {

// Who one person of a list is, as far as the list says: what people are told apart by.
struct Likeness {
    std::string name;
    std::string idNumber; // normal form, empty when not given
    std::string birth;    // "1958-09-30"
    std::string phone;
    std::string village; // 12 digits
    std::string address;
};

// People who are known already, found again by their identity number, else by name with birthday, telephone or address in the same village.
// Two different identity numbers are two people, whatever else agrees.
class KnownPeople {
public:
    struct Person {
        RecordId person; // nil: of the list itself
        RecordId household;
        unsigned row{0}; // of the list
        std::string idNumber;
    };
    [[nodiscard]] static Result<KnownPeople> of(const store::ReplicaStore& store, const Catalogue& catalogue);
    KnownPeople() = default;

    void add(const Likeness& likeness, const Person& person);
    [[nodiscard]] std::optional<Person> find(const Likeness& likeness) const;

private:
    using Key = std::tuple<std::string, std::string, std::string>;
    [[nodiscard]] static std::vector<Key> keysOf(const Likeness& likeness);
    std::map<std::string, Person> m_byNumber;
    std::multimap<Key, Person> m_byLikeness;
};

} // namespace lianxin::intake
