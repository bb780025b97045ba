// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_header.hpp"
#include "sync/seal/hash.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;

constexpr std::size_t kChecksum = 32;

bool decode(const std::string& frame)
{
    const auto header = vault::decodeHeader(frame);
    if (!header)
        return false;
    const auto text = vault::encodeHeader(*header);
    if (!text) // a header that is sound and too long for its frame
        return true;
    const auto again = vault::decodeHeader(*text);
    fuzz::promise(again && *again == *header, "a header survives a round trip");
    return true;
}

} // namespace

// As it is, and with its checksum put right, or no changed byte would ever reach the reader behind it.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    const bool asItIs = decode(std::string(bytes));
    (void)vault::frameGeneration(bytes);
    std::string frame(bytes.substr(0, vault::kFrameBytes - kChecksum));
    frame.resize(vault::kFrameBytes - kChecksum);
    frame += seal::blake2b(frame).raw();
    return decode(frame) || asItIs;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    vault::VaultHeader header;
    header.generation = 5;
    header.place.user = filled<UserId>(2);
    header.replica = filled<ReplicaId>(1);
    header.lockout = {4, "2b2d4dd8-6a3f-4b0e-9b3d-5f1f0a1c7a11", std::chrono::hours(5)};
    const vault::Sealed sealed{{}, std::string(48, 's')};
    header.passphrase.sealed = sealed;
    header.stepUp.sealed = sealed;
    header.recovery.sealed = {{}, std::string(80, 'r')};
    header.dataKey = {7, sealed};
    header.nextDataKey = vault::WrappedDataKey{8, sealed};
    header.keys.push_back({vault::KeyPurpose::replicaSigning, {}, sealed});
    std::vector<std::string> made;
    if (const auto frame = vault::encodeHeader(header))
        made.push_back(*frame);
    promise(!made.empty(), "the sample header fits its frame");
    return made;
}
