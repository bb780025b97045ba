// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/family.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace lianxin::data {

namespace {

constexpr int kMale = 1;
constexpr int kFemale = 2;
constexpr int kSelf = 1; // code list relation
constexpr int kSpouse = 10;
constexpr int kMarried = 20; // code list marriage
constexpr int kWidowed = 30;
constexpr int kDivorced = 40;

std::string digitsOf(Day day)
{
    return padded(static_cast<std::uint64_t>(static_cast<int>(day.year())), 4) +
           padded(static_cast<unsigned>(day.month()), 2) + padded(static_cast<unsigned>(day.day()), 2);
}

} // namespace

std::string padded(std::uint64_t number, int width)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%0*llu", width, static_cast<unsigned long long>(number));
    return text.data();
}

std::string Family::surnameOf(const std::string& name) const
{
    const auto length = characters(name);
    return firstCharacters(name, length >= 4 ? 2 : 1); // four characters: a surname of two
}

// Never given to anybody: 199 0000 in front, and local numbers do not begin with a zero.
std::string Family::phone()
{
    const auto number = padded((index * 5 + static_cast<std::size_t>(m_phones++)) % 10'000, 4);
    return (m_stream.chance(0.08) ? "0591-0000" : "1990000") + number;
}

std::optional<std::string> Family::identityNumber(int sex, Day birth)
{
    if (m_stream.chance(0.01))
        return std::nullopt;
    if (m_stream.chance(0.003)) // the paper says another day
        birth = addDays(birth, m_stream.range(1, 300));
    const auto digits = digitsOf(birth);
    const auto prefix = "3599" + padded(1 + index % 90, 2);
    const auto running = padded(m_stream.below(499) * 2 + (sex == kMale ? 1 : 2), 3);
    if (m_stream.chance(0.001))
        return prefix + digits.substr(2) + running; // fifteen digits, as until 2013
    auto number = prefix + digits + running;
    number += idCheckDigit(number);
    if (m_stream.chance(0.002))
        number.back() = number.back() == '0' ? '1' : '0';
    return number;
}

Day Family::birthOf(int age, bool mayBeForced)
{
    // Which family of its block has the leap month, and the year and day, depend on the block's number alone.
    Stream leap(options.seed, "leap", index / kLeapBlock);
    m_leapBirth = mayBeForced && leap.below(kLeapBlock) == index % kLeapBlock;
    if (m_leapBirth)
        for (int lunarYear = 1950 + leap.range(0, 15);; ++lunarYear)
            if (const int month = leapMonthOf(lunarYear); month != 0)
                return *civilOf({lunarYear, month, leap.range(1, lunarMonthLength(lunarYear, month, true)), true});
    const Day first{std::chrono::year{year() - age}, std::chrono::January, std::chrono::day{1}};
    const int length = first.year().is_leap() ? 366 : 365;
    return addDays(first, static_cast<int>(m_stream.below(static_cast<std::uint64_t>(length))));
}

void Family::addBirthCalendar(boost::json::object& fields, Day birth)
{
    const auto lunar = lunarOf(birth);
    const bool old = static_cast<int>(birth.year()) < 1970;
    const bool keepsMoon = lunar && (m_leapBirth || (old && m_stream.chance(0.55)));
    fields["birth_calendar"] = keepsMoon ? 2 : 1;
    if (!keepsMoon)
        return;
    fields["lunar_month"] = lunar->month;
    fields["lunar_day"] = lunar->day;
    fields["lunar_leap"] = lunar->leap;
}

void Family::addHealth(boost::json::object& fields)
{
    boost::json::array chronic;
    constexpr std::array<std::pair<int, double>, 3> kOften{
        {{1, 0.38}, {2, 0.16}, {8, 0.04}}}; // of everybody; the ill are 58 %
    const bool ill = m_stream.chance(0.58);
    for (const auto& [code, share] : kOften)
        if (ill && m_stream.chance(share / 0.58))
            chronic.push_back(code);
    if (ill && chronic.empty())
        chronic.push_back(std::array{3, 5, 6, 9, 10}.at(m_stream.below(5)));
    const bool cancer = ill && chronic.back().as_int64() == 8;
    fields["health"] = cancer ? 41 : ill ? 30 : m_stream.chance(0.4) ? 10 : 20;
    if (ill)
        fields["chronic"] = std::move(chronic);
    constexpr std::array<int, 4> kCare = {1, 2, 3, 4}; // code list self_care
    fields["self_care"] = kCare.at(m_stream.weighted({0.78, 0.12, 0.07, 0.03}));
}

boost::json::object Family::person(int sex, int relation, std::string name, Day birth)
{
    const int age = year() - static_cast<int>(birth.year());
    const auto surname = surnameOf(name);
    boost::json::object fields{{"name", std::move(name)},
                               {"relation", relation},
                               {"sex", sex},
                               {"birth_date", dayText(birth)},
                               {"alive", true}};
    if (age >= 18)
        fields["call_name"] = pools.call(surname, sex, age);
    if (const auto number = identityNumber(sex, birth))
        fields["id_no"] = *number;
    constexpr int kHan = 1; // code list ethnicity
    constexpr int kShe = 22;
    fields["ethnicity"] = pools.has("sheSurnames", surname) ? kShe : kHan;
    fields["dialect"] = m_stream.chance(0.8) ? 3 : 1;
    return fields;
}

Family::Person Family::drawn(int sex, int relation, int age)
{
    const bool head = people.empty();
    const auto birth = birthOf(age, head);
    const bool sameName = head || relation == kSpouse;
    const auto surname =
        sameName ? pools.surname(m_stream) : surnameOf(people.front().fields.at("name").as_string().c_str());
    auto name = surname + pools.givenName(m_stream, sex, static_cast<int>(birth.year()));
    const auto recordId = makeRecordId(openedAt, m_stream);
    people.push_back({recordId, person(sex, relation, std::move(name), birth)});
    auto& fields = people.back().fields;
    addBirthCalendar(fields, birth);
    const bool target = relation == kSelf || relation == kSpouse;
    fields["is_service_target"] = target;
    if (!target)
        return people.back();
    addHealth(fields);
    // 文盲 小学 初中 高中 大专 of the register's sample
    fields["education"] = std::array{90, 80, 70, 60, 30}.at(m_stream.weighted({7.0, 17.7, 49.6, 15.6, 10.1}));
    fields["medical_insurance"] = m_stream.chance(0.25) ? 1 : 2;
    fields["pension"] = m_stream.chance(0.25) ? 1 : 2;
    if (m_stream.chance(0.5))
        fields["phone"] = phone();
    return people.back();
}

void Family::makePeople()
{
    constexpr std::array<State, 4> kStates = {State::couple, State::widowed, State::divorced, State::bothGone};
    state = kStates.at(m_stream.weighted({0.62, 0.20, 0.14, 0.04}));
    bereaved = m_stream.chance(0.42);
    const bool two = state == State::couple || state == State::bothGone;
    const int headAge = static_cast<int>(m_stream.normalWithin(64.8, 8.2, 49, 95));
    // 44.4 % of all are men; couples are half and half, so most of those who are alone are women.
    const int sex = two ? (m_stream.chance(0.7) ? kMale : kFemale) : (m_stream.chance(0.24) ? kMale : kFemale);
    (void)drawn(sex, kSelf, headAge);
    if (two)
        (void)drawn(kMale + kFemale - sex, kSpouse,
                    std::clamp(headAge + static_cast<int>(m_stream.normal(0, 2.5)), 49, 95));
    for (auto& one : people) {
        one.fields["marriage"] = state == State::widowed ? kWidowed : state == State::divorced ? kDivorced : kMarried;
        if (state == State::bothGone) {
            one.fields["alive"] = false;
            one.fields["death_date"] = dayText(addDays(dayInChina(openedAt), -m_stream.range(10, 300)));
        }
    }
    if (state == State::couple && m_stream.chance(0.05))
        people.back().fields["lives_alone"] = true; // one of them is in a home or away
    else if (!two && m_stream.chance(0.9))
        people.front().fields["lives_alone"] = true;
    addChildAndGrandchild();
}

void Family::addChildAndGrandchild()
{
    const auto headBirth = *parseDay(people.front().fields.at("birth_date").as_string().c_str());
    const int headAge = year() - static_cast<int>(headBirth.year());
    if (!bereaved && m_stream.chance(0.28)) { // the child lives with them
        const int sex = m_stream.chance(0.56) ? kMale : kFemale;
        const int age = std::max(18, headAge - static_cast<int>(m_stream.normalWithin(25.5, 3.5, 18, 42)));
        (void)drawn(sex, sex == kMale ? 21 : 31, age);
        people.back().fields["disability_type"] = m_stream.range(1, 7);
        people.back().fields["disability_level"] = m_stream.range(1, 3);
    }
    if (m_stream.chance(0.08)) {
        const int sex = m_stream.chance(0.5) ? kMale : kFemale;
        (void)drawn(sex, sex == kMale ? 41 : 42, m_stream.range(4, 20));
    }
}

} // namespace lianxin::data
