// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheet/workbook.hpp"
#include "sync/model/json.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

namespace lianxin::sheet {

namespace {

constexpr std::string_view kMark8 = "\xef\xbb\xbf";
constexpr std::string_view kMark16Little = "\xff\xfe";
constexpr std::string_view kMark16Big = "\xfe\xff";
constexpr std::size_t kLooked = 4096; // bytes in which the separator shows

// Strict: a byte that is no character of the encoding is no text.
Result<std::string> converted(std::string_view bytes, const char* encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> from(ucnv_open(encoding, &status), ucnv_close);
    if (U_FAILURE(status) || !from)
        return fail(Errc::internal, std::string("no converter for ") + encoding);
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::u16string wide(2 * bytes.size() + 2, u'\0');
    const auto length = ucnv_toUChars(from.get(), wide.data(), static_cast<std::int32_t>(wide.size()), bytes.data(),
                                      static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return fail(Errc::invalidInput, std::string("not ") + encoding);
    const std::unique_ptr<UConverter, void (*)(UConverter*)> to(ucnv_open("UTF-8", &status), ucnv_close);
    std::string text(4 * static_cast<std::size_t>(length) + 4, '\0');
    const auto size =
        ucnv_fromUChars(to.get(), text.data(), static_cast<std::int32_t>(text.size()), wide.data(), length, &status);
    if (U_FAILURE(status))
        return fail(Errc::invalidInput, std::string("not ") + encoding);
    text.resize(static_cast<std::size_t>(size));
    return text;
}

// The one that the first lines have most of; a comma when none shows.
char separatorOf(std::string_view text)
{
    constexpr std::array kSeparators{',', '\t', ';'};
    const auto head = text.substr(0, kLooked);
    const auto count = [&](char c) { return std::count(head.begin(), head.end(), c); };
    return *std::max_element(kSeparators.begin(), kSeparators.end(),
                             [&](char a, char b) { return count(a) < count(b); });
}

} // namespace

Result<std::string> textOf(std::string_view bytes)
{
    if (bytes.starts_with(kMark16Little))
        return converted(bytes.substr(kMark16Little.size()), "UTF-16LE");
    if (bytes.starts_with(kMark16Big))
        return converted(bytes.substr(kMark16Big.size()), "UTF-16BE");
    if (bytes.starts_with(kMark8))
        bytes.remove_prefix(kMark8.size());
    if (isValidUtf8(bytes))
        return std::string(bytes);
    return converted(bytes, "GB18030");
}

Result<Sheet> readTable(std::string_view bytes, ImportReport& report, const ReadLimits& limits)
{
    if (bytes.size() > limits.fileBytes)
        return fail(Errc::invalidInput, "the file is larger than " + std::to_string(limits.fileBytes >> 20U) + " MB");
    if (bytes.starts_with("PK")) {
        LIANXIN_TRY(auto book, readXlsx(bytes, report, limits, Layout::table));
        return std::move(book.sheets.front());
    }
    LIANXIN_TRY(const auto text, textOf(bytes));
    CsvScanner scanner(text, separatorOf(text));
    SheetBuilder builder("table", report, limits);
    for (unsigned row = 1; !scanner.atEnd(); ++row) {
        auto cells = scanner.record();
        for (std::size_t column = 0; column < cells.size(); ++column)
            builder.put(row, column, std::move(cells[column]));
    }
    auto sheet = builder.take();
    if (sheet.rows.empty())
        return fail(Errc::invalidInput, "the file is empty");
    return sheet;
}

} // namespace lianxin::sheet
