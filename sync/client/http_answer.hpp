// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/circumstance.hpp"
#include "sync/model/error.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace lianxin::client {

// What came back from one request. `status` 0: nothing came back, see `failure` (offline, protocol, io).
struct HttpAnswer {
    int status{0};
    std::string body;  // unpacked
    std::string begun; // status 0: as much as came of the body of a cut 200 that was not compressed
    std::chrono::milliseconds took{0};
    std::chrono::milliseconds retryAfter{0};
    Errc failure{Errc::offline};
    std::size_t sentBytes{0}; // bodies as sent, packed
    std::size_t receivedBytes{0};
    std::uint32_t formsVersion{0}; // of the province's forms, as the server says; 0: none
    Cause cause{Cause::none};      // of `failure`
};

// Gives the value of the header Lianxin-Replica for the packed bytes, or fails.
using Authorise =
    std::function<Result<std::string>(std::string_view method, std::string_view path, std::string_view packed)>;
using AnswerDone = std::function<void(const HttpAnswer&)>;

} // namespace lianxin::client
