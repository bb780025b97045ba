// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pairs/member_look.hpp"

#include "app/pairs/likeness_score.hpp"
#include "sync/model/validate.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace lianxin::pairs {

namespace {

constexpr std::size_t kIdDigits = 18;
constexpr std::size_t kRegionDigits = 6;
constexpr std::size_t kBody = 11; // birth and running number
constexpr std::size_t kDayText = 10;
// This room judges likeness, not age: any day will do to check a number against.
const Day& someDay()
{
    static const Day day = *parseDay("2060-01-01");
    return day;
}

bool isValid(const std::string& number)
{
    const auto problem = number.empty() ? "id_length" : checkIdNumber(number, someDay()).problem;
    return problem.empty() || problem == "id_age";
}

// The lunar day written as the solar one lies three to seven weeks before it.
constexpr int kLunarAtLeast = 18;
constexpr int kLunarAtMost = 52;

std::size_t differences(const std::string& one, const std::string& other)
{
    std::size_t count = one.size() > other.size() ? one.size() - other.size() : other.size() - one.size();
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
        count += one[i] != other[i] ? 1 : 0;
    return count;
}

// Two neighbouring digits exchanged, as fingers do.
bool isSwap(const std::string& one, const std::string& other)
{
    if (one.size() != other.size() || differences(one, other) != 2)
        return false;
    for (std::size_t i = 0; i + 1 < one.size(); ++i)
        if (one[i] != other[i])
            return one[i] == other[i + 1] && one[i + 1] == other[i];
    return false;
}

bool exchanged(const std::string& one, const std::string& other)
{
    return one.substr(0, 4) == other.substr(0, 4) && one.substr(5, 2) == other.substr(8, 2) &&
           one.substr(8, 2) == other.substr(5, 2);
}

void sound(std::string& syllable)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kHeads = {
        {{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}, {"r", "l"}, {"hu", "f"}, {"h", "f"}}};
    for (const auto& [from, to] : kHeads)
        if (syllable.starts_with(from) && syllable.size() > from.size()) {
            syllable.replace(0, from.size(), to);
            break;
        }
    if (syllable.starts_with("fu") && syllable.size() > 2) // huang and fang: one head
        syllable.erase(1, 1);
    if (syllable.size() > 3 && syllable.ends_with("ng") && syllable[syllable.size() - 3] != 'o')
        syllable.pop_back();
}

void compareNumbers(const MemberLook& one, const MemberLook& other, MemberScore& into)
{
    if (one.number.size() != kIdDigits || other.number.size() != kIdDigits)
        return;
    if (one.number == other.number && one.validNumber) {
        into.score += score::kSameNumber;
        into.isSomebody = true;
        into.reasons.push_back(Reason::sameNumber);
    } else if (one.number.substr(kRegionDigits, kBody) == other.number.substr(kRegionDigits, kBody)) {
        into.score += score::kNumberButRegion;
        into.reasons.push_back(Reason::numberButRegion);
    } else if ((!one.validNumber || !other.validNumber) &&
               (differences(one.number, other.number) == 1 || isSwap(one.number, other.number))) {
        into.score += score::kNumberOneDigit;
        into.reasons.push_back(Reason::numberButRegion);
    } else if (one.validNumber && other.validNumber) {
        into.score += score::kOtherNumber;
    }
}

} // namespace

std::string soundOf(const std::string& spelled)
{
    std::string whole;
    for (std::size_t from = 0; from < spelled.size();) {
        const auto end = std::min(spelled.find(' ', from), spelled.size());
        auto syllable = spelled.substr(from, end - from);
        sound(syllable);
        whole += (whole.empty() ? "" : " ") + syllable;
        from = end + 1;
    }
    return whole;
}

MemberLook lookAt(const Member& member, const store::TextFolder& folder)
{
    MemberLook look;
    look.id = member.id;
    look.name = folder.fold(member.name);
    look.sound = soundOf(folder.pinyin(member.name));
    look.family = look.sound.substr(0, look.sound.find(' '));
    look.birth = member.birth;
    look.number = normalIdNumber(member.idNumber);
    look.validNumber = isValid(look.number);
    look.sex = member.sex;
    look.phone = normalPhone(member.phone);
    return look;
}

Birth compareBirth(const std::string& one, const std::string& other)
{
    if (one.size() < 4 || other.size() < 4)
        return Birth::unknown;
    if (one.size() < kDayText || other.size() < kDayText) {
        const auto shorter = std::min(one.size(), other.size());
        return one.substr(0, shorter) == other.substr(0, shorter) ? Birth::sameYear : Birth::other;
    }
    if (one == other)
        return Birth::same;
    if (differences(one, other) == 1 || isSwap(one, other) || exchanged(one, other))
        return Birth::near;
    const auto first = parseDay(one);
    const auto second = parseDay(other);
    if (!first || !second)
        return Birth::unknown;
    const int apart = std::abs(daysBetween(*first, *second));
    return apart >= kLunarAtLeast && apart <= kLunarAtMost ? Birth::near : Birth::other;
}

MemberScore compare(const MemberLook& one, const MemberLook& other, bool sameVillage)
{
    MemberScore result;
    compareNumbers(one, other, result);
    const bool sameName = !one.name.empty() && one.name == other.name;
    const bool nearName = !sameName && !one.sound.empty() && one.sound == other.sound;
    const auto birth = compareBirth(one.birth, other.birth);
    result.sameName = sameName;
    result.sameBirth = birth == Birth::same;
    if (sameName || nearName) {
        result.score += sameName ? score::kSameName : score::kNearName;
        result.isSomebody = true;
        if (sameName && birth == Birth::same && sameVillage)
            result.reasons.push_back(Reason::sameNameBirthVillage);
        if (nearName)
            result.reasons.push_back(Reason::nearName);
    } else if (!one.name.empty() && !other.name.empty() && !result.isSomebody) {
        result.score += score::kOtherName;
    }
    switch (birth) {
    case Birth::unknown: break;
    case Birth::same: result.score += score::kSameBirth; break;
    case Birth::near:
        result.score += score::kNearBirth;
        result.reasons.push_back(Reason::nearBirth);
        break;
    case Birth::sameYear: result.score += score::kSameBirthYear; break;
    case Birth::other: result.score += score::kOtherBirth; break;
    }
    if (one.sex != 0 && other.sex != 0 && one.sex != other.sex)
        result.score += score::kOtherSex;
    return result;
}

} // namespace lianxin::pairs
