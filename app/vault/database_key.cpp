// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/database_key.hpp"

#include <algorithm>
#include <cassert>

namespace lianxin::vault {

store::RawKey rawKey(const FileKey& key)
{
    store::RawKey raw;
    assert(key.key.size() == raw.key.size() && key.salt.size() == raw.salt.size());
    std::copy_n(key.key.data(), raw.key.size(), raw.key.begin());
    std::copy_n(key.salt.data(), raw.salt.size(), raw.salt.begin());
    return raw;
}

} // namespace lianxin::vault
