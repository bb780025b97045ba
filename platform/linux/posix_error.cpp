// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/posix_error.hpp"

#include <cerrno>
#include <cstring>

namespace lianxin::platform {

Error posixError(int number, const char* what)
{
    Errc code = Errc::io;
    if (number == ENOENT)
        code = Errc::notFound;
    else if (number == ENOSPC || number == EDQUOT)
        code = Errc::diskFull;
    return fail(code, std::string(what) + ": " + std::generic_category().message(number));
}

} // namespace lianxin::platform
