// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/error.hpp"

#include <stdexcept>

namespace lianxin {

const char* errcName(Errc code) noexcept
{
    switch (code) {
    case Errc::invalidInput: return "invalid-input";
    case Errc::notFound: return "not-found";
    case Errc::wrongSecret: return "wrong-secret";
    case Errc::lockedOut: return "locked-out";
    case Errc::notAllowed: return "not-allowed";
    case Errc::damaged: return "damaged";
    case Errc::diskFull: return "disk-full";
    case Errc::io: return "io";
    case Errc::offline: return "offline";
    case Errc::busy: return "busy";
    case Errc::epochChanged: return "epoch-changed";
    case Errc::fork: return "fork";
    case Errc::protocol: return "protocol";
    case Errc::upgradeNeeded: return "upgrade-needed";
    case Errc::internal: return "internal";
    case Errc::stranger: return "stranger";
    }
    return "unknown";
}

// Reached only when somebody calls .value() on a Result that holds an error: a programmer's error.
void throw_exception_from_error(Error const& error, boost::source_location const& where)
{
    throw std::logic_error(std::string(errcName(error.code)) + ": " + error.detail + " at " + where.file_name());
}

} // namespace lianxin
