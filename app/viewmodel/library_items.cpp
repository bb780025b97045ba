// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/library_items.hpp"

#include "sync/model/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cmath>
#include <numbers>
#include <set>

namespace lianxin::ui {

namespace {

namespace bj = boost::json;

constexpr double kLoud = 0.28 * 32767; // soft enough for a quiet room
constexpr double kOvertone = 0.25;     // a little warmth
constexpr int kMostSeconds = 1800;

Error bad(const std::string& what) { return fail(Errc::invalidInput, "library: " + what); }

std::string textAt(const bj::object& object, std::string_view key)
{
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

Result<LibraryItem::Text> textOf(const bj::object& item, std::string_view language)
{
    const auto* part = item.if_contains(language);
    const auto* object = part != nullptr ? part->if_object() : nullptr;
    const auto* body = object != nullptr ? object->if_contains("body") : nullptr;
    if (body == nullptr || !body->is_array())
        return bad(textAt(item, "id") + " has no words in " + std::string(language));
    LibraryItem::Text text{textAt(*object, "title"), textAt(*object, "gist"), {}};
    for (const auto& line : body->get_array())
        if (line.is_string())
            text.body.emplace_back(std::string_view(line.get_string()));
    if (text.title.empty() || text.gist.empty() || text.body.empty())
        return bad(textAt(item, "id") + " says nothing in " + std::string(language));
    return text;
}

Result<BreathTone> toneOf(const bj::object& object)
{
    const auto number = [&](std::string_view key) -> int {
        const auto* value = object.if_contains(key);
        return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : 0;
    };
    const BreathTone tone{number("low"), number("high"), number("in"), number("out"), number("rounds")};
    if (tone.low < 40 || tone.high <= tone.low || tone.high > 2000 || tone.in < 1 || tone.out < 1 || tone.rounds < 1 ||
        tone.seconds() > kMostSeconds)
        return bad("a tone that nobody can breathe with");
    return tone;
}

Result<LibraryItem> itemOf(const bj::object& object)
{
    LibraryItem item;
    item.id = textAt(object, "id");
    const auto kind = textAt(object, "kind");
    if (item.id.empty() || (kind != "guide" && kind != "policy" && kind != "listen"))
        return bad("an item without id or kind");
    item.kind = kind == "guide"    ? LibraryItem::Kind::guide
                : kind == "policy" ? LibraryItem::Kind::policy
                                   : LibraryItem::Kind::listen;
    const auto* families = object.if_contains("families");
    item.forFamilies = families != nullptr && families->is_bool() && families->get_bool();
    LIANXIN_TRY(item.zh, textOf(object, "zh"));
    LIANXIN_TRY(item.en, textOf(object, "en"));
    const auto* tone = object.if_contains("tone");
    if ((tone != nullptr && tone->is_object()) != (item.kind == LibraryItem::Kind::listen))
        return bad(item.id + ": what is heard has a tone, and nothing else");
    if (tone != nullptr) {
        LIANXIN_TRY(item.tone, toneOf(tone->get_object()));
    }
    return item;
}

} // namespace

std::vector<std::int16_t> samplesOf(const BreathTone& tone, int rate)
{
    std::vector<std::int16_t> samples;
    samples.reserve(static_cast<std::size_t>(tone.seconds()) * static_cast<std::size_t>(rate));
    double phase = 0;
    const auto glide = [&](int from, int to, int seconds) {
        const int count = seconds * rate;
        for (int i = 0; i < count; ++i) {
            const double at = static_cast<double>(i) / count;
            const double pitch = from + (to - from) * at;
            phase = std::fmod(phase + 2 * std::numbers::pi * pitch / rate, 2 * std::numbers::pi);
            const double swell = std::sin(std::numbers::pi * at); // silence between two breaths
            const double wave = (std::sin(phase) + kOvertone * std::sin(2 * phase)) / (1 + kOvertone);
            samples.push_back(static_cast<std::int16_t>(std::lround(kLoud * swell * wave)));
        }
    };
    for (int round = 0; round < tone.rounds; ++round) {
        glide(tone.low, tone.high, tone.in);
        glide(tone.high, tone.low, tone.out);
    }
    return samples;
}

Result<std::vector<LibraryItem>> parseLibrary(std::string_view json)
{
    LIANXIN_TRY(const auto root, parseJson(json));
    const auto* object = root.if_object();
    const auto* items = object != nullptr ? object->if_contains("items") : nullptr;
    if (items == nullptr || !items->is_array())
        return bad("no items");
    std::vector<LibraryItem> library;
    std::set<std::string> ids;
    for (const auto& entry : items->get_array()) {
        if (!entry.is_object())
            return bad("an item is no object");
        LIANXIN_TRY(auto item, itemOf(entry.get_object()));
        if (!ids.insert(item.id).second)
            return bad(item.id + " stands twice");
        library.push_back(std::move(item));
    }
    return library;
}

} // namespace lianxin::ui
