// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/carry/carrier.hpp"
#include "sync/seal/keys.hpp"
#include "sync/server/authority.hpp"
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

// An office whose relay the province admitted.
struct OfficeIdentity {
    seal::SignKey key;
    seal::Certificate certificate;
    ReplicaId id;
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
    [[nodiscard]] const OfficeIdentity& office() const { return *m_office; }
    // What an administrator's signature of a tablet says; none of them lies in the directory here.
    [[nodiscard]] const seal::Certificate& certificateOf(int index) const
    {
        return m_certificates[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] carry::Trust trust() const { return {m_issuer, m_people.front()->receiptKey}; }
    [[nodiscard]] const seal::PublicBoxKey& provinceBox() const { return m_provinceBox; }
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
    void admitOffice(server::Province& province, const server::Authority& authority);

    Catalogue m_catalogue;
    std::unique_ptr<store::TextFolder> m_folder;
    std::string m_place;
    std::vector<std::unique_ptr<Enrolled>> m_people;
    std::unique_ptr<OfficeIdentity> m_office;
    std::vector<seal::Certificate> m_certificates;
    seal::IssuerCertificate m_issuer;
    seal::PublicBoxKey m_provinceBox;
};

} // namespace lianxin::sim::engine
