// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/catalogue_source.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <limits>

namespace lianxin {

namespace {
std::string_view view(boost::json::string_view text) { return {text.data(), text.size()}; }
std::string quoted(std::string_view text)
{
    std::string result(1, '"');
    result += text;
    result += '"';
    return result;
}
} // namespace

Result<CatalogueSource> openCatalogueSource(const std::string& file, const std::string& text, std::size_t mostBytes)
{
    auto document = parseJsonDocument(text, {mostBytes, mostBytes, 32});
    if (!document) {
        // "line 3 column 7: reason" -> "file:3: reason"
        auto detail = document.error().detail;
        const auto line = detail.substr(5, detail.find(' ', 5) - 5);
        return fail(Errc::invalidInput, file + ":" + line + ": " + detail.substr(detail.find(": ") + 2));
    }
    return CatalogueSource{file, std::move(*document), {}};
}

bool isCatalogueName(std::string_view name)
{
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

const boost::json::value* CatalogueNode::member(std::string_view key) const
{
    if (m_value == nullptr || !m_value->is_object())
        return nullptr;
    return m_value->get_object().if_contains(boost::json::string_view(key.data(), key.size()));
}

void CatalogueNode::keysAre(std::initializer_list<std::string_view> allowed) const
{
    if (m_value == nullptr || !m_value->is_object()) {
        refuse("expected an object");
        return;
    }
    for (const auto& entry : m_value->get_object())
        if (std::find(allowed.begin(), allowed.end(), view(entry.key())) == allowed.end())
            refuse(view(entry.key()), "unknown key " + quoted(view(entry.key())));
}

std::vector<CatalogueNode> CatalogueNode::items() const
{
    std::vector<CatalogueNode> result;
    if (m_value == nullptr)
        return result;
    if (!m_value->is_array()) {
        refuse("expected an array");
        return result;
    }
    const auto& array = m_value->get_array();
    for (std::size_t i = 0; i < array.size(); ++i)
        result.push_back(CatalogueNode(*m_source, &array[i], m_pointer + "/" + std::to_string(i)));
    return result;
}

std::vector<CatalogueNode> CatalogueNode::items(std::string_view key) const { return at(key).items(); }

const boost::json::value& CatalogueNode::json() const
{
    static const boost::json::value nothing;
    return m_value == nullptr ? nothing : *m_value;
}

std::string CatalogueNode::asText() const
{
    if (m_value != nullptr && m_value->is_string())
        return {m_value->get_string().data(), m_value->get_string().size()};
    refuse("expected a text");
    return {};
}

std::uint32_t CatalogueNode::asPositive() const
{
    if (m_value != nullptr && m_value->is_int64() && m_value->get_int64() >= 0 &&
        m_value->get_int64() <= std::numeric_limits<std::int32_t>::max())
        return static_cast<std::uint32_t>(m_value->get_int64());
    refuse("expected a number from 0");
    return 0;
}

std::string CatalogueNode::text(std::string_view key, bool must) const
{
    if (!has(key)) {
        if (must)
            refuse("missing " + quoted(key));
        return {};
    }
    auto result = at(key).asText();
    if (must && result.empty())
        refuse(key, quoted(key) + " is empty");
    return result;
}

std::optional<std::int64_t> CatalogueNode::number(std::string_view key) const
{
    const auto* value = member(key);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_int64()) {
        refuse(key, quoted(key) + " must be a number");
        return std::nullopt;
    }
    return value->get_int64();
}

std::uint32_t CatalogueNode::positive(std::string_view key, bool must, std::int64_t most) const
{
    const auto value = number(key);
    if (!value) {
        if (must && !has(key))
            refuse("missing " + quoted(key));
        return 0;
    }
    if (*value < 0 || *value > most) {
        refuse(key, quoted(key) + " must be from 0 to " + std::to_string(most));
        return 0;
    }
    return static_cast<std::uint32_t>(*value);
}

bool CatalogueNode::flag(std::string_view key) const
{
    const auto* value = member(key);
    if (value == nullptr)
        return false;
    if (!value->is_bool()) {
        refuse(key, quoted(key) + " must be true or false");
        return false;
    }
    return value->get_bool();
}

std::vector<std::string> CatalogueNode::texts(std::string_view key) const
{
    std::vector<std::string> result;
    for (const auto& item : items(key))
        result.push_back(item.asText());
    return result;
}

Label CatalogueNode::label(std::string_view zh, std::string_view en, bool must) const
{
    Label label{text(zh), text(en), {}};
    if (must && (label.zh.empty() || label.en.empty()))
        refuse("missing label: both " + quoted(zh) + " and " + quoted(en) + " are needed");
    if (label.zh.empty() != label.en.empty())
        refuse(has(zh) ? zh : en, "a label needs both " + quoted(zh) + " and " + quoted(en));
    return label;
}

} // namespace lianxin
