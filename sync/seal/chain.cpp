// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/chain.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/transcript.hpp"

namespace lianxin::seal {

namespace {

std::string parcelMessage(const core::Parcel& parcel)
{
    return Transcript("lianxin-parcel-1")
        .field(parcel.replica.raw())
        .number(parcel.first)
        .number(parcel.last())
        .field(parcel.head.raw())
        .bytes();
}

std::string receiptMessage(const core::Receipt& receipt)
{
    return Transcript("lianxin-receipt-1")
        .field(receipt.epoch.raw())
        .field(receipt.replica.raw())
        .number(receipt.held)
        .field(receipt.head.raw())
        .bytes();
}

std::string markMessage(EpochId epoch, ReplicaId replica, const core::BackupMark& mark)
{
    return Transcript("lianxin-backup-1")
        .field(epoch.raw())
        .field(replica.raw())
        .number(mark.held)
        .field(mark.head.raw())
        .number(static_cast<std::uint64_t>(mark.pictures))
        .bytes();
}

} // namespace

core::BlindingSeed makeSeed(RandomSource& random)
{
    core::BlindingSeed seed;
    random.fill(seed.bytes);
    return seed;
}

Hash blinding(const core::BlindingSeed& seed, std::uint64_t number)
{
    return Blake2b(32, seed.bytes).field("lianxin-blinding-1").number(number).finish();
}

Hash commitment(const Hash& blinding, std::string_view body)
{
    return Blake2b(32, blinding.bytes).field("lianxin-commitment-1").field(body).finish();
}

Hash commitment(const core::BlindingSeed& seed, std::uint64_t number, std::string_view body)
{
    return commitment(blinding(seed, number), body);
}

Hash chainNext(const Hash& before, const Hash& commitment)
{
    return Blake2b().field("lianxin-chain-1").field(before.raw()).field(commitment.raw()).finish();
}

std::vector<Hash> chainOf(const core::Parcel& parcel)
{
    std::vector<Hash> chain;
    chain.reserve(parcel.bodies.size());
    Hash at = parcel.before;
    for (std::size_t i = 0; i < parcel.bodies.size(); ++i) {
        const auto& body = parcel.bodies[i];
        Hash link;
        if (parcel.remains.empty())
            link = commitment(parcel.seed, parcel.first + i, body);
        else if (i < parcel.remains.size())
            link = body.empty() ? parcel.remains[i] : commitment(parcel.remains[i], body);
        at = chainNext(at, link);
        chain.push_back(at);
    }
    return chain;
}

core::Signature signParcel(const SignKey& key, const core::Parcel& parcel) { return key.sign(parcelMessage(parcel)); }

Result<void> verifyParcel(const PublicSignKey& key, const core::Parcel& parcel)
{
    const auto chain = chainOf(parcel);
    if (chain.empty() || parcel.first == 0 || parcel.last() < parcel.first ||
        (!parcel.remains.empty() && parcel.remains.size() != parcel.bodies.size()))
        return fail(Errc::protocol, "parcel without a run of changesets");
    if (chain.back() != parcel.head)
        return fail(Errc::protocol, "parcel head is not the hash of its changesets");
    if (!verify(key, parcelMessage(parcel), parcel.signature))
        return fail(Errc::notAllowed, "parcel is not signed by this replica");
    return {};
}

core::Receipt signReceipt(const SignKey& key, EpochId epoch, ReplicaId replica, std::uint64_t held, const Hash& head)
{
    core::Receipt receipt{epoch, replica, held, head, {}};
    receipt.signature = key.sign(receiptMessage(receipt));
    return receipt;
}

bool verifyReceipt(const PublicSignKey& key, const core::Receipt& receipt)
{
    return verify(key, receiptMessage(receipt), receipt.signature);
}

core::Signature signMark(const SignKey& key, EpochId epoch, ReplicaId replica, const core::BackupMark& mark)
{
    return key.sign(markMessage(epoch, replica, mark));
}

bool verifyMark(const PublicSignKey& key, EpochId epoch, ReplicaId replica, const core::BackupMark& mark)
{
    return verify(key, markMessage(epoch, replica, mark), mark.signature);
}

Hash feedHash(const Hash& chain, RecordId record, std::uint64_t sequence, std::string_view registers)
{
    return Blake2b()
        .field("lianxin-feed-1")
        .field(chain.raw())
        .field(record.raw())
        .number(sequence)
        .field(registers)
        .finish();
}

} // namespace lianxin::seal
