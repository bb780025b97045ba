// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/list_cell.hpp"

#include "sync/model/validate.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace lianxin::intake {

namespace {

// 30 December 1899 is day 0 of the spreadsheets; people and allowances lie between 1927 and 2064.
constexpr int kFirstSerial = 10000;
constexpr int kLastSerial = 60000;
constexpr std::string_view kSerialZero = "1899-12-30";
constexpr std::size_t kLongNumber = 15; // digits that a spreadsheet keeps of a number

std::vector<std::string> numbersIn(std::string_view cell)
{
    std::vector<std::string> numbers(1);
    for (const char c : cell) {
        if (c >= '0' && c <= '9')
            numbers.back() += c;
        else if (!numbers.back().empty())
            numbers.emplace_back();
    }
    if (numbers.back().empty())
        numbers.pop_back();
    return numbers;
}

std::optional<Day> dayOf(const std::string& year, std::string month, std::string day)
{
    if (year.size() != 4 || month.empty() || month.size() > 2 || day.empty() || day.size() > 2)
        return std::nullopt;
    month.insert(0, 2 - month.size(), '0');
    day.insert(0, 2 - day.size(), '0');
    return parseDay(year + "-" + month + "-" + day);
}

bool looksCut(std::string_view cell)
{
    const bool exponent = cell.find("E+") != std::string_view::npos || cell.find("e+") != std::string_view::npos;
    const auto digits = std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    // ... or 350128195809300000: sixteen true digits at most, and zeros behind them.
    const bool zeros = cell.size() > kLongNumber && static_cast<std::size_t>(digits) == cell.size() &&
                       cell.ends_with("000") && cell.size() == 18;
    return exponent || zeros;
}

Result<Value> codeIn(const Catalogue& catalogue, const ListColumn& column, std::string_view cell)
{
    const std::string word(cell);
    if (const auto found = column.words.find(word); found != column.words.end())
        return Value::fromInt(found->second);
    const auto* list = catalogue.codeList(column.field->codeList);
    if (list != nullptr)
        for (const auto& code : list->codes)
            if (code.label.in("zh") == word || code.label.in("en") == word || code.label.forReport() == word ||
                std::to_string(code.number) == word)
                return Value::fromInt(static_cast<std::int64_t>(code.number));
    return fail(Errc::invalidInput, "word_unknown");
}

} // namespace

std::optional<Day> dayIn(std::string_view cell, bool monthIsEnough)
{
    const auto parts = numbersIn(cell);
    if (parts.size() >= 3)
        return dayOf(parts[0], parts[1], parts[2]);
    if (parts.size() == 2)
        return monthIsEnough ? dayOf(parts[0], parts[1], "1") : std::nullopt;
    if (parts.size() != 1)
        return std::nullopt;
    const auto& digits = parts.front();
    if (digits.size() == 8)
        return dayOf(digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
    if (digits.size() == 6 && monthIsEnough)
        return dayOf(digits.substr(0, 4), digits.substr(4), "1");
    int serial = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), serial);
    if (digits.size() != 5 || serial < kFirstSerial || serial > kLastSerial)
        return std::nullopt;
    const auto zero = parseDay(kSerialZero);
    return addDays(*zero, serial);
}

Result<Value> cellValue(const Catalogue& catalogue, const ListColumn& column, std::string_view cell)
{
    const Field& field = *column.field;
    Value entered = Value::fromText(cell);
    switch (field.kind) {
    case FieldKind::code: {
        LIANXIN_TRY(entered, codeIn(catalogue, column, cell));
        break;
    }
    case FieldKind::date: {
        // The month of an allowance is a month; a birthday is a day.
        const auto day = dayIn(cell, field.format == TextFormat::none && field.name != "birth_date");
        if (!day)
            return fail(Errc::invalidInput, "date_unclear");
        entered = Value::fromText(dayText(*day));
        break;
    }
    case FieldKind::text:
        if ((field.format == TextFormat::idNumber || field.format == TextFormat::disabilityCard ||
             field.format == TextFormat::phone || field.name == "bank_no") &&
            looksCut(cell))
            return fail(Errc::invalidInput, "number_cut");
        break;
    default: return fail(Errc::invalidInput, "not_taken");
    }
    auto checked = checkValue(catalogue, field, entered);
    if (!checked)
        return fail(Errc::invalidInput, "not_taken");
    return checked;
}

} // namespace lianxin::intake
