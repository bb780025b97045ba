// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace lianxin::seal {

// Who asks: a detached signature over method, path, counter and the bytes of the body as sent (compressed if they are). The counter of a
// replica only grows, so that a request cannot be sent twice by somebody else; there is no clock in it (D12).
struct RequestAuth {
    ReplicaId replica;
    std::uint64_t counter{0};
    core::Signature signature;
    bool operator==(const RequestAuth&) const = default;
};

inline constexpr std::string_view kAuthHeader = "Lianxin-Replica"; // "<replica>.<counter>.<signature>"

[[nodiscard]] RequestAuth signRequest(const SignKey& key, ReplicaId replica, std::uint64_t counter,
                                      std::string_view method, std::string_view path, std::string_view body);
[[nodiscard]] bool verifyRequest(const PublicSignKey& key, const RequestAuth& auth, std::string_view method,
                                 std::string_view path, std::string_view body);
[[nodiscard]] std::string formatAuth(const RequestAuth& auth);
[[nodiscard]] Result<RequestAuth> parseAuth(std::string_view header);

} // namespace lianxin::seal
