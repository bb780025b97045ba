// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/server_meta.hpp"

namespace lianxin::server {

Result<std::optional<std::string>> meta(store::Database& database, std::string_view name)
{
    LIANXIN_TRY(auto get, database.statement("SELECT value FROM meta WHERE name = ?1"));
    LIANXIN_TRY(const bool there, get.bindText(1, name).step());
    return there ? std::optional(std::string(get.blobAt(0))) : std::nullopt;
}

Result<void> addMeta(store::Database& database, std::string_view name, std::string_view value)
{
    LIANXIN_TRY(auto put, database.statement("INSERT INTO meta(name, value) VALUES(?1, ?2)"));
    return put.bindText(1, name).bindBlob(2, value).run();
}

Result<void> setMeta(store::Database& database, std::string_view name, std::string_view value)
{
    LIANXIN_TRY(auto put, database.statement("INSERT OR REPLACE INTO meta(name, value) VALUES(?1, ?2)"));
    return put.bindText(1, name).bindBlob(2, value).run();
}

Result<void> setMeta(store::Database& database, std::string_view name, Millis at)
{
    LIANXIN_TRY(auto put, database.statement("INSERT OR REPLACE INTO meta(name, value) VALUES(?1, ?2)"));
    return put.bindText(1, name).bindInt(2, at).run();
}

Result<Millis> metaTime(store::Database& database, std::string_view name)
{
    LIANXIN_TRY(auto get, database.statement("SELECT value FROM meta WHERE name = ?1"));
    LIANXIN_TRY(const bool there, get.bindText(1, name).step());
    return there ? get.intAt(0) : 0;
}

} // namespace lianxin::server
