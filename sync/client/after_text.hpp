// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/http_answer.hpp"
#include "sync/model/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::client {

// What goes over the line when no word waits: one request at a time, and between two of them words go first again. Nothing that goes wrong here
// stops words.
class AfterText {
public:
    struct Request {
        std::string_view path; // outlives the request
        std::string body;
    };
    virtual ~AfterText() = default;
    // None: nothing to do just now.
    [[nodiscard]] virtual std::optional<Request> next(EpochId epoch) = 0;
    // What came back, also a refusal or nothing.
    virtual void answered(const HttpAnswer& answer) = 0;
};

} // namespace lianxin::client
