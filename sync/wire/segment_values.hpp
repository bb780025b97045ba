// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Values of suite 2 as they stand in a column (PROTOCOL.md 8.1): what can be said from the row itself is said shorter, with a first character
// that no canonical JSON begins with.
namespace lianxin::wire {

// What a row can be told from: the ids of its family in their order, the users of the segment, and the time of its own id.
class RowWords {
public:
    // `users` sorted; both outlive this.
    explicit RowWords(const std::vector<UserId>& users) : m_users(users) {}
    void setFamily(std::span<const RecordId> ids) { m_family = ids; } // must stay where it is
    void nameFamily();                                                // once for it, before anything is said shorter
    void setTime(std::uint64_t millis) { m_millis = millis; }         // of the row's id

    // Of a value, or the value itself.
    [[nodiscard]] std::string shorter(const std::string& canonical) const;
    // Of an element of a set that is a record of the family: '@' and its place from 1; otherwise the element itself.
    [[nodiscard]] std::string shorterElement(const std::string& element) const;
    // '@' alone, which stands for all places, or '@' and a place.
    [[nodiscard]] static bool isElement(std::string_view text);
    // Back again. Errors: invalidInput. `text` begins with one of isShort's characters.
    [[nodiscard]] Result<std::string> value(std::string_view text) const;
    [[nodiscard]] Result<std::string> element(std::string_view text) const;

    [[nodiscard]] static bool isShort(std::string_view text)
    {
        return !text.empty() &&
               (text.front() == '@' || text.front() == '&' || text.front() == '~' || text.front() == '^');
    }

private:
    [[nodiscard]] std::int64_t today() const; // days since 1970, of the row's time in UTC

    const std::vector<UserId>& m_users;
    std::span<const RecordId> m_family;
    std::map<std::string, std::size_t, std::less<>> m_places; // by the id's text
    std::uint64_t m_millis{0};
};

} // namespace lianxin::wire
