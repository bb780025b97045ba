// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/error.hpp"
#include "sync/model/ids.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::forms {

// What an envelope is bound to. `field` 0 = a draft, which only its author opens.
struct SealTarget {
    RecordId record;
    RecordId root;
    std::uint32_t type{0};
    std::uint32_t field{0};
    std::vector<std::string> recipients; // words of the catalogue (EnvelopeRule)
    std::map<std::string, UserId>
        named; // word -> whom the open form itself names; only of a record that is its own root
};

// The field of a case that says who stands behind a recipient's word; empty for words that name nobody in the case.
[[nodiscard]] constexpr std::string_view fieldOfRecipient(std::string_view word)
{
    return word == "counsellor" ? "counsellor" : word == "supervisor" ? "clinical_supervisor" : "";
}

// How sealed content becomes an envelope and back (D15). Text in and out of an editor never touches the disk in clear.
class Sealer {
public:
    virtual ~Sealer() = default;
    // base64url of the envelope. notFound: a recipient has no certified key on this tablet.
    [[nodiscard]] virtual Result<std::string> seal(std::string_view text, const SealTarget& target) = 0;
    // notAllowed: not one of the readers, or the second unlock is missing.
    [[nodiscard]] virtual Result<std::string> open(std::string_view envelope, const SealTarget& target) = 0;
};

} // namespace lianxin::forms
