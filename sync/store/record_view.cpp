// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/record_view.hpp"

#include <algorithm>

namespace lianxin::store {

namespace {

constexpr char kPastFormat = 1;
constexpr char kBeyond = 1;
constexpr char kAlone = 2;
constexpr char kSelf = 3;

void putBytes(std::string& out, std::string_view bytes)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        out += static_cast<char>((bytes.size() >> shift) & 0xffU);
    out.append(bytes);
}

Result<std::string_view> takeBytes(std::string_view& in)
{
    if (in.size() < 4)
        return fail(Errc::damaged, "a past is cut off");
    std::size_t size = 0;
    for (unsigned i = 0; i < 4; ++i)
        size |= static_cast<std::size_t>(static_cast<unsigned char>(in[i])) << (8 * i);
    in.remove_prefix(4);
    if (size > in.size())
        return fail(Errc::damaged, "a past is cut off");
    const auto bytes = in.substr(0, size);
    in.remove_prefix(size);
    return bytes;
}

} // namespace

const RegisterView* RecordView::find(const RegisterKey& key) const
{
    const auto found =
        std::lower_bound(registers.begin(), registers.end(), key,
                         [](const RegisterView& reg, const RegisterKey& wanted) { return reg.key < wanted; });
    return found != registers.end() && found->key == key ? &*found : nullptr;
}

RegisterValues RecordView::values() const
{
    RegisterValues values;
    for (const auto& reg : registers)
        if (!reg.heads.empty())
            values.emplace(reg.key, reg.value);
    return values;
}

core::Context Past::of(const RegisterKey& key) const
{
    if (const auto found = m_alone.find(key); found != m_alone.end())
        return found->second;
    auto whole = m_common;
    if (const auto found = m_beyond.find(key); found != m_beyond.end())
        whole.merge(found->second);
    return whole;
}

void Past::set(const RegisterKey& key, const core::Context& whole)
{
    m_beyond.erase(key);
    m_alone.erase(key);
    if (!whole.covers(m_common))
        m_alone.emplace(key, whole);
    else if (auto beyond = whole.without(m_common); !beyond.isEmpty())
        m_beyond.emplace(key, std::move(beyond));
}

void Past::rename(const std::function<core::Context(const core::Context&)>& by)
{
    m_common = by(m_common);
    for (auto* contexts : {&m_beyond, &m_alone})
        for (auto& [key, context] : *contexts)
            context = by(context);
}

std::string Past::encode() const
{
    std::string out(1, kPastFormat);
    putBytes(out, core::encodeContext(m_common));
    const auto put = [&out](char sort, const std::map<RegisterKey, core::Context>& contexts) {
        for (const auto& [key, context] : contexts) {
            out += sort;
            putBytes(out, key.text());
            putBytes(out, core::encodeContext(context));
        }
    };
    put(kBeyond, m_beyond);
    put(kAlone, m_alone);
    if (!m_self.isNil()) {
        out += kSelf;
        putBytes(out, m_self.raw());
    }
    return out;
}

Result<Past> Past::decode(std::string_view bytes)
{
    if (bytes.empty() || bytes.front() != kPastFormat)
        return fail(Errc::upgradeNeeded, "a past of an unknown format");
    bytes.remove_prefix(1);
    Past past;
    LIANXIN_TRY(const auto common, takeBytes(bytes));
    LIANXIN_TRY(past.m_common, core::decodeContext(common));
    while (!bytes.empty()) {
        const char sort = bytes.front();
        bytes.remove_prefix(1);
        if (sort == kSelf) {
            LIANXIN_TRY(const auto raw, takeBytes(bytes));
            LIANXIN_TRY(past.m_self, ReplicaId::fromRaw(raw));
            continue;
        }
        if (sort != kBeyond && sort != kAlone)
            return fail(Errc::upgradeNeeded, "a past of an unknown format");
        LIANXIN_TRY(const auto key, takeBytes(bytes));
        LIANXIN_TRY(const auto beyond, takeBytes(bytes));
        LIANXIN_TRY(auto parsed, RegisterKey::parse(key));
        LIANXIN_TRY(auto context, core::decodeContext(beyond));
        (sort == kAlone ? past.m_alone : past.m_beyond).insert_or_assign(std::move(parsed), std::move(context));
    }
    return past;
}

} // namespace lianxin::store
