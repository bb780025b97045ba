// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/blob_transfer.hpp"
#include "sync/client/effect_runner.hpp"
#include "tests/simulation/engine/ground.hpp"
#include "tests/simulation/engine/sources.hpp"

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace lianxin::sim::engine {

// One record open in a form: what it showed (the tablet's own words for it, and the oracle's).
struct OpenRecord {
    int record{0};
    store::Past past;
    std::array<DotSet, kRegisters> truths;
    bool isNew{false};
    std::optional<RecordId> draft; // the past is in the store then, and survives the process
};
using OpenForm = std::vector<OpenRecord>;

// One person's tablet: the engine and the encrypted store that ship, run by the effect runner that ships. The process can end at any moment;
// what the members of this class know beyond `store` and `runner` is the simulation's knowledge, not the tablet's.
class SimTablet {
public:
    using Post = std::function<void(SimTablet&, std::string_view path, std::string body, const client::Authorise&,
                                    client::AnswerDone)>;
    SimTablet(const Ground& ground, int person, std::string path, VirtualTime& time, std::uint64_t seed, bool pictures,
              Post post);
    ~SimTablet();

    // Own changes that lie in a backup are let go of from here on, in each of its lives.
    void trim(const client::EffectRunner::Trimming& how)
    {
        m_trimming = how;
        runner->trim(m_trimming);
    }
    void kill();    // kill -9 and a new start
    void restart(); // an orderly end and a new start
    void lose();    // fallen into a river: nothing is opened any more, and what it sent may still arrive
    // Runs something that writes to the store; with `atWrite` above 0 the process dies at that write. True when it died; it is up again then.
    [[nodiscard]] bool runMortal(int atWrite, const std::function<void()>& what);
    void setOnline(bool online);
    [[nodiscard]] RandomSource& random() { return m_random; }

    int index;
    const Enrolled& who;
    JumpyClock clock;
    std::unique_ptr<store::ReplicaStore> store;
    std::unique_ptr<store::BlobStore> blobs; // in histories with pictures
    std::unique_ptr<client::BlobTransfer> transfer;
    std::unique_ptr<client::EffectRunner> runner;
    std::uint64_t life{0}; // which process
    bool online{true};     // what the network monitor says
    bool linkUp{true};     // what is the case
    bool garbled{false};   // nonsense arrived from something in between: standing still is right then

    EpochId epoch; // that its store is known to be in
    OracleState received;
    std::pair<int, std::uint64_t> lastPull;     // the last reply taken: the server's life, and its how manyeth
    std::uint64_t pullsMade{0};                 // replies that the server made
    std::optional<std::uint64_t> mustList;      // the process that was told to send its cursors
    std::optional<std::uint64_t> mustSayAll;    // the process that was told to send its whole push
    std::map<PartitionId, std::uint64_t> taken; // how far each feed was taken, by frames and segments
    std::set<std::uint64_t> heldBack;
    std::uint64_t letGo{0}; // of its log up to here (PROTOCOL.md 8.3)
    // Record and number of own words that were received when their row was taken off: true where they went with it, false where they are held
    // back, and shown again if the row comes back.
    std::map<std::pair<int, std::uint64_t>, bool> purgedWords;
    [[nodiscard]] bool hasForgotten(int record, std::uint64_t number) const
    {
        const auto found = purgedWords.find({record, number});
        return number <= letGo || (found != purgedWords.end() && found->second);
    }
    std::uint64_t saved{0};
    std::uint64_t receipted{0};
    std::map<PartitionId, std::uint64_t> cursors;
    std::set<PartitionId> given;                  // partitions that some reply granted
    std::optional<std::set<PartitionId>> granted; // by the last one
    std::set<int> left;                           // records that a frame told to have left
    std::map<int, PartitionId> home;              // where a record lies here, as far as frames said
    [[nodiscard]] bool isAway(int record, const PartitionId& at) const
    {
        // What was made here and that the province has not confirmed yet stays in sight.
        return granted && !granted->contains(at) && (given.contains(at) || granted->empty() || left.contains(record));
    }
    std::map<int, OracleRegister> stubs; // where families went that may not be here
    std::set<int> purged;                // records that were there before, until they come again
    std::vector<OpenForm> forms;

private:
    void open();
    void drop();

    const Ground& m_ground;
    std::string m_path;
    VirtualTime& m_time;
    SeededRandom m_random;
    bool m_pictures;
    std::optional<client::EffectRunner::Trimming> m_trimming;
    Post m_post;
    std::uint64_t m_timer{0};
    bool m_mortal{false};
};

} // namespace lianxin::sim::engine
