// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/archived_changeset.hpp"

#include "sync/wire/changeset_codec.hpp"

namespace lianxin::server {

Result<std::optional<core::Changeset>> archivedChangeset(core::ServerStore& store, const Dot& dot)
{
    LIANXIN_TRY(const auto entry, store.archived(dot));
    auto changeset = entry ? wire::decodeChangeset(entry->body)
                           : Result<core::Changeset>(fail(Errc::notFound, "not in the archive"));
    return changeset ? std::optional(std::move(*changeset)) : std::nullopt;
}

} // namespace lianxin::server
