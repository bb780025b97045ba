// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/error_reply.hpp"

#include <optional>

namespace lianxin::server {

// What a service says to the tablet. A refusal is an answer too: what it wrote (a spent try, a frozen replica) is committed. An Error beside
// it (Result<Answer<T>>) means that the store failed and nothing was written.
template <typename T> struct Answer {
    std::optional<wire::ErrorReply> refusal;
    T reply{};

    Answer() = default;
    explicit Answer(T value) : reply(std::move(value)) {}
    // Not constructors: a Result<Answer<T>> must know an Error from a refusal.
    [[nodiscard]] static Answer refuse(const wire::ErrorReply& no)
    {
        Answer answer;
        answer.refusal = no;
        return answer;
    }
    [[nodiscard]] static Answer refuse(const Error& error) { return refuse(wire::errorReplyOf(error)); }
};

} // namespace lianxin::server
