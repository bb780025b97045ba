// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/files.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

namespace lianxin::platform {

// A disk in memory that remembers what is durable and what is only in the cache, so that a test can cut the power at
// the n-th call and choose what the cache had already written.
class FakeFiles final : public Files {
public:
    [[nodiscard]] Result<std::string> read(const Path& path, std::size_t atMost) override;
    [[nodiscard]] Result<void> write(const Path& path, std::string_view bytes) override;
    [[nodiscard]] Result<void> overwrite(const Path& path, std::string_view bytes) override;
    [[nodiscard]] Result<void> syncFile(const Path& path) override;
    [[nodiscard]] Result<void> syncFolder(const Path& path) override;
    [[nodiscard]] Result<void> rename(const Path& from, const Path& to) override;
    [[nodiscard]] Result<void> remove(const Path& path) override;
    [[nodiscard]] Result<void> makeFolder(const Path& path) override;
    [[nodiscard]] bool exists(const Path& path) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const Path& folder) override;

    // The n-th changing call from now (from 1) stops half-way and every later one fails: the process is gone.
    void cutPowerAtCall(int number);
    // The n-th changing call from now fails with this error and changes nothing; the next ones work again.
    void failAtCall(int number, Errc failure);
    [[nodiscard]] int callsMade() const
    {
        return m_calls;
    } // changing calls since the last cutPowerAtCall/failAtCall/start

    enum class Cache {
        lost, // only what was synced is there
        kept, // everything that was called is there
        torn, // names are there, unsynced contents only by their first half
    };
    void powerOn(Cache cache); // after a cut (or without one: then simply a power failure at rest)

    void setCapacity(std::optional<std::size_t> bytes) { m_capacity = bytes; } // of all contents together
    void put(const Path& path, std::string_view bytes);                        // durable at once, outside the count
    [[nodiscard]] std::optional<std::string> peek(const Path& path) const;
    void drop(const Path& path);

private:
    struct Node {
        std::string bytes;
        std::string durable;
    };
    using Names = std::map<Path, std::shared_ptr<Node>>;
    enum class Turn { go, half, no };

    [[nodiscard]] Result<Turn> turn();
    [[nodiscard]] std::size_t used() const;
    [[nodiscard]] bool roomFor(std::size_t more) const;

    Names m_names;
    Names m_durableNames;
    std::map<Path, bool> m_folders;
    std::optional<std::size_t> m_capacity;
    int m_calls{0};
    int m_cutAt{0};
    int m_failAt{0};
    Errc m_failure{Errc::io};
    bool m_off{false};
};

} // namespace lianxin::platform
