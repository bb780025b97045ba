// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"

#include <optional>
#include <vector>

// What a replica gives a server that was restored from a backup (PROTOCOL.md 9).
namespace lianxin::core {

// Register states in any order, any part of them, any number of times (R15). Each frame is one partition and one common context: that of a
// register is `vector` plus its exceptions. Without frames it is a greeting: it asks what the server holds in this epoch.
struct DonationRequest {
    EpochId epoch;
    std::vector<Frame> frames;
    std::vector<Dot> withdrawn; // W, with the first part
    bool last{false};           // the replica has nothing more: everything before was acknowledged
    // Of this epoch and of the asking replica: what the server signed for and does not know any more.
    std::optional<Receipt> shown;
};

// What the server holds of the donor, signed in the new epoch: the own log is pushed from here on.
struct DonationReply {
    Receipt receipt;
    Millis serverTime{0};
};

} // namespace lianxin::core
