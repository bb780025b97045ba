// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duty/task.hpp"

#include "sync/seal/hash.hpp"

#include <algorithm>

namespace lianxin::duty {

std::string Occurrence::text() const
{
    std::string text(word);
    const auto part = [&](const std::string& more) { text += (text.empty() ? "" : "/") + more; };
    if (number >= 0)
        part(std::to_string(number));
    if (day)
        part(dayText(*day));
    return text;
}

RecordId taskId(RuleKind kind, RecordId subject, std::string_view occurrence)
{
    std::string text(ruleName(kind));
    text += '\n';
    text += subject.text();
    text += '\n';
    text += occurrence;
    const Hash hash = seal::blake2b(text);
    RecordId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    // RFC 9562 5.8: version 8, variant 10.
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

} // namespace lianxin::duty
