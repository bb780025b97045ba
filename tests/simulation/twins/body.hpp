// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/effect_runner.hpp"
#include "tests/simulation/engine/ground.hpp"
#include "tests/simulation/engine/sources.hpp"

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <vector>

// Several bodies of one tablet: clones, and images that are put back (sync-rules R25-R29).
namespace lianxin::sim::twins {

using engine::must;
using Uid = int; // of one written value: each value is written once
inline constexpr int kWritten = 2;
using Seen = std::array<std::set<Uid>, kWritten>; // by register

struct Form {
    store::Past past;
    Seen seen;
    std::optional<RecordId> draft; // the past is in the store then, and in every copy of it
};

// The storage of a tablet, whole: what a copy or an image of it holds. The rest of a Body is what the simulation knows.
struct Storage {
    std::string file;
    std::string key;                 // seed of the replica's key
    std::optional<std::string> next; // of the one that is being asked for
    ReplicaId replica;
    std::vector<Form> forms; // those that are drafts
    std::set<Uid> mine;
};

class Body final : private client::AnotherId {
public:
    using Post =
        std::function<void(Body&, std::string_view path, std::string, const client::Authorise&, client::AnswerDone)>;
    Body(const engine::Ground& ground, int person, int index, std::string file, engine::VirtualTime& time,
         std::uint64_t seed, Post post);
    ~Body() override { close(); }

    void open();
    void close();                                        // what is only in memory is gone
    [[nodiscard]] Storage copy(const std::string& file); // of a running tablet
    void putBack(const Storage& storage);

    int person;
    int index;
    engine::JumpyClock clock;
    std::unique_ptr<store::ReplicaStore> store;
    std::unique_ptr<client::EffectRunner> runner;
    ReplicaId replica;
    std::uint64_t life{0};
    int ids{0}; // that it got since it was first enrolled
    std::vector<Form> forms;
    std::set<Uid> mine; // what its person wrote on this storage

private:
    [[nodiscard]] Result<const seal::SignKey*> nextKey() override;
    [[nodiscard]] Result<void> keyTaken() override;
    [[nodiscard]] Result<void> became(ReplicaId id) override;

    const engine::Ground& m_ground;
    std::string m_file;
    engine::VirtualTime& m_time;
    engine::SeededRandom m_random;
    Post m_post;
    std::optional<seal::SignKey> m_key;
    std::optional<seal::SignKey> m_next;
    std::uint64_t m_timer{0};
};

} // namespace lianxin::sim::twins
