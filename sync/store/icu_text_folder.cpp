// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/text_folder.hpp"
#include "sync/store/text_tables.hpp"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace lianxin::store {

namespace {

// Rules are slow (20 microseconds a name), names share characters: answers are kept, up to this many of each sort.
constexpr std::size_t kCacheEntries = 20000;

bool isHan(UChar32 character)
{
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(character, &status) == USCRIPT_HAN;
}

// ASCII: telephone numbers and most queries, folded without the rules.
bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

class Rules {
public:
    explicit Rules(const char* id)
    {
        UErrorCode status = U_ZERO_ERROR;
        UParseError where;
        m_rules.reset(
            icu::Transliterator::createInstance(icu::UnicodeString(id, -1, US_INV), UTRANS_FORWARD, where, status));
    }
    [[nodiscard]] icu::UnicodeString apply(icu::UnicodeString text) const
    {
        if (m_rules) // without its data files ICU has none: the text is then found as it was written
            m_rules->transliterate(text);
        return text;
    }

private:
    std::unique_ptr<icu::Transliterator> m_rules;
};

class Cache {
public:
    template <typename Make> const std::string& get(const std::string& key, Make make)
    {
        if (const auto found = m_entries.find(key); found != m_entries.end())
            return found->second;
        if (m_entries.size() >= kCacheEntries)
            m_entries.clear();
        return m_entries.emplace(key, make()).first->second;
    }

private:
    std::unordered_map<std::string, std::string> m_entries;
};

struct Tables {
    static std::unordered_map<UChar32, UChar32> variants()
    {
        std::unordered_map<UChar32, UChar32> table;
        for (const auto text : {unihanVariants(), ownVariants()}) // ours come last and win
            for (const auto& [from, to] : readTextTable(text))
                if (!to.empty())
                    table[icu::UnicodeString::fromUTF8(from).char32At(0)] =
                        icu::UnicodeString::fromUTF8(to.front()).char32At(0);
        return table;
    }

    std::unordered_map<UChar32, UChar32> variant{variants()};
    std::map<std::string, std::vector<std::string>, std::less<>> readings{readTextTable(readingTable())};
};

// Rules and what they said so far: of one thread at a time.
class Speller {
public:
    explicit Speller(const Tables& tables) : m_tables(tables) {}

    [[nodiscard]] std::vector<std::string> readings(std::string_view text)
    {
        std::vector<std::string> found{spelledOnce(text)};
        addOtherReadings(icu::UnicodeString::fromUTF8(foldedOnce(text)), found);
        return found;
    }

    // A name is folded for its terms, its spellings and its sort key, at each save of its record: the rules are asked once. A value of the
    // caches lives until the next is asked for.
    const std::string& foldedOnce(std::string_view text)
    {
        return m_folded.get(std::string(text), [&] { return utf8(folded(text)); });
    }
    const std::string& spelledOnce(std::string_view text)
    {
        return m_spelled.get(std::string(text), [&] { return spell(icu::UnicodeString::fromUTF8(foldedOnce(text))); });
    }

private:
    [[nodiscard]] icu::UnicodeString folded(std::string_view text)
    {
        auto result = m_fold.apply(
            icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))));
        icu::UnicodeString kept;
        for (int32_t i = 0; i < result.length(); i = result.moveIndex32(i, 1))
            if (const auto c = result.char32At(i); !u_isUWhiteSpace(c) && !u_iscntrl(c)) {
                const auto common = m_tables.variant.find(c);
                kept.append(common == m_tables.variant.end() ? c : common->second);
            }
        return kept;
    }

    // Each character with several readings in turn takes each of them; what comes beyond the most is left out.
    void addOtherReadings(const icu::UnicodeString& text, std::vector<std::string>& found) const
    {
        const auto primary = syllablesOf(found.front());
        if (primary.size() != static_cast<std::size_t>(text.countChar32()))
            return; // letters stand in it: nobody spells those in two ways
        std::vector<std::vector<std::string>> open{primary};
        std::size_t at = 0;
        for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1), ++at) {
            const auto several = m_tables.readings.find(utf8(icu::UnicodeString(text.char32At(i))));
            if (several == m_tables.readings.end())
                continue;
            const auto before = open.size();
            for (std::size_t one = 0; one < before; ++one)
                for (const auto& reading : several->second)
                    if (reading != open[one][at] && open.size() < kMostReadings) {
                        auto other = open[one];
                        other[at] = reading;
                        open.push_back(std::move(other));
                    }
        }
        for (std::size_t one = 1; one < open.size(); ++one) {
            std::string whole;
            for (const auto& syllable : open[one])
                whole += (whole.empty() ? "" : " ") + syllable;
            if (std::find(found.begin(), found.end(), whole) == found.end())
                found.push_back(std::move(whole));
        }
    }

    static std::vector<std::string> syllablesOf(const std::string& spelled)
    {
        std::vector<std::string> syllables;
        for (std::size_t from = 0; from < spelled.size();) {
            const auto end = std::min(spelled.find(' ', from), spelled.size());
            syllables.push_back(spelled.substr(from, end - from));
            from = end + 1;
        }
        return syllables;
    }

    // The first two characters are read together: that is where family names have readings of their own, also double ones.
    [[nodiscard]] std::string spell(const icu::UnicodeString& text)
    {
        std::string out;
        bool lastWasHan = true;
        for (int32_t i = 0; i < text.length();) {
            const auto c = text.char32At(i);
            auto next = text.moveIndex32(i, 1);
            if (!isHan(c)) {
                if (lastWasHan && !out.empty())
                    out += ' ';
                out += utf8(icu::UnicodeString(c));
                lastWasHan = false;
                i = next;
                continue;
            }
            if (!out.empty())
                out += ' ';
            if (i == 0) {
                if (next < text.length() && isHan(text.char32At(next)))
                    next = text.moveIndex32(next, 1);
                const auto head = text.tempSubStringBetween(0, next);
                out += m_heads.get(utf8(head), [&] { return utf8(m_names.apply(head)); });
            } else {
                out += m_characters.get(utf8(icu::UnicodeString(c)),
                                        [&] { return utf8(m_plain.apply(icu::UnicodeString(c))); });
            }
            lastWasHan = true;
            i = next;
        }
        return out;
    }

    const Tables& m_tables;
    Rules m_fold{"NFKC; Hant-Hans; Lower; Latin-ASCII"};
    Rules m_names{"Han-Latin/Names; Latin-ASCII; Lower"};
    Rules m_plain{"Han-Latin; Latin-ASCII; Lower"};
    Cache m_folded;
    Cache m_spelled;
    Cache m_heads;
    Cache m_characters;
};

class IcuTextFolder final : public TextFolder {
public:
    IcuTextFolder() { m_idle.push_back(std::make_unique<Speller>(m_tables)); }

    [[nodiscard]] std::string fold(std::string_view text) const override
    {
        if (isPlain(text)) {
            std::string out;
            for (const char c : text)
                if (c > ' ' && c != '\x7f')
                    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            return out;
        }
        return with<std::string>([&](Speller& speller) { return speller.foldedOnce(text); });
    }

    [[nodiscard]] std::string pinyin(std::string_view text) const override
    {
        return with<std::string>([&](Speller& speller) { return speller.spelledOnce(text); });
    }

    [[nodiscard]] std::vector<std::string> readings(std::string_view text) const override
    {
        return with<std::vector<std::string>>([&](Speller& speller) { return speller.readings(text); });
    }

    [[nodiscard]] std::string initials(std::string_view text) const override
    {
        std::string out;
        bool taking = true;
        bool atStart = true;
        for (const char c : pinyin(text)) {
            // A whole UTF-8 character: what has no reading stays whole too.
            if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U)
                taking = std::exchange(atStart, c == ' ') && c != ' ';
            if (taking)
                out += c;
        }
        return out;
    }

private:
    // One folder serves every vault of the process, and the threads that fill a store.
    template <typename Answer, typename Ask> [[nodiscard]] Answer with(Ask ask) const
    {
        std::unique_ptr<Speller> speller;
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                speller = std::move(m_idle.back());
                m_idle.pop_back();
            }
        }
        if (!speller)
            speller = std::make_unique<Speller>(m_tables);
        Answer answer = ask(*speller);
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(speller));
        return answer;
    }

    Tables m_tables;
    mutable std::mutex m_mutex; // of what follows
    mutable std::vector<std::unique_ptr<Speller>> m_idle;
};

} // namespace

std::unique_ptr<TextFolder> makeTextFolder() { return std::make_unique<IcuTextFolder>(); }

} // namespace lianxin::store
