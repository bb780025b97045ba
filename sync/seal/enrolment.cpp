// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/enrolment.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"

namespace lianxin::seal {

namespace {

std::string claimMessage(std::string_view code, const EnrolClaim& claim)
{
    return Transcript("lianxin-enrol-1")
        .field(enrolCodeHash(code).raw())
        .field(claim.replicaKey.raw())
        .field(claim.personSign ? claim.personSign->raw() : std::string_view{})
        .field(claim.personBox ? claim.personBox->raw() : std::string_view{})
        .field(claim.label)
        .field(realmName(claim.expected))
        .bytes();
}

} // namespace

Hash enrolCodeHash(std::string_view code) { return Blake2b().field("lianxin-enrol-code-1").field(code).finish(); }

core::Signature signEnrolment(const SignKey& replicaKey, std::string_view code, const EnrolClaim& claim)
{
    return replicaKey.sign(claimMessage(code, claim));
}

bool verifyEnrolment(std::string_view code, const EnrolClaim& claim, const core::Signature& proof)
{
    return verify(claim.replicaKey, claimMessage(code, claim), proof);
}

// The first 66 bits of a hash of both keys, 11 bits a word.
CheckWords checkWords(const PublicSignKey& replicaKey, const PublicSignKey& serverReceiptKey)
{
    const auto hash = Blake2b().field("lianxin-words-1").field(replicaKey.raw()).field(serverReceiptKey.raw()).finish();
    CheckWords words{};
    std::uint32_t buffer = 0;
    unsigned bits = 0;
    std::size_t next = 0;
    for (auto& word : words) {
        while (bits < 11) {
            buffer = (buffer << 8U) | hash.bytes[next++];
            bits += 8;
        }
        bits -= 11;
        word = static_cast<std::uint16_t>((buffer >> bits) & 2047U);
    }
    return words;
}

} // namespace lianxin::seal
