// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/task.hpp"

#include "sync/seal/named_id.hpp"

#include <algorithm>

namespace lianxin::duty {

namespace {

void appendDigits(std::string& text, unsigned number, unsigned places)
{
    const std::size_t end = text.size() + places;
    text.resize(end, '0');
    for (std::size_t i = 0; i < places; ++i, number /= 10)
        text[end - 1 - i] = static_cast<char>('0' + number % 10);
}

// As dayText() writes it; the years of the calendar have four digits.
void appendDay(std::string& text, Day day)
{
    appendDigits(text, static_cast<unsigned>(static_cast<int>(day.year())), 4);
    text += '-';
    appendDigits(text, static_cast<unsigned>(day.month()), 2);
    text += '-';
    appendDigits(text, static_cast<unsigned>(day.day()), 2);
}

} // namespace

std::string Occurrence::text() const
{
    std::string text;
    text.reserve(word.size() + 24);
    text += word;
    if (number >= 0) {
        if (!text.empty())
            text += '/';
        text += std::to_string(number);
    }
    if (day) {
        if (!text.empty())
            text += '/';
        appendDay(text, *day);
    }
    return text;
}

RecordId taskId(RuleKind kind, RecordId subject, std::string_view occurrence)
{
    return taskId(kind, subject.text(), occurrence);
}

RecordId taskId(RuleKind kind, std::string_view subjectText, std::string_view occurrence)
{
    std::string text;
    text.reserve(80);
    text += ruleName(kind);
    text += '\n';
    text += subjectText;
    text += '\n';
    text += occurrence;
    return seal::namedId(text);
}

} // namespace lianxin::duty
