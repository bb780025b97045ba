// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scales/scale.hpp"

#include <algorithm>

namespace lianxin::scales {
namespace {

template <typename T, typename Test> const T* firstOf(const std::vector<T>& list, Test test)
{
    const auto found = std::find_if(list.begin(), list.end(), test);
    return found == list.end() ? nullptr : &*found;
}

bool lessValue(const Option& a, const Option& b) { return a.value < b.value; }

} // namespace

int Item::least() const { return std::min_element(options.begin(), options.end(), lessValue)->value; }

int Item::greatest() const { return std::max_element(options.begin(), options.end(), lessValue)->value; }

bool Item::offers(int value) const
{
    return firstOf(options, [value](const Option& option) { return option.value == value; }) != nullptr;
}

const Band* Profile::band(int total) const
{
    return firstOf(bands, [total](const Band& band) { return band.from <= total && total <= band.to; });
}

const Band* Profile::numbered(std::uint32_t number) const
{
    return firstOf(bands, [number](const Band& band) { return band.number == number; });
}

const Item* Scale::item(std::uint32_t number) const
{
    return firstOf(items, [number](const Item& item) { return item.number == number; });
}

const Profile* Scale::profile(std::string_view profileName) const
{
    return firstOf(profiles, [profileName](const Profile& profile) { return profile.name == profileName; });
}

const Profile& Scale::on(Day day) const
{
    const Profile* inForce = &profiles.front();
    for (const auto& profile : profiles)
        if (profile.from <= day)
            inForce = &profile;
    return *inForce;
}

const Scale* ScaleSet::named(std::string_view name) const
{
    return firstOf(scales, [name](const Scale& scale) { return scale.name == name; });
}

const Scale* ScaleSet::coded(std::int64_t code) const
{
    return firstOf(scales, [code](const Scale& scale) { return static_cast<std::int64_t>(scale.code) == code; });
}

const Scale* ScaleSet::spoken() const
{
    return firstOf(scales, [](const Scale& scale) { return scale.spoken; });
}

std::vector<std::string> thresholdLines(const ScaleSet& set)
{
    std::vector<std::string> lines;
    for (const auto& scale : set.scales)
        for (const auto& profile : scale.profiles)
            for (const auto& band : profile.bands)
                lines.push_back(scale.name + " " + profile.name + " " + dayText(profile.from) + " " +
                                std::to_string(band.number) + " " + std::to_string(band.from) + "-" +
                                std::to_string(band.to) + (band.positive ? " positive" : "") +
                                (band.risk ? " risk" : ""));
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace lianxin::scales
