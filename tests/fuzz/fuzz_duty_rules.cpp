// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/duty.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/unit/duty/random_known.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

using namespace lianxin;

// The solar festivals are enough: what a rule file can break is numbers, not the calendar.
CodeList festivals()
{
    CodeList list;
    for (const auto& [number, month, day] : {std::tuple(1, 1, 1), {9, 10, 1}, {13, 5, 29}}) {
        Code code;
        code.number = static_cast<std::uint32_t>(number);
        code.data = {{"rule", "solar"}, {"month", month}, {"day", day}};
        list.codes.push_back(std::move(code));
    }
    return list;
}

} // namespace

// A refusal names the member; rules that are accepted answer on any day, with tasks that have an end after their beginning.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    const auto rules = duty::parseRules(bytes);
    if (!rules) {
        promise(!rules.error().detail.empty(), "a refusal says what is wrong");
        return false;
    }
    static const CodeList kFestivals = festivals();
    static const Day kFirst{std::chrono::year(2026), std::chrono::January, std::chrono::day(1)};
    static const auto kKnown = test::RandomKnown(3, kFirst, addDays(kFirst, 365)).make(4);
    for (const int days : {0, 59, 150, 272, 364}) {
        const auto duty = dutyOf(*rules, kFestivals, kKnown, startOfDayInChina(addDays(kFirst, days)));
        for (const auto& task : duty.now)
            promise(task.from <= task.due, "a task ends after it began");
    }
    return true;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    std::ifstream file(std::filesystem::path(LIANXIN_SOURCE_DIR) / "assets/duty/rules.json", std::ios::binary);
    const std::string shipped{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::string changed = shipped;
    const std::string none = "\"overrides\": []";
    if (const auto at = changed.find(none); at != std::string::npos)
        changed.replace(
            at, none.size(),
            R"("overrides": [{"area": "3501", "change": {"catchUpDays": 7, "care": {"points": {"alone": 4}}}}])");
    return {shipped, changed};
}
