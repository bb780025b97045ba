// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/blob_seal.hpp"

#include "sync/seal/transcript.hpp"

namespace lianxin::seal {

namespace {

std::string messageOf(EpochId epoch, const Hash& blob)
{
    Transcript out("lianxin-blob-held-1");
    out.field(epoch.raw()).field(blob.raw());
    return out.bytes();
}

} // namespace

core::Signature signBlobHeld(const SignKey& receiptKey, EpochId epoch, const Hash& blob)
{
    return receiptKey.sign(messageOf(epoch, blob));
}

bool verifyBlobHeld(const PublicSignKey& receiptKey, EpochId epoch, const Hash& blob, const core::Signature& signature)
{
    return verify(receiptKey, messageOf(epoch, blob), signature);
}

} // namespace lianxin::seal
