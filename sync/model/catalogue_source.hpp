// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/code_list.hpp"
#include "sync/model/json.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin {

// One file of the catalogue while it is read. The first refusal stays; reading goes on with defaults, so that the readers
// need no test after every member.
struct CatalogueSource {
    std::string file;
    JsonDocument document;
    std::optional<Error> error;

    void refuse(std::string_view pointer, const std::string& reason)
    {
        if (!error)
            error = fail(Errc::invalidInput, file + ":" + std::to_string(document.lineOf(pointer)) + ": " + reason);
    }
};

// Parses a file; the detail of an error is "<file>:<line>: <reason>".
[[nodiscard]] Result<CatalogueSource> openCatalogueSource(const std::string& file, const std::string& text,
                                                          std::size_t mostBytes);

// A value in that file which knows where it stands.
class CatalogueNode {
public:
    explicit CatalogueNode(CatalogueSource& source) : CatalogueNode(source, &source.document.root, "") {}

    void refuse(const std::string& reason) const { m_source->refuse(m_pointer, reason); }
    void refuse(std::string_view key, const std::string& reason) const
    {
        m_source->refuse(m_pointer + "/" + std::string(key), reason);
    }
    // Refuses a value that is no object or has a member outside the list.
    void keysAre(std::initializer_list<std::string_view> allowed) const;

    [[nodiscard]] bool has(std::string_view key) const { return member(key) != nullptr; }
    [[nodiscard]] CatalogueNode at(std::string_view key) const
    {
        return {*m_source, member(key), m_pointer + "/" + std::string(key)};
    }
    [[nodiscard]] std::vector<CatalogueNode> items(std::string_view key) const; // refuses what is no array
    [[nodiscard]] std::vector<CatalogueNode> items() const;
    [[nodiscard]] const boost::json::value& json() const;

    // `must` refuses an absent member; a member of another type is always refused.
    [[nodiscard]] std::string text(std::string_view key, bool must = false) const;
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view key) const;
    [[nodiscard]] std::uint32_t positive(std::string_view key, bool must, std::int64_t most) const;
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] Label label(std::string_view zh = "zh", std::string_view en = "en", bool must = true) const;
    [[nodiscard]] std::string asText() const; // of the node itself
    [[nodiscard]] std::uint32_t asPositive() const;

private:
    CatalogueNode(CatalogueSource& source, const boost::json::value* value, std::string pointer)
        : m_source(&source), m_value(value), m_pointer(std::move(pointer))
    {}
    [[nodiscard]] const boost::json::value* member(std::string_view key) const;

    CatalogueSource* m_source;
    const boost::json::value* m_value; // null: not there
    std::string m_pointer;
};

[[nodiscard]] bool isCatalogueName(std::string_view name); // lower case, digits, '_'

} // namespace lianxin
