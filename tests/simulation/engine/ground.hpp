// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/keys.hpp"
#include "sync/server/server_api.hpp"
#include "sync/store/replica_store.hpp"
#include "sync/store/text_folder.hpp"
#include "tests/simulation/engine/cast.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lianxin::sim::engine {

// A person's vault on a tablet, as it is after enrolment.
struct Enrolled {
    seal::SignKey key;
    ReplicaId replica;
    UserId user;
    EpochId epoch;
    seal::PublicSignKey receiptKey;
    std::uint64_t generation{0};
    store::RawKey fileKey;
};

// What every history starts from, made once: a province with its people, and their enrolled tablets. Histories work on copies.
class Ground {
public:
    Ground();
    ~Ground(); // removes the folder with everything in it
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    [[nodiscard]] const Enrolled& person(int index) const { return *m_people[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Catalogue& catalogue() const { return m_catalogue; }
    [[nodiscard]] const store::TextFolder& folder() const { return *m_folder; }
    // A fresh copy for the next history; the one before is gone.
    [[nodiscard]] std::string copy(int tablets) const;
    [[nodiscard]] static std::string serverIn(const std::string& place) { return place + "/server"; }
    [[nodiscard]] static std::string tabletIn(const std::string& place, int index)
    {
        return place + "/tablet" + std::to_string(index);
    }

private:
    void makeProvince();
    void enrol(int index, server::Province& province);

    Catalogue m_catalogue;
    std::unique_ptr<store::TextFolder> m_folder;
    std::string m_place;
    std::vector<std::unique_ptr<Enrolled>> m_people;
};

} // namespace lianxin::sim::engine
