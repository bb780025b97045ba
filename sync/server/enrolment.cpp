// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/enrolment.hpp"

namespace lianxin::server {

using wire::EnrolReply;
using wire::EnrolRequest;

Result<std::string> Enrolment::makeCode(UserId user)
{
    const auto code = makeEnrolCode(m.random);
    LIANXIN_TRY(auto put,
                m.store.database().statement(
                    "INSERT INTO enrolment_code(id, hash, user, expires_at, tries) VALUES(?1, ?2, ?3, ?4, 0)"));
    put.bindText(1, code.id)
        .bindId(2, seal::enrolCodeHash(plainEnrolCode(code.text)))
        .bindId(3, user)
        .bindInt(4, m.clock.now() + kEnrolCodeLife);
    LIANXIN_CHECK(put.run());
    return code.text;
}

Result<std::optional<Enrolment::CodeRow>> Enrolment::find(const std::string& id)
{
    LIANXIN_TRY(auto query,
                m.store.database().statement(
                    "SELECT hash, user, expires_at, tries, used_at, reply FROM enrolment_code WHERE id = ?1"));
    query.bindText(1, id);
    LIANXIN_TRY(const auto there, query.step());
    if (!there)
        return std::optional<CodeRow>{};
    CodeRow row;
    LIANXIN_TRY(row.hash, query.idAt<Hash>(0));
    LIANXIN_TRY(row.user, query.idAt<UserId>(1));
    row.expires = query.intAt(2);
    row.tries = query.intAt(3);
    row.used = !query.isNull(4);
    row.reply = query.blobAt(5);
    return std::optional(std::move(row));
}

Result<bool> Enrolment::isKnownKey(const seal::PublicSignKey& key)
{
    LIANXIN_TRY(auto query, m.store.database().statement("SELECT 1 FROM replica_key WHERE sign_key = ?1"));
    query.bindId(1, key);
    return query.step();
}

// What stands against an unused code, in the order that tells a guesser least. A wrong try is counted.
Result<std::optional<wire::ErrorReply>> Enrolment::refuse(const EnrolRequest& request, const std::string& plain,
                                                          const CodeRow& row)
{
    if (row.tries >= kEnrolTries)
        return std::optional(wire::errorReplyOf(fail(Errc::lockedOut, "too many wrong tries: ask for a new code")));
    if (seal::enrolCodeHash(plain) != row.hash ||
        !seal::verifyEnrolment(request.code, request.claim(), request.proof)) {
        LIANXIN_TRY(auto count,
                    m.store.database().statement("UPDATE enrolment_code SET tries = tries + 1 WHERE id = ?1"));
        count.bindText(1, enrolCodeId(plain));
        LIANXIN_CHECK(count.run());
        return std::optional(wire::errorReplyOf(fail(Errc::wrongSecret, "this code is not valid")));
    }
    if (row.expires < m.clock.now())
        return std::optional(wire::errorReplyOf(fail(Errc::wrongSecret, "this code has expired: ask for a new one")));
    LIANXIN_TRY(const auto known, isKnownKey(request.replicaKey));
    if (known)
        return std::optional(wire::errorReplyOf(fail(Errc::notAllowed, "this replica key is enrolled already")));
    return std::optional<wire::ErrorReply>{};
}

Result<Answer<EnrolReply>> Enrolment::enrol(const EnrolRequest& request, EpochId epoch)
{
    using Said = Answer<EnrolReply>;
    if (request.expected != m.identity.realm())
        return Said::refuse(
            fail(Errc::notAllowed, "this is a " + std::string(seal::realmName(m.identity.realm())) + " server"));
    const auto plain = plainEnrolCode(request.code);
    if (plain.empty())
        return Said::refuse(fail(Errc::wrongSecret, "this code is not valid"));
    LIANXIN_TRY(const auto row, find(enrolCodeId(plain)));
    if (!row)
        return Said::refuse(fail(Errc::wrongSecret, "this code is not valid"));
    if (row->used) {
        // The answer may have been lost: the same key with the same code gets it again, nobody else gets anything.
        const auto before = wire::decodeEnrolReply(row->reply);
        LIANXIN_TRY(const auto known, isKnownKey(request.replicaKey));
        if (before && known &&
            before->words == seal::checkWords(request.replicaKey, m.identity.receiptKey.publicKey()) &&
            seal::enrolCodeHash(plain) == row->hash &&
            seal::verifyEnrolment(request.code, request.claim(), request.proof))
            return Said(*before);
        return Said::refuse(fail(Errc::wrongSecret, "this code was used already"));
    }
    LIANXIN_TRY(const auto refused, refuse(request, plain, *row));
    if (refused)
        return Said::refuse(*refused);
    LIANXIN_TRY(auto reply, makeReplica(request, row->user, epoch));
    LIANXIN_CHECK(requestCertificates(request, reply));
    LIANXIN_TRY(auto used, m.store.database().statement(
                               "UPDATE enrolment_code SET used_at = ?2, replica = ?3, reply = ?4 WHERE id = ?1"));
    const auto bytes = wire::encodeEnrolReply(reply);
    used.bindText(1, enrolCodeId(plain)).bindInt(2, m.clock.now()).bindId(3, reply.replica).bindBlob(4, bytes);
    LIANXIN_CHECK(used.run());
    return Said(std::move(reply));
}

Result<EnrolReply> Enrolment::makeReplica(const EnrolRequest& request, UserId user, EpochId epoch)
{
    EnrolReply reply;
    std::optional<core::ReplicaRow> taken;
    do {
        reply.replica = makeReplicaId(m.random);
        LIANXIN_TRY(taken, m.store.replica(reply.replica));
    } while (taken);
    core::ReplicaRow row;
    row.replica = reply.replica;
    row.user = user;
    LIANXIN_CHECK(m.store.putReplica(row));
    LIANXIN_CHECK(m.ledger.enrol(reply.replica, request.replicaKey, m.clock.now()));
    reply.user = user;
    LIANXIN_TRY(const auto person, m.directory.person(user));
    reply.displayName = person.name;
    reply.role = person.role;
    reply.epoch = epoch;
    reply.issuer = m.identity.issuer;
    reply.server = m.identity.server;
    LIANXIN_TRY(reply.granted, m.members.holdings(user));
    LIANXIN_TRY(reply.scopeGeneration, m.members.generationOf(user));
    reply.words = seal::checkWords(request.replicaKey, m.identity.receiptKey.publicKey());
    reply.catalogue = m.catalogueVersion;
    reply.serverTime = m.clock.now();
    return reply;
}

// Both wait for the administrator, who compares the words and signs with the issuer's key, which is not here (D14).
Result<void> Enrolment::requestCertificates(const EnrolRequest& request, const EnrolReply& reply)
{
    CertificateRequest replica;
    replica.user = reply.user;
    replica.replica = reply.replica;
    replica.signKey = request.replicaKey;
    replica.role = reply.role;
    LIANXIN_CHECK(m.directory.requestCertificate(replica));
    if (!request.personSign || !request.personBox)
        return {};
    CertificateRequest person;
    person.user = reply.user;
    person.signKey = *request.personSign;
    person.boxKey = request.personBox;
    person.role = reply.role;
    return m.directory.requestCertificate(person);
}

} // namespace lianxin::server
