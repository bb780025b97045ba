// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/restamp.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"

#include <algorithm>

namespace lianxin::seal {

namespace {

std::string askMessage(const PublicSignKey& key, ReplicaId old)
{
    return Transcript("lianxin-restamp-1").field(key.raw()).field(old.raw()).bytes();
}

std::string grantMessage(const RestampGrant& grant)
{
    return Transcript("lianxin-restamp-grant-1")
        .field(grant.old.raw())
        .field(grant.replica.raw())
        .field(grant.key.raw())
        .number(grant.shared)
        .number(grant.last)
        .bytes();
}

} // namespace

ReplicaId restampedId(ReplicaId old, std::uint64_t number, const Hash& chain)
{
    const auto hash =
        Blake2b().field("lianxin-restamped-1").field(old.raw()).number(number).field(chain.raw()).finish();
    ReplicaId id;
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

core::BlindingSeed restampedSeed(const core::BlindingSeed& old, std::uint64_t number)
{
    const auto hash = Blake2b(32, old.bytes).field("lianxin-restamped-seed-1").number(number).finish();
    core::BlindingSeed seed;
    std::copy_n(hash.bytes.begin(), seed.bytes.size(), seed.bytes.begin());
    return seed;
}

core::Signature signRestampAsk(const SignKey& key, ReplicaId old) { return key.sign(askMessage(key.publicKey(), old)); }

bool verifyRestampAsk(const PublicSignKey& key, ReplicaId old, const core::Signature& proof)
{
    return verify(key, askMessage(key, old), proof);
}

core::Signature signRestampGrant(const SignKey& receiptKey, const RestampGrant& grant)
{
    return receiptKey.sign(grantMessage(grant));
}

bool verifyRestampGrant(const PublicSignKey& receiptKey, const RestampGrant& grant, const core::Signature& signature)
{
    return verify(receiptKey, grantMessage(grant), signature);
}

} // namespace lianxin::seal
