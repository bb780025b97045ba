// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/fake/fake_files.hpp"

namespace lianxin::platform {

namespace {

Error gone() { return fail(Errc::io, "the power is off"); }
Error missing() { return fail(Errc::notFound, "no such file"); }

} // namespace

Result<FakeFiles::Turn> FakeFiles::turn()
{
    if (m_off)
        return gone();
    ++m_calls;
    if (m_cutAt > 0 && m_calls == m_cutAt) {
        m_off = true;
        return Turn::half;
    }
    if (m_failAt > 0 && m_calls == m_failAt)
        return fail(m_failure, "this call fails on purpose");
    return Turn::go;
}

std::size_t FakeFiles::used() const
{
    std::size_t sum = 0;
    for (const auto& [path, node] : m_names)
        sum += node->bytes.size();
    return sum;
}

bool FakeFiles::roomFor(std::size_t more) const { return !m_capacity || used() + more <= *m_capacity; }

Result<std::string> FakeFiles::read(const Path& path, std::size_t atMost)
{
    if (m_off)
        return gone();
    const auto found = m_names.find(path);
    if (found == m_names.end())
        return missing();
    if (found->second->bytes.size() > atMost)
        return fail(Errc::invalidInput, "file too long");
    return found->second->bytes;
}

Result<void> FakeFiles::write(const Path& path, std::string_view bytes)
{
    LIANXIN_TRY(const auto how, turn());
    auto& node = m_names[path];
    if (!node)
        node = std::make_shared<Node>();
    node->bytes.clear();
    node->durable.clear(); // truncated: what was there is not promised any more
    if (how == Turn::half) {
        node->bytes = bytes.substr(0, bytes.size() / 2);
        return gone();
    }
    if (!roomFor(bytes.size())) {
        node->bytes = bytes.substr(0, *m_capacity > used() ? *m_capacity - used() : 0);
        return fail(Errc::diskFull, "no room");
    }
    node->bytes = bytes;
    return {};
}

Result<void> FakeFiles::overwrite(const Path& path, std::string_view bytes)
{
    LIANXIN_TRY(const auto how, turn());
    const auto found = m_names.find(path);
    if (found == m_names.end())
        return missing();
    auto& node = *found->second;
    if (node.bytes.size() != bytes.size())
        return fail(Errc::invalidInput, "overwrite with another size");
    const std::size_t count = how == Turn::half ? bytes.size() / 2 : bytes.size();
    node.bytes.replace(0, count, bytes.substr(0, count));
    return how == Turn::half ? Result<void>(gone()) : Result<void>{};
}

Result<void> FakeFiles::syncFile(const Path& path)
{
    LIANXIN_TRY(const auto how, turn());
    if (how == Turn::half)
        return gone();
    const auto found = m_names.find(path);
    if (found == m_names.end())
        return missing();
    found->second->durable = found->second->bytes;
    return {};
}

Result<void> FakeFiles::syncFolder(const Path& path)
{
    LIANXIN_TRY(const auto how, turn());
    if (how == Turn::half)
        return gone();
    std::erase_if(m_durableNames, [&](const auto& entry) { return entry.first.parent_path() == path; });
    for (const auto& [name, node] : m_names) {
        if (name.parent_path() == path)
            m_durableNames[name] = node;
    }
    return {};
}

Result<void> FakeFiles::rename(const Path& from, const Path& to)
{
    LIANXIN_TRY(const auto how, turn());
    if (how == Turn::half)
        return gone();
    const auto found = m_names.find(from);
    if (found == m_names.end())
        return missing();
    const auto node = found->second;
    m_names.erase(found);
    m_names[to] = node;
    return {};
}

Result<void> FakeFiles::remove(const Path& path)
{
    LIANXIN_TRY(const auto how, turn());
    if (how == Turn::half)
        return gone();
    if (m_names.erase(path) == 0)
        return missing();
    return {};
}

Result<void> FakeFiles::makeFolder(const Path& path)
{
    LIANXIN_TRY(const auto how, turn());
    if (how == Turn::half)
        return gone();
    for (Path one = path; !one.empty() && one != one.root_path(); one = one.parent_path())
        m_folders[one] = true;
    return {};
}

bool FakeFiles::exists(const Path& path) { return !m_off && (m_names.contains(path) || m_folders.contains(path)); }

Result<std::vector<std::string>> FakeFiles::list(const Path& folder)
{
    if (m_off)
        return gone();
    std::vector<std::string> names;
    for (const auto& [path, node] : m_names) {
        if (path.parent_path() == folder)
            names.push_back(path.filename().string());
    }
    for (const auto& [path, present] : m_folders) {
        if (path.parent_path() == folder)
            names.push_back(path.filename().string());
    }
    if (names.empty() && !m_folders.contains(folder))
        return missing();
    return names;
}

void FakeFiles::cutPowerAtCall(int number)
{
    m_calls = 0;
    m_failAt = 0;
    m_cutAt = number;
}

void FakeFiles::failAtCall(int number, Errc failure)
{
    m_calls = 0;
    m_cutAt = 0;
    m_failAt = number;
    m_failure = failure;
}

void FakeFiles::powerOn(Cache cache)
{
    m_off = false;
    m_calls = m_cutAt = m_failAt = 0;
    if (cache == Cache::lost)
        m_names = m_durableNames;
    for (auto& [path, node] : m_names) {
        if (cache == Cache::lost)
            node->bytes = node->durable;
        else if (cache == Cache::torn && node->bytes != node->durable)
            node->bytes = node->bytes.substr(0, node->bytes.size() / 2) +
                          (node->durable.size() == node->bytes.size() ? node->durable.substr(node->bytes.size() / 2)
                                                                      : std::string());
        node->durable = node->bytes;
    }
    m_durableNames = m_names;
}

void FakeFiles::put(const Path& path, std::string_view bytes)
{
    auto node = std::make_shared<Node>();
    node->bytes = node->durable = bytes;
    m_names[path] = node;
    m_durableNames[path] = node;
}

std::optional<std::string> FakeFiles::peek(const Path& path) const
{
    const auto found = m_names.find(path);
    return found == m_names.end() ? std::nullopt : std::optional(found->second->bytes);
}

void FakeFiles::drop(const Path& path)
{
    m_names.erase(path);
    m_durableNames.erase(path);
}

} // namespace lianxin::platform
