// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/edge_pack.hpp"

#include "sync/model/json.hpp"

#include <charconv>

namespace lianxin::data {

namespace {

constexpr Millis kMinute = 60'000;
constexpr std::size_t kFarAway = 1'000'000; // from every ordinary index
constexpr int kAge = 65;

std::int64_t numberOr(const boost::json::object& object, std::string_view name, std::int64_t otherwise)
{
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_int64() ? found->get_int64() : otherwise;
}

std::string textOr(const boost::json::object& object, std::string_view name)
{
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->get_string().c_str()) : std::string();
}

// "@date:+90" -> 90
int offsetOf(std::string_view word)
{
    int offset = 0;
    if (const auto colon = word.find(':'); colon != std::string_view::npos) {
        auto digits = word.substr(colon + 1);
        if (digits.starts_with('+'))
            digits.remove_prefix(1);
        std::from_chars(digits.data(), digits.data() + digits.size(), offset);
    }
    return offset;
}

void lay(boost::json::object& onto, const boost::json::object& from)
{
    for (const auto& [key, value] : from)
        if (value.is_null())
            onto.erase(key);
        else
            onto[key] = value;
}

} // namespace

Result<boost::json::array> EdgePack::parse(std::string_view json, std::string_view part)
{
    LIANXIN_TRY(auto edges, parseJson(json));
    auto* object = edges.if_object();
    auto* households = object == nullptr ? nullptr : object->if_contains(part);
    if (households == nullptr || !households->is_array())
        return fail(Errc::invalidInput, "the edge pack is not of the expected shape");
    for (const auto& edge : households->get_array())
        if (!edge.is_object() || !edge.get_object().contains("note") || !edge.get_object().contains("people"))
            return fail(Errc::invalidInput, "an edge of the edge pack has no note or no people");
    return std::move(households->get_array());
}

boost::json::value EdgePack::word(const std::string& text, const Family& family, Millis at) const
{
    if (text == "@worker")
        return boost::json::string(m_options.worker.text());
    if (text == "@officer")
        return boost::json::string(m_options.officer.text());
    if (text == "@household")
        return boost::json::string(family.id.text());
    if (text.starts_with("@person."))
        return boost::json::string(family.people.at(static_cast<std::size_t>(text.back() - '0')).id.text());
    if (text.starts_with("@household."))
        for (std::size_t i = 0; i < m_edges.size(); ++i)
            if (textOr(m_edges[i].as_object(), "key") == text.substr(11))
                return boost::json::string(familyOf(i).id.text());
    if (text.starts_with("@at"))
        return at + offsetOf(text) * kMinute;
    if (text.starts_with("@date"))
        return boost::json::string(dayText(addDays(dayInChina(at), offsetOf(text))));
    return boost::json::string(text);
}

boost::json::value EdgePack::filled(const boost::json::value& value, const Family& family, Millis at) const
{
    if (value.is_string() && value.get_string().starts_with('@'))
        return word(value.get_string().c_str(), family, at);
    if (const auto* list = value.if_array()) {
        boost::json::array made;
        for (const auto& item : *list)
            made.push_back(filled(item, family, at));
        return made;
    }
    const auto* object = value.if_object(); // {"text", "fillTo"}: said again until it is that many characters long
    if (object == nullptr)
        return value;
    std::string text = textOr(*object, "text");
    const auto most = static_cast<std::size_t>(numberOr(*object, "fillTo", 0));
    Stream stream(m_options.seed, "long", family.index);
    while (characters(text) < most)
        text += m_pools.note(stream) + '\n';
    text = firstCharacters(text, most);
    if (!text.empty() && text.back() == '\n')
        text.back() = '.'; // a text does not end in white space
    return boost::json::string(text);
}

boost::json::object EdgePack::filled(const boost::json::object& fields, const Family& family, Millis at) const
{
    boost::json::object made;
    for (const auto& [name, value] : fields)
        made[name] = filled(value, family, at);
    return made;
}

void EdgePack::overlayPerson(Family& family, std::size_t number, const boost::json::object& given) const
{
    if (number >= family.people.size())
        (void)family.drawn(static_cast<int>(numberOr(given, "sex", 1)),
                           static_cast<int>(numberOr(given, "relation", 99)), kAge);
    auto& fields = family.people.at(number).fields;
    // What would contradict the words laid over it.
    for (const auto* name : {"id_no", "call_name", "lunar_month", "lunar_day", "lunar_leap", "lives_alone"})
        fields.erase(name);
    lay(fields, filled(given, family, m_options.now));
}

Family EdgePack::familyOf(std::size_t number) const
{
    const auto& edge = m_edges[number].as_object();
    Family family(m_pools, m_options, kFarAway + m_from + number, m_village);
    family.makePeople();
    family.state = Family::State::couple;
    family.people.resize(1);
    family.people.front().fields["alive"] = true;
    family.people.front().fields["relation"] = 1;
    family.people.front().fields.erase("death_date");
    family.makeHousehold();
    family.household["status"] = 2;
    family.household.erase("exit_reason");
    family.makeLoss();
    const auto& people = edge.at("people").as_array();
    for (std::size_t i = 0; i < people.size(); ++i)
        overlayPerson(family, i, people[i].as_object());
    if (const auto* fields = edge.if_contains("household"))
        lay(family.household, filled(fields->as_object(), family, m_options.now));
    return family;
}

EdgePack::Moment EdgePack::momentOf(const boost::json::object& change) const
{
    const auto today = dayInChina(m_options.now);
    auto day = addDays(today, -static_cast<int>(numberOr(change, "daysAgo", 0)));
    if (const auto on = textOr(change, "on"); !on.empty()) { // "12-28": around the last new year
        const bool over = today >= Day{today.year(), std::chrono::January, std::chrono::day{10}};
        const int newYear = static_cast<int>(today.year()) - (over ? 0 : 1); // the last one that is well behind us
        day = *parseDay(std::to_string(on.front() == '1' ? newYear - 1 : newYear) + "-" + on);
    }
    const auto at = startOfDayInChina(day) + numberOr(change, "minute", 600) * kMinute;
    return {at, at + 5 * kMinute};
}

void EdgePack::addChange(const Family& family, const boost::json::object& change, Stream& stream, Keyed& keyed,
                         std::vector<NamedChange>& out) const
{
    auto moment = momentOf(change);
    std::int64_t count = 1;
    std::int64_t step = 0;
    if (const auto* repeat = change.if_contains("repeat")) {
        count = numberOr(repeat->as_object(), "count", 1);
        step = numberOr(repeat->as_object(), "everyMinutes", 0);
    }
    for (std::int64_t i = 0; i < count; ++i) {
        NamedChange made;
        made.at = moment.written + i * step * kMinute;
        const auto at = moment.at + i * step * kMinute;
        for (const auto& item : change.at("records").as_array()) {
            const auto& record = item.as_object();
            const auto again = textOr(record, "record"); // an existing record that is written once more
            const auto id = again.starts_with("@record.") ? keyed.at(again.substr(8))
                            : again.empty()               ? makeRecordId(made.at, stream)
                                            : *RecordId::parse(word(again, family, at).as_string().c_str());
            if (const auto key = textOr(record, "key"); !key.empty())
                keyed[key] = id;
            auto named = family.child(textOr(record, "type"), id, filled(record.at("fields").as_object(), family, at));
            named.beside = record.contains("beside");
            named.life = static_cast<int>(numberOr(record, "life", 0));
            made.records.push_back(std::move(named));
        }
        out.push_back(std::move(made));
    }
}

std::vector<NamedChange> EdgePack::changes() const
{
    std::vector<NamedChange> out;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const auto family = familyOf(i);
        Stream stream(m_options.seed, "edge", m_from + i);
        Keyed keyed;
        out.push_back(family.opening());
        if (const auto* changes = m_edges[i].as_object().if_contains("changes"))
            for (const auto& change : changes->as_array())
                addChange(family, change.as_object(), stream, keyed, out);
    }
    return out;
}

} // namespace lianxin::data
