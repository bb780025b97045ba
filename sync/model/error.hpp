// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/system/result.hpp>

#include <string>
#include <utility>

namespace lianxin {

// What the caller should do, not what went wrong inside. User sentences for each live in the app's one translated file.
enum class Errc {
    invalidInput = 1, // the bytes or the value do not follow their description: tell whoever made them
    notFound,         // the thing asked for is not here
    wrongSecret,      // passphrase, code or key does not open this
    lockedOut,        // too many tries: wait; detail holds the remaining seconds
    notAllowed,       // the permission table says no
    damaged,          // stored bytes fail their check: keep them aside, rebuild
    diskFull,         // free space, then try again; nothing was changed
    io,               // the system refused to read or write: try again later
    offline,          // no link or the link broke: retry
    busy,             // the other side asks to come back later: retry with backoff
    epochChanged,     // the server was restored: start recovery
    fork,             // another body uses this replica id: enrol again
    protocol,         // the peer does not follow PROTOCOL.md: report, do not retry
    upgradeNeeded,    // the peer or the file is newer than this program
    internal,         // a bug here
    stranger,         // something answers that does not prove to be our server (a network that wants a sign-in): retry
};

[[nodiscard]] const char* errcName(Errc code) noexcept;

// `detail` is for logs and operators, in English, and never holds personal data.
struct Error {
    Errc code{Errc::internal};
    std::string detail;
};

[[noreturn]] void throw_exception_from_error(Error const& error, boost::source_location const& where);

template <typename T> using Result = boost::system::result<T, Error>;

[[nodiscard]] inline Error fail(Errc code, std::string detail) { return Error{code, std::move(detail)}; }

} // namespace lianxin

// Early return for functions that answer a Result: `LIANXIN_TRY(auto value, compute());`
#define LIANXIN_CONCAT_(a, b) a##b
#define LIANXIN_CONCAT(a, b) LIANXIN_CONCAT_(a, b)
#define LIANXIN_TRY_(tmp, decl, expr)                                                                                  \
    auto tmp = (expr);                                                                                                 \
    if (!tmp)                                                                                                          \
        return std::move(tmp).error();                                                                                 \
    decl = std::move(*tmp)
#define LIANXIN_TRY(decl, expr) LIANXIN_TRY_(LIANXIN_CONCAT(lianxin_try_, __LINE__), decl, expr)
#define LIANXIN_CHECK_(tmp, expr)                                                                                      \
    if (auto tmp = (expr); !tmp)                                                                                       \
    return std::move(tmp).error()
#define LIANXIN_CHECK(expr) LIANXIN_CHECK_(LIANXIN_CONCAT(lianxin_check_, __LINE__), expr)
