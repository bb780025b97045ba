// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/meta.hpp"

namespace lianxin::store {

namespace {

constexpr std::string_view kGet = "SELECT value FROM meta WHERE key = ?1";
constexpr std::string_view kPut =
    "INSERT INTO meta(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2";

} // namespace

Result<std::int64_t> Meta::number(std::string_view key) const
{
    LIANXIN_TRY(auto get, m_database.statement(kGet));
    LIANXIN_TRY(const bool row, get.bindText(1, key).step());
    return row ? get.intAt(0) : 0;
}

Result<void> Meta::setNumber(std::string_view key, std::int64_t value)
{
    LIANXIN_TRY(auto put, m_database.statement(kPut));
    return put.bindText(1, key).bindInt(2, value).run();
}

Result<std::string> Meta::bytes(std::string_view key) const
{
    LIANXIN_TRY(auto get, m_database.statement(kGet));
    LIANXIN_TRY(const bool row, get.bindText(1, key).step());
    return row ? std::string(get.blobAt(0)) : std::string();
}

Result<void> Meta::setBytes(std::string_view key, std::string_view value)
{
    LIANXIN_TRY(auto put, m_database.statement(kPut));
    return put.bindText(1, key).bindBlob(2, value).run();
}

} // namespace lianxin::store
