// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/json.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_stack.hpp>

#include <algorithm>
#include <cassert>
#include <limits>
#include <unordered_set>
#include <vector>

namespace lianxin {

namespace {

namespace bj = boost::json;

// Objects this small are searched one key after another; larger ones get a set, so that no input makes it quadratic.
constexpr std::size_t kLinearKeys = 16;

class KeySet {
public:
    bool insert(std::string_view key)
    {
        if (m_few.size() < kLinearKeys) {
            if (std::find(m_few.begin(), m_few.end(), key) != m_few.end())
                return false;
            m_few.emplace_back(key);
            return true;
        }
        if (m_many.empty())
            m_many.insert(m_few.begin(), m_few.end());
        return m_many.emplace(key).second;
    }

private:
    std::vector<std::string> m_few;
    std::unordered_set<std::string> m_many;
};

// The events of the SAX parser become a value; every refusal of ours leaves its reason here.
class StrictHandler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    std::size_t maxStringBytes = 0;
    const char* reason = nullptr;
    unsigned line = 1;
    std::map<std::string, unsigned, std::less<>>* lines = nullptr;

    bj::value release() { return m_values.release(); }

    bool on_document_begin(bj::error_code&)
    {
        m_values.reset();
        return true;
    }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&)
    {
        noteValue();
        m_frames.push_back({false, 0, {}, {}});
        return true;
    }
    bool on_object_end(std::size_t n, bj::error_code&)
    {
        m_frames.pop_back();
        m_values.push_object(n);
        return true;
    }
    bool on_array_begin(bj::error_code&)
    {
        noteValue();
        m_frames.push_back({true, 0, {}, {}});
        return true;
    }
    bool on_array_end(std::size_t n, bj::error_code&)
    {
        m_frames.pop_back();
        m_values.push_array(n);
        return true;
    }
    bool on_key_part(bj::string_view part, std::size_t n, bj::error_code& ec)
    {
        if (n > maxStringBytes)
            return refuse("a key is too long", ec);
        m_key.append(part.data(), part.size());
        m_values.push_chars(part);
        return true;
    }
    bool on_key(bj::string_view part, std::size_t n, bj::error_code& ec)
    {
        if (!on_key_part(part, n, ec))
            return false;
        if (!m_frames.back().keys.insert(m_key))
            return refuse("duplicate key", ec);
        if (lines != nullptr)
            m_frames.back().name = m_key;
        m_key.clear();
        m_values.push_key({});
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t n, bj::error_code& ec)
    {
        if (n > maxStringBytes)
            return refuse("a string is too long", ec);
        m_values.push_chars(part);
        return true;
    }
    bool on_string(bj::string_view part, std::size_t n, bj::error_code& ec)
    {
        if (n > maxStringBytes)
            return refuse("a string is too long", ec);
        noteValue();
        m_values.push_string(part);
        return true;
    }
    bool on_number_part(bj::string_view, bj::error_code&) { return true; }
    bool on_int64(std::int64_t number, bj::string_view, bj::error_code&)
    {
        noteValue();
        m_values.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, bj::string_view, bj::error_code& ec)
    {
        if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return refuse("number outside 64 signed bits", ec);
        noteValue();
        m_values.push_int64(static_cast<std::int64_t>(number));
        return true;
    }
    bool on_double(double, bj::string_view, bj::error_code& ec) { return refuse("not an integer of 64 bits", ec); }
    bool on_bool(bool flag, bj::error_code&)
    {
        noteValue();
        m_values.push_bool(flag);
        return true;
    }
    bool on_null(bj::error_code&)
    {
        noteValue();
        m_values.push_null();
        return true;
    }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

private:
    struct Frame {
        bool isArray;
        std::size_t next;
        std::string name;
        KeySet keys;
    };

    bool refuse(const char* why, bj::error_code& ec)
    {
        reason = why;
        ec = bj::make_error_code(bj::error::syntax);
        return false;
    }

    void noteValue()
    {
        if (lines == nullptr)
            return;
        if (!m_frames.empty() && m_frames.back().isArray)
            m_frames.back().name = std::to_string(m_frames.back().next++);
        std::string pointer;
        for (const auto& frame : m_frames)
            pointer += "/" + frame.name;
        lines->emplace(std::move(pointer), line);
    }

    bj::value_stack m_values;
    std::vector<Frame> m_frames;
    std::string m_key;
};

using StrictParser = bj::basic_parser<StrictHandler>;

std::string placeOf(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto lineStart = before.rfind('\n');
    const auto column = lineStart == std::string_view::npos ? before.size() + 1 : before.size() - lineStart;
    return "line " + std::to_string(line) + " column " + std::to_string(column) + ": ";
}

Error refusal(std::string_view text, std::size_t offset, const StrictHandler& handler, const bj::error_code& ec)
{
    if (handler.reason != nullptr)
        return fail(Errc::invalidInput, placeOf(text, offset) + handler.reason);
    return fail(Errc::invalidInput, placeOf(text, offset) + (ec ? ec.message() : std::string("bytes after the end")));
}

StrictParser makeParser(const JsonLimits& limits)
{
    bj::parse_options options;
    options.max_depth = limits.maxDepth;
    return StrictParser(options);
}

} // namespace

Result<bj::value> parseJson(std::string_view text, JsonLimits limits)
{
    if (text.size() > limits.maxBytes)
        return fail(Errc::invalidInput,
                    "line 1 column 1: text of " + std::to_string(text.size()) + " bytes is too large");
    auto parser = makeParser(limits);
    parser.handler().maxStringBytes = limits.maxStringBytes;
    bj::error_code ec;
    const auto read = parser.write_some(false, text.data(), text.size(), ec);
    if (ec || read < text.size())
        return refusal(text, read, parser.handler(), ec);
    return parser.handler().release();
}

// Fed line by line, so that each event knows its line: strings cannot span lines, and a number ends at the line's end.
Result<JsonDocument> parseJsonDocument(std::string_view text, JsonLimits limits)
{
    if (text.size() > limits.maxBytes)
        return fail(Errc::invalidInput,
                    "line 1 column 1: text of " + std::to_string(text.size()) + " bytes is too large");
    JsonDocument document;
    auto parser = makeParser(limits);
    auto& handler = parser.handler();
    handler.maxStringBytes = limits.maxStringBytes;
    handler.lines = &document.lines;
    bj::error_code ec;
    for (std::size_t start = 0; start < text.size(); ++handler.line) {
        const auto end = std::min(text.find('\n', start), text.size() - 1) + 1;
        const auto read = parser.write_some(true, text.data() + start, end - start, ec);
        if (ec || read < end - start)
            return refusal(text, start + read, handler, ec);
        start = end;
    }
    parser.write_some(false, text.data() + text.size(), 0, ec);
    if (ec)
        return refusal(text, text.size(), handler, ec);
    document.root = handler.release();
    return document;
}

unsigned JsonDocument::lineOf(std::string_view pointer) const
{
    for (;;) {
        if (const auto found = lines.find(pointer); found != lines.end())
            return found->second;
        const auto cut = pointer.rfind('/');
        if (cut == std::string_view::npos)
            return 1;
        pointer = pointer.substr(0, cut);
    }
}

void appendCanonicalString(std::string& out, std::string_view utf8)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    out.push_back('"');
    for (const char c : utf8) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (const auto byte = static_cast<unsigned char>(c); byte < 0x20U) {
                out += "\\u00";
                out.push_back(kHex[byte >> 4U]);
                out.push_back(kHex[byte & 15U]);
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
}

void appendCanonicalJson(std::string& out, const bj::value& value)
{
    switch (value.kind()) {
    case bj::kind::null: out += "null"; return;
    case bj::kind::bool_: out += value.get_bool() ? "true" : "false"; return;
    case bj::kind::int64: out += std::to_string(value.get_int64()); return;
    case bj::kind::uint64: out += std::to_string(value.get_uint64()); return;
    case bj::kind::double_:
        assert(!"floating point has no canonical form");
        out += "null";
        return;
    case bj::kind::string: appendCanonicalString(out, {value.get_string().data(), value.get_string().size()}); return;
    case bj::kind::array: {
        out.push_back('[');
        bool first = true;
        for (const auto& element : value.get_array()) {
            if (!std::exchange(first, false))
                out.push_back(',');
            appendCanonicalJson(out, element);
        }
        out.push_back(']');
        return;
    }
    case bj::kind::object: {
        std::vector<const bj::key_value_pair*> members;
        members.reserve(value.get_object().size());
        for (const auto& member : value.get_object())
            members.push_back(&member);
        std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) { return a->key() < b->key(); });
        out.push_back('{');
        bool first = true;
        for (const auto* member : members) {
            if (!std::exchange(first, false))
                out.push_back(',');
            appendCanonicalString(out, {member->key().data(), member->key().size()});
            out.push_back(':');
            appendCanonicalJson(out, member->value());
        }
        out.push_back('}');
        return;
    }
    }
}

std::string canonicalJson(const bj::value& value)
{
    std::string out;
    appendCanonicalJson(out, value);
    return out;
}

bool isCanonicalJson(std::string_view text, JsonLimits limits)
{
    const auto value = parseJson(text, limits);
    return value && canonicalJson(*value) == text;
}

bool isValidUtf8(std::string_view text)
{
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = p + text.size();
    while (p != end) {
        if (*p < 0x80U) {
            ++p;
            continue;
        }
        const std::ptrdiff_t more = *p >= 0xc2U && *p <= 0xdfU   ? 1
                                    : (*p & 0xf0U) == 0xe0U      ? 2
                                    : *p >= 0xf0U && *p <= 0xf4U ? 3
                                                                 : 0;
        if (more == 0 || end - p <= more)
            return false;
        for (std::ptrdiff_t i = 1; i <= more; ++i)
            if ((p[i] & 0xc0U) != 0x80U)
                return false;
        // Overlong forms, surrogates and code points above 10FFFF (Unicode table 3-7).
        if ((*p == 0xe0U && p[1] < 0xa0U) || (*p == 0xedU && p[1] > 0x9fU) || (*p == 0xf0U && p[1] < 0x90U) ||
            (*p == 0xf4U && p[1] > 0x8fU))
            return false;
        p += more + 1;
    }
    return true;
}

} // namespace lianxin
