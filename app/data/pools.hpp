// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/stream.hpp"
#include "sync/model/error.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace lianxin::data {

// The words that families are made of (assets/demo/pools.json), and sentences composed of them.
class Pools {
public:
    [[nodiscard]] static Result<Pools>
    parse(std::string_view json); // invalidInput: a pool is missing or of another shape

    [[nodiscard]] std::string word(std::string_view pool) const; // a pool of one
    [[nodiscard]] std::string pick(Stream& stream, std::string_view pool) const;
    [[nodiscard]] bool has(std::string_view pool, std::string_view word) const;
    [[nodiscard]] const boost::json::array& row(Stream& stream, std::string_view pool) const;       // of a pool of rows
    [[nodiscard]] const boost::json::array& rowAt(std::string_view pool, std::size_t number) const; // round and round
    [[nodiscard]] std::size_t size(std::string_view pool) const;
    [[nodiscard]] std::string surname(Stream& stream) const;
    [[nodiscard]] std::string givenName(Stream& stream, int sex, int birthYear) const;
    [[nodiscard]] std::string village(std::size_t number) const;
    [[nodiscard]] std::string call(std::string_view surname, int sex,
                                   int age) const; // how the village addresses somebody of that age

    // A note after a visit: mood and doing, then body, topic and what comes next, as long as people write (domain.md 8.4).
    [[nodiscard]] std::string note(Stream& stream) const;
    [[nodiscard]] std::string action(Stream& stream) const; // a step in an emergency

private:
    explicit Pools(boost::json::object pools) : m_pools(std::move(pools)) {}
    [[nodiscard]] std::string sentences(Stream& stream, std::initializer_list<std::string_view> order,
                                        std::size_t already, std::size_t wanted) const;

    boost::json::object m_pools;
};

// A text's length in characters.
[[nodiscard]] std::size_t characters(std::string_view utf8);
// The first `count` characters.
[[nodiscard]] std::string firstCharacters(std::string_view utf8, std::size_t count);

} // namespace lianxin::data
