// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/wire/message_codec.hpp"
#include "sync/wire/short_push.hpp"
#include "tests/unit/store/store_world.hpp"

#include <string_view>

namespace lianxin::test {

// What a body stands for, whole or short, at a server that a test plays: the tablet sends all that waits.
template <typename Tablet> core::PushRequest pushSaid(std::string_view body, Tablet& tablet)
{
    return wire::ShortPush::isOne(body) ? must(tablet.store->nextPush(tablet.sign))
                                        : must(wire::decodePushRequest(body));
}

} // namespace lianxin::test
