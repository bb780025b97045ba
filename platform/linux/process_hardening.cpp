// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process_hardening.hpp"

#include "platform/linux/posix_error.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>

namespace lianxin::platform {

Result<void> hardenProcess()
{
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        return posixError(errno, "setrlimit core");
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return posixError(errno, "prctl dumpable");
    return {};
}

bool processHardened()
{
    rlimit core{};
    return ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 &&
           core.rlim_max == 0;
}

} // namespace lianxin::platform
