// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/terms.hpp"

#include <algorithm>
#include <cstdint>

namespace lianxin::store {

namespace {

// Longer texts are addresses; nobody types more than this of one, and each character more is a row.
constexpr std::size_t kMaxStarts = 16;
constexpr std::size_t kMaxTermBytes = 64;
constexpr std::size_t kMinTail = 2; // digits
constexpr int kConfidential = 4;    // sensitivity of what only a counsellor reads

// Value of a field, wherever its register is; null when it has none.
Value fieldValue(const Field& field, const RegisterValues& values)
{
    const auto found = values.find(RegisterKey{field.registerNumber(), {}});
    if (field.registerNumber() == 0 || found == values.end())
        return Value::null();
    if (field.group == 0)
        return found->second;
    const auto group = found->second.json();
    const auto* object = group.if_object();
    const auto* member = object == nullptr ? nullptr : object->if_contains(std::to_string(field.number));
    return member == nullptr ? Value::null() : Value::fromJson(*member);
}

bool isSearched(const Field& field)
{
    return field.search != SearchKind::none && !field.sealed && field.sensitivity < kConfidential;
}

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

std::string cut(std::string text)
{
    if (text.size() > kMaxTermBytes) {
        auto end = kMaxTermBytes;
        while (end > 0 && isContinuation(text[end]))
            --end;
        text.resize(end);
    }
    return text;
}

void addText(std::vector<Term>& terms, std::string_view text, HitKind kind)
{
    std::size_t starts = 0;
    for (std::size_t at = 0; at < text.size() && starts < kMaxStarts; ++at) {
        if (isContinuation(text[at]))
            continue;
        terms.push_back({cut((at == 0 ? kTermStart : kTermLater) + std::string(text.substr(at))), kind});
        ++starts;
    }
}

// From each syllable on: "linxiuying", "xiuying", "ying", and their initials "lxy", "xy"; from the first one also "linxy".
void addSpelled(std::vector<Term>& terms, std::string_view spelled, HitKind pinyin, HitKind initials)
{
    std::vector<std::string_view> syllables;
    while (!spelled.empty()) {
        const auto end = std::min(spelled.find(' '), spelled.size());
        if (end > 0)
            syllables.push_back(spelled.substr(0, end));
        spelled.remove_prefix(std::min(end + 1, spelled.size()));
    }
    for (std::size_t first = 0; first < syllables.size() && first < kMaxStarts; ++first) {
        std::string whole(1, first == 0 ? kTermStart : kTermLater);
        std::string letters = whole;
        for (std::size_t i = first; i < syllables.size(); ++i) {
            whole += syllables[i];
            std::size_t size = 1;
            while (size < syllables[i].size() && isContinuation(syllables[i][size]))
                ++size;
            letters += syllables[i].substr(0, size);
        }
        if (first == 0 && initials == HitKind::nameInitials && syllables.size() > 1)
            terms.push_back({cut(kTermStart + std::string(syllables[0]) + letters.substr(2)), initials});
        whole = cut(std::move(whole));
        whole += kTermSyllable;
        whole += static_cast<char>('0' + std::min<std::size_t>(syllables[first].size(), 70));
        terms.push_back({std::move(whole), pinyin});
        if (syllables.size() - first > 1) // one letter would find half of the people
            terms.push_back({cut(std::move(letters)), initials});
    }
}

void addDigits(std::vector<Term>& terms, std::string_view folded, HitKind kind)
{
    std::string kept;
    for (const char c : folded)
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            kept += c;
    if (kept.size() < kMinTail)
        return;
    terms.push_back({kTermStart + kept, kind});
    std::reverse(kept.begin(), kept.end());
    terms.push_back({kTermEnd + kept, kind});
}

} // namespace

bool isSearchable(const RecordType& type) { return std::any_of(type.fields.begin(), type.fields.end(), isSearched); }

std::vector<Term> termsOf(const RecordType& type, const RegisterValues& values, const TextFolder& folder,
                          char groupMark)
{
    std::vector<Term> terms;
    for (const auto& field : type.fields) {
        if (!isSearched(field) || field.isSet())
            continue;
        const auto value = fieldValue(field, values);
        std::string text;
        if (auto words = value.asText())
            text = folder.fold(*words);
        else if (const auto number = value.asInt())
            text = std::to_string(*number);
        if (text.empty())
            continue;
        switch (field.search) {
        case SearchKind::name:
            addText(terms, text, HitKind::name);
            for (const auto& reading : folder.readings(text))
                addSpelled(terms, reading, HitKind::namePinyin, HitKind::nameInitials);
            break;
        case SearchKind::place:
            addText(terms, text, HitKind::place);
            for (const auto& reading : folder.readings(text))
                addSpelled(terms, reading, HitKind::placePinyin, HitKind::placeInitials);
            break;
        case SearchKind::phone: addDigits(terms, text, HitKind::phone); break;
        case SearchKind::number: addDigits(terms, text, HitKind::number); break;
        case SearchKind::none: break;
        }
    }
    for (auto& term : terms)
        term.text.insert(term.text.begin(), groupMark);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

std::string sortKeyOf(const RecordType& type, const RegisterValues& values, const TextFolder& folder)
{
    if (type.timeline && type.timeline->at != 0) {
        const auto* field = type.field(type.timeline->at);
        const auto value = field == nullptr ? Value::null() : fieldValue(*field, values);
        if (const auto text = value.asText())
            return *text;
        if (const auto number = value.asInt()) {
            // Times before 1970 sort before it: the sign becomes the highest digit.
            const auto shifted = std::to_string(static_cast<std::uint64_t>(*number) + (std::uint64_t{1} << 63U));
            return std::string(20 - std::min<std::size_t>(shifted.size(), 20), '0') + shifted;
        }
        return {};
    }
    std::string key;
    for (const auto number : type.title) {
        const auto* field = type.field(number);
        const auto text = field == nullptr ? std::nullopt : fieldValue(*field, values).asText();
        if (text)
            key += folder.pinyin(*text) + '\x02' + folder.fold(*text) + '\x02';
    }
    return key;
}

} // namespace lianxin::store
