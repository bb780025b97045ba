// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/seal/keys.hpp"

#include <string_view>

// What names a segment, and what vouches for a list of them (PROTOCOL.md 9).
namespace lianxin::seal {

[[nodiscard]] Hash segmentHash(std::string_view bytes); // as they are stored and sent
[[nodiscard]] core::Signature signManifest(const SignKey& key, const core::SegmentManifest& manifest);
[[nodiscard]] bool verifyManifest(const PublicSignKey& key, const core::SegmentManifest& manifest);

} // namespace lianxin::seal
