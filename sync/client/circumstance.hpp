// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lianxin::client {

// What stood behind a request that brought nothing: finer than an Errc. The engine decides by the Errc alone; what a person is told, and what
// the support file says, depends on this too.
enum class Cause : std::uint8_t {
    none,            // nothing is known beyond the Errc
    noLink,          // the machine has no network
    nameUnknown,     // the server's name does not resolve
    refused,         // nobody listens there
    silent,          // no byte within the time
    cut,             // the connection closed before the whole answer was here
    foreignServer,   // a TLS certificate of another authority
    certificateDate, // a TLS certificate that is not valid on this machine's date
    notTls,          // something that does not speak TLS
    signInPage,      // a redirect, or a web page in place of an answer
    proxyAsks,       // 407
    gateway,         // a status without an error reply of the protocol: something in between
    refusal,         // an error reply of the server
    unreadable,      // 200 with a body that is no reply
    oversized,       // more than a reply may be
    unpackable,      // a compressed body that does not unpack
    badReceipt,      // a receipt that the store did not believe
    badFrame,        // a pull reply that the store did not take
    badSegment       // a segment or manifest that was not believed: healed by itself
};

struct Circumstance {
    Cause cause{Cause::none};
    int status{0}; // of HTTP, 0: none came
    bool operator==(const Circumstance&) const = default;
};

} // namespace lianxin::client
