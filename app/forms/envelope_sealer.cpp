// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/envelope_sealer.hpp"

#include "app/forms/record_fields.hpp"
#include "app/forms/supervisors.hpp"

#include <algorithm>

namespace lianxin::forms {
namespace {

constexpr std::int64_t kPersonCertificate = 1;
constexpr std::int64_t kCounsellorPost = 6;  // code list contact_post
constexpr std::int64_t kEndedAssignment = 3; // code list contact_state

seal::EnvelopeHeader headerOf(const SealTarget& target, UserId author)
{
    return {target.record, target.type, target.field, author};
}

} // namespace

Result<std::vector<EnvelopeSealer::Certified>> EnvelopeSealer::certified() const
{
    std::vector<Certified> found;
    const RecordType* type = m.catalogue.type("certificate");
    if (type == nullptr)
        return found;
    LIANXIN_TRY(const auto views, m.store.ofType(type->number));
    for (const auto& view : views) {
        const RecordFields fields(*type, view);
        const auto user = fields.ref("user");
        if (fields.number("kind").value_or(0) != kPersonCertificate || !user)
            continue;
        const auto sign = seal::PublicSignKey::parse(fields.text("ed25519"));
        const auto box = seal::PublicBoxKey::parse(fields.text("x25519"));
        const auto signature = core::Signature::parse(fields.text("signature"));
        if (!sign || !box || !signature)
            continue;
        seal::Certificate certificate;
        certificate.realm = m.realm;
        certificate.subject = user->text();
        certificate.user = userOf(*user);
        certificate.signKey = *sign;
        certificate.boxKey = *box;
        certificate.validFrom = fields.number("valid_from").value_or(0);
        certificate.signature = *signature;
        if (seal::verifyCertificate(m.issuer, certificate))
            found.push_back({certificate.user, *sign, *box, fields.number("revoked_at").has_value()});
    }
    return found;
}

Result<std::vector<UserId>> EnvelopeSealer::counsellorOf(RecordId household) const
{
    LIANXIN_TRY(const auto root, m.store.view(household));
    std::vector<UserId> users;
    if (const RecordType* type = m.catalogue.type("contact_assignment")) {
        LIANXIN_TRY(const auto children, m.store.children(household));
        for (const auto& view : children) {
            if (view.type != type->number || view.life != store::Life::active)
                continue;
            const RecordFields fields(*type, view);
            const auto user = fields.ref("user");
            if (user && fields.number("post") == kCounsellorPost &&
                fields.number("state").value_or(1) != kEndedAssignment)
                users.push_back(userOf(*user));
        }
    }
    return users.empty() ? supervisorsOf(m.catalogue, m.store, root.partition) : users;
}

Result<std::vector<UserId>> EnvelopeSealer::named(const std::string& word, const SealTarget& target) const
{
    if (word == "author")
        return std::vector{m.user};
    if (word == "escrow")
        return std::vector{m.escrow};
    if (word == "counsellorElseSupervisor") {
        LIANXIN_TRY(auto users, counsellorOf(target.root));
        if (users.empty())
            return fail(Errc::notFound, "no counsellor and no county supervisor in the directory");
        return users;
    }
    const RecordType* type = m.catalogue.type("counsel_case");
    if (type == nullptr)
        return fail(Errc::internal, "no counsel_case in the catalogue");
    std::vector<UserId> users;
    if (const auto own = target.named.find(word); own != target.named.end())
        users.push_back(own->second);
    const auto root = m.store.view(target.root);
    if (root) {
        if (const auto user = RecordFields(*type, *root).ref(fieldOfRecipient(word)))
            users.push_back(userOf(*user));
    } else if (word == "counsellor") { // the case itself, not saved yet: its counsellor is the author
        users.push_back(m.user);
    }
    return users;
}

Result<std::vector<UserId>> EnvelopeSealer::readers(const SealTarget& target) const
{
    std::vector<UserId> users{m.user}; // the author always: what one wrote one can open
    for (const auto& word : target.recipients) {
        LIANXIN_TRY(const auto more, named(word, target));
        for (const auto& user : more)
            if (std::find(users.begin(), users.end(), user) == users.end())
                users.push_back(user);
    }
    return users;
}

Result<std::string> EnvelopeSealer::seal(std::string_view text, const SealTarget& target)
{
    LIANXIN_TRY(const auto sign, m.keys.signKey());
    LIANXIN_TRY(const auto mine, m.keys.publicBox());
    std::vector<seal::Recipient> recipients{{m.user, mine}};
    if (target.field != 0) {
        LIANXIN_TRY(const auto users, readers(target));
        LIANXIN_TRY(const auto known, certified());
        for (const auto& user : users) {
            if (user == m.user)
                continue;
            const auto before = recipients.size();
            for (const auto& one : known)
                if (one.user == user && !one.revoked)
                    recipients.push_back({user, one.box});
            if (recipients.size() == before)
                return fail(Errc::notFound, "a reader has no certified key on this tablet");
        }
    }
    LIANXIN_TRY(const auto bytes, seal::sealEnvelope(text, headerOf(target, m.user), recipients, sign, m.random));
    return toBase64Url({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

Result<std::string> EnvelopeSealer::open(std::string_view envelope, const SealTarget& target)
{
    LIANXIN_TRY(const auto mine, m.keys.boxKey());
    LIANXIN_TRY(const auto bytes, fromBase64Url(envelope));
    LIANXIN_TRY(const auto info, seal::inspectEnvelope(bytes));
    // A draft is one's own; its author needs no certificate, which the organisation may not have issued yet.
    LIANXIN_TRY(const auto own, m.keys.signKey());
    std::vector<Certified> known;
    if (info.header.author != m.user || info.rewrappedBy) {
        LIANXIN_TRY(known, certified());
    }
    const auto isSigner = [&](UserId user, const seal::PublicSignKey& key) {
        return (user == m.user && key == own.publicKey()) ||
               std::any_of(known.begin(), known.end(),
                           [&](const Certified& one) { return one.user == user && one.sign == key; });
    };
    return seal::openEnvelope(bytes, headerOf(target, info.header.author), m.user, mine, isSigner);
}

} // namespace lianxin::forms
