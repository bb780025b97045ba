// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/answer.hpp"
#include "sync/server/directory_editor.hpp"
#include "sync/server/enrol_code.hpp"
#include "sync/server/request_ledger.hpp"
#include "sync/server/server_home.hpp"
#include "sync/wire/enrol.hpp"

namespace lianxin::server {

inline constexpr Millis kEnrolCodeLife = 15 * 60 * 1000;
inline constexpr int kEnrolTries = 5;

// One-time codes and the replicas that they make (security.md 4). Inside the store worker's transaction.
class Enrolment {
public:
    struct Parts {
        SqlServerStore& store;
        MemberStore& members;
        RequestLedger& ledger;
        DirectoryEditor& directory;
        const ServerIdentity& identity;
        std::uint32_t catalogueVersion;
        Clock& clock;
        RandomSource& random;
    };
    explicit Enrolment(const Parts& parts) : m(parts) {}

    [[nodiscard]] Result<std::string> makeCode(UserId user); // the text, shown once, stored only as a hash
    // wrongSecret: wrong, expired or used; lockedOut: five wrong tries; notAllowed: the other kind of server (D20), or no proof.
    [[nodiscard]] Result<Answer<wire::EnrolReply>> enrol(const wire::EnrolRequest& request, EpochId epoch);
    // When the transaction of `enrol` is durable.
    void enrolled(const wire::EnrolRequest& request, const wire::EnrolReply& reply)
    {
        m.ledger.enrolled(reply.replica, request.replicaKey);
    }

private:
    struct CodeRow {
        Hash hash;
        UserId user;
        Millis expires{0};
        std::int64_t tries{0};
        bool used{false};
        std::string reply;
    };
    [[nodiscard]] Result<std::optional<CodeRow>> find(const std::string& id);
    [[nodiscard]] Result<std::optional<wire::ErrorReply>> refuse(const wire::EnrolRequest& request,
                                                                 const std::string& plain, const CodeRow& row);
    [[nodiscard]] Result<wire::EnrolReply> makeReplica(const wire::EnrolRequest& request, UserId user, EpochId epoch);
    [[nodiscard]] Result<void> requestCertificates(const wire::EnrolRequest& request, const wire::EnrolReply& reply);
    [[nodiscard]] Result<bool> isKnownKey(const seal::PublicSignKey& key);

    Parts m;
};

} // namespace lianxin::server
