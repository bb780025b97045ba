// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/donation.hpp"

#include <string>
#include <string_view>

// Messages of healing as canonical JSON (PROTOCOL.md 9). Decoding checks form and limits; signatures and meaning are the caller's.
namespace lianxin::wire {

// `replica` is who asks: a shown receipt does not repeat it.
[[nodiscard]] std::string encodeDonationRequest(const core::DonationRequest& request);
[[nodiscard]] Result<core::DonationRequest> decodeDonationRequest(std::string_view bytes, ReplicaId replica);
[[nodiscard]] std::string encodeDonationReply(const core::DonationReply& reply);
// Epoch and replica of the receipt are those that asked.
[[nodiscard]] Result<core::DonationReply> decodeDonationReply(std::string_view bytes, EpochId epoch, ReplicaId replica);

} // namespace lianxin::wire
