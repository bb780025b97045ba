// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/certificate.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace lianxin::seal {

// What a server stores of a one-time code, and what the new replica signs.
[[nodiscard]] Hash enrolCodeHash(std::string_view code);

struct EnrolClaim {
    PublicSignKey replicaKey;
    std::optional<PublicSignKey> personSign;
    std::optional<PublicBoxKey> personBox;
    std::string_view label; // of the tablet
    Realm expected{Realm::production};
};

// Proof that the sender of the code holds the key that it enrols.
[[nodiscard]] core::Signature signEnrolment(const SignKey& replicaKey, std::string_view code, const EnrolClaim& claim);
[[nodiscard]] bool verifyEnrolment(std::string_view code, const EnrolClaim& claim, const core::Signature& proof);

// Six numbers of 0..2047 that both screens show as words: equal only when both ends saw the same two keys.
using CheckWords = std::array<std::uint16_t, 6>;
[[nodiscard]] CheckWords checkWords(const PublicSignKey& replicaKey, const PublicSignKey& serverReceiptKey);

} // namespace lianxin::seal
