// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/reply_limits.hpp"

#include "sync/wire/limits.hpp"
#include "sync/wire/paths.hpp"

namespace lianxin::wire {

std::size_t replyLimit(std::string_view path)
{
    if (path == kPathPull)
        return kMaxPullReplyBytes;
    if (path == kPathSegment)
        return kMaxSegmentReply;
    if (path == kPathForms || path == kPathCatalogue)
        return kMaxFormsBytes;
    return kMaxBodyBytes;
}

} // namespace lianxin::wire
