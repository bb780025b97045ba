// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/change_check.hpp"

#include "sync/model/validate.hpp"
#include "sync/seal/envelope.hpp"
#include "sync/server/archived_changeset.hpp"

#include <algorithm>

namespace lianxin::server {

using core::Changeset;
using core::QuarantineReason;
using core::RecordChange;

namespace {
// Fields whose meaning the server has to know, by their permanent names in the catalogue.
constexpr std::string_view kCounsellorField = "counsellor";
constexpr std::string_view kSupervisorField = "clinical_supervisor";
constexpr std::string_view kDemoField = "is_demo";

const core::Write* writeOf(const RecordChange& change, std::uint32_t number)
{
    for (const auto& write : change.writes)
        if (write.key.number == number && write.key.element.empty())
            return &write;
    return nullptr;
}

std::optional<UserId> userIn(const RecordType& type, const RecordChange& change, std::string_view fieldName)
{
    const auto* field = type.field(fieldName);
    const auto* write = field && field->group == 0 && !field->sealed ? writeOf(change, field->number) : nullptr;
    const auto text = write ? write->value.asText() : std::nullopt;
    if (!text)
        return std::nullopt;
    const auto id = UserId::parse(*text);
    return id ? std::optional(*id) : std::nullopt;
}
} // namespace

bool mayMove(const PartitionId& from, const PartitionId& to)
{
    if (from.isCase() || from == PartitionId::directory() || isBoard(from))
        return to == from;
    return to.text().front() == from.text().front() && scopeFits(RecordScope::area, to);
}

bool mayMove(const PartitionId& from, const Value& value)
{
    const auto text = value.asText();
    const auto to = text ? PartitionId::parse(*text) : Result<PartitionId>(fail(Errc::invalidInput, "no place"));
    return to && mayMove(from, *to);
}

QuarantineReason ChangeCheck::judge(const Changeset& changeset, const RecordChange& change, const PartitionId& filed)
{
    if (changeset.dot.replica == m_self)
        return QuarantineReason::none; // the directory and household numbers have no other writer
    auto reason = decide(changeset, change, filed);
    if (reason)
        return *reason;
    m_error = reason.error();
    return QuarantineReason::none;
}

bool ChangeCheck::mayHaveSeen(UserId user, const PartitionId& partition)
{
    if (partition.isCase() || partition == PartitionId::directory())
        return false;
    const auto held = m_members.everHeld(user, partition);
    if (!held)
        m_error = held.error();
    return held && *held;
}

bool ChangeCheck::isSetElement(std::uint32_t typeNumber, const RegisterKey& key) const
{
    const auto* type = m_catalogue.type(typeNumber);
    const auto* field = type ? type->field(key.number) : nullptr;
    return field ? field->isSet() : !key.element.empty();
}

Result<QuarantineReason> ChangeCheck::decide(const Changeset& changeset, const RecordChange& change,
                                             const PartitionId& filed)
{
    if (m_bodySize > core::kMaxChangesetBytes || change.writes.size() > core::kMaxWritesPerChangeset)
        return QuarantineReason::tooLarge;
    const auto* type = m_catalogue.type(change.type);
    if (!type)
        return QuarantineReason::unknownType;
    if (const auto reason = checkElements(*type, change, filed); reason != QuarantineReason::none)
        return reason;
    LIANXIN_TRY(const auto place, checkPlace(changeset, *type, change, filed));
    if (place != QuarantineReason::none)
        return place;
    LIANXIN_TRY(const auto role, checkRole(changeset, *type, change, filed));
    if (role != QuarantineReason::none)
        return role;
    return checkEnvelope(changeset, *type, change, filed);
}

QuarantineReason ChangeCheck::checkElements(const RecordType& type, const RecordChange& change,
                                            const PartitionId& filed) const
{
    const auto* demo = type.field(kDemoField);
    for (const auto& write : change.writes) {
        if (!type.knowsRegister(write.key.number))
            return QuarantineReason::unknownElement;
        const auto* field = type.field(write.key.number);
        if (registerProblem(m_catalogue, type, write.key, write.value)) {
            const bool aboutElement = (field && field->isSet()) == write.key.element.empty() ||
                                      (field && field->isSet() && write.value.asBool());
            return aboutElement ? QuarantineReason::unknownElement : QuarantineReason::malformed;
        }
        if (write.value.canonical().size() > Value::kMaxBytes)
            return QuarantineReason::tooLarge;
        if (demo && write.key.number == demo->number && write.value.isTrue() && m_realm == seal::Realm::production)
            return QuarantineReason::notAllowed; // D20
        if (write.key.number == kLocationRegister && (!type.isRoot || !mayMove(filed, write.value)))
            return QuarantineReason::notAllowed;
        if (field && field->readOnly && field->format == TextFormat::householdNumber)
            return QuarantineReason::notAllowed; // given by the server only (D4)
    }
    return QuarantineReason::none;
}

Result<const RecordType*> ChangeCheck::rootTypeOf(const Changeset& changeset, const RecordChange& change)
{
    for (const auto& other : changeset.changes)
        if (other.record == change.root)
            return m_catalogue.type(other.type);
    LIANXIN_TRY(const auto root, m_store.record(change.root));
    return root ? m_catalogue.type(root->type) : nullptr;
}

Result<QuarantineReason> ChangeCheck::checkPlace(const Changeset& changeset, const RecordType& type,
                                                 const RecordChange& change, const PartitionId& filed)
{
    if (type.isRoot != (change.root == change.record) || (isBoard(filed) && !isForBoards(type)))
        return QuarantineReason::foreignRoot;
    auto scope = std::optional(type.scope);
    if (!type.isRoot) {
        LIANXIN_TRY(const auto* rootType, rootTypeOf(changeset, change));
        if (!rootType) // its root is still to come, or held back: it must not wait for it
            return filed == PartitionId::directory() ? QuarantineReason::notAllowed : QuarantineReason::none;
        scope = m_catalogue.scopeUnder(type, rootType->name);
    }
    if (!scope)
        return QuarantineReason::foreignRoot;
    if (*scope == RecordScope::counselCase && type.isRoot && filed != PartitionId::forCase(change.record))
        return QuarantineReason::foreignRoot;
    return scopeFits(*scope, filed) ? QuarantineReason::none : QuarantineReason::foreignRoot;
}

// The author of a record is who wrote its earliest accepted change, by the clock that people read.
Result<bool> ChangeCheck::wroteFirst(UserId user, RecordId record)
{
    LIANXIN_TRY(const auto dots, m_store.touches(record));
    LIANXIN_TRY(const auto self,
                m_store.replica(m_self)); // the server was another replica before a restore, never another user
    std::optional<std::pair<core::Hlc, UserId>> first;
    for (const auto& dot : dots) {
        LIANXIN_TRY(const auto changeset, archivedChangeset(m_store, dot));
        if (changeset && self && changeset->user == self->user)
            continue;
        if (changeset && (!first || changeset->hlc < first->first))
            first = std::pair(changeset->hlc, changeset->user);
    }
    return !first || first->second == user;
}

Result<std::vector<CaseParty>> ChangeCheck::parties(const Changeset& changeset, const PartitionId& partition)
{
    LIANXIN_TRY(auto known, m_members.partiesOf(partition));
    return known.empty() ? partiesNamed(changeset, partition) : known;
}

std::vector<CaseParty> ChangeCheck::partiesNamed(const Changeset& changeset, const PartitionId& partition) const
{
    for (const auto& change : changeset.changes) {
        const auto* type = m_catalogue.type(change.type);
        if (!type || !type->isRoot || type->scope != RecordScope::counselCase ||
            PartitionId::forCase(change.record) != partition)
            continue;
        std::vector<CaseParty> named{{changeset.user, CaseDuty::counsellor}};
        const auto counsellor = userIn(*type, change, kCounsellorField);
        if (counsellor && *counsellor != changeset.user)
            named.push_back({*counsellor, CaseDuty::counsellor});
        const auto supervisor = userIn(*type, change, kSupervisorField);
        if (supervisor && *supervisor != changeset.user && supervisor != counsellor)
            named.push_back({*supervisor, CaseDuty::supervisor});
        named.push_back({m_escrow, CaseDuty::escrow});
        return named;
    }
    return {};
}

// After a restore a donor's word can file a family where its author moved it to, before that author has pushed what they wrote where it was. No
// feed of this server says that it left. But either the author's own later word stands as its place, or an earlier one of theirs, which was
// applied, put it where they saw it.
Result<bool> ChangeCheck::movedItThemselves(const Changeset& changeset, const RecordChange& change)
{
    const RegisterKey kLocation{kLocationRegister, {}};
    LIANXIN_TRY(const auto record, m_store.record(change.root));
    const auto* place = record ? record->find(kLocation) : nullptr;
    if (place == nullptr || std::ranges::none_of(place->heads, [&](const core::Head& head) {
            return head.dot.replica == changeset.dot.replica;
        }))
        return false;
    if (std::ranges::any_of(place->heads, [&](const core::Head& head) {
            return head.dot.replica == changeset.dot.replica && head.dot.number > changeset.dot.number;
        }))
        return true;
    LIANXIN_TRY(const auto author, m_store.replica(changeset.dot.replica));
    LIANXIN_TRY(const auto dots, m_store.touches(change.root));
    for (const auto& dot : dots) {
        if (!author || dot.replica != changeset.dot.replica || !author->base.contains(dot.number))
            continue; // held back: nobody's word yet
        LIANXIN_TRY(const auto earlier, archivedChangeset(m_store, dot));
        if (!earlier)
            continue;
        for (const auto& other : earlier->changes)
            for (const auto& write : other.writes)
                if (other.record == change.root && write.key == kLocation &&
                    write.value.asText() == change.partition.text())
                    return true;
    }
    return false;
}

Result<QuarantineReason> ChangeCheck::checkRole(const Changeset& changeset, const RecordType& type,
                                                const RecordChange& change, const PartitionId& filed)
{
    LIANXIN_TRY(const auto current, m_members.generationOf(changeset.user));
    if (changeset.scopeGeneration == 0 || changeset.scopeGeneration > current)
        return QuarantineReason::notAllowed;
    LIANXIN_TRY(const auto grants, m_members.grantsOf(changeset.user));
    bool isParty = false;
    if (filed.isCase()) {
        LIANXIN_TRY(const auto allowed, parties(changeset, filed));
        isParty = std::any_of(allowed.begin(), allowed.end(),
                              [&](const CaseParty& party) { return party.user == changeset.user; });
        if (!isParty)
            return QuarantineReason::notAllowed;
    }
    // R24: it may have moved while its author was away. Where they saw it is where their right is looked for.
    bool movedAway = false;
    if (change.partition != filed) {
        LIANXIN_TRY(movedAway, m_store.hasLeft(change.partition, change.root));
        if (!movedAway) {
            LIANXIN_TRY(movedAway, movedItThemselves(changeset, change));
        }
    }
    const auto covers = [&](const Grant& grant) {
        return grantCovers(grant.partition, filed) || (movedAway && grantCovers(grant.partition, change.partition));
    };
    bool mayAsAuthor = false;
    for (const auto& grant : grants) {
        if (!grant.holdsAt(changeset.scopeGeneration) || (!isParty && !covers(grant)))
            continue;
        if (mayWrite(grant.role, type, Relation::holder))
            return QuarantineReason::none;
        mayAsAuthor = mayAsAuthor || mayWrite(grant.role, type, Relation::author);
    }
    if (!mayAsAuthor)
        return QuarantineReason::notAllowed;
    LIANXIN_TRY(const auto isAuthor, wroteFirst(changeset.user, change.record));
    return isAuthor ? QuarantineReason::none : QuarantineReason::notAllowed;
}

Result<QuarantineReason> ChangeCheck::checkEnvelope(const Changeset& changeset, const RecordType& type,
                                                    const RecordChange& change, const PartitionId& filed)
{
    const auto* write = type.envelope ? writeOf(change, type.envelope->number) : nullptr;
    if (!write || write->value.isNull())
        return QuarantineReason::none;
    const auto text = write->value.asText();
    const auto bytes = text ? fromBase64Url(*text) : Result<std::string>(fail(Errc::invalidInput, "no text"));
    if (!bytes)
        return QuarantineReason::malformed;
    std::optional<Error> failed;
    const auto info = seal::verifyEnvelope(*bytes, [&](UserId user, const seal::PublicSignKey& key) {
        const auto certified = m_members.isCertifiedSigner(user, key);
        if (!certified)
            failed = certified.error();
        return certified && *certified;
    });
    if (failed)
        return *failed;
    if (!info)
        return info.error().code == Errc::notAllowed ? QuarantineReason::notAllowed : QuarantineReason::malformed;
    const auto& header = info->header;
    if (header.record != change.record || header.type != type.number || header.field != type.envelope->number)
        return QuarantineReason::malformed;
    if (info->rewrappedBy.value_or(header.author) != changeset.user)
        return QuarantineReason::foreignAuthor;
    const std::set<UserId> recipients(info->recipients.begin(), info->recipients.end());
    for (const auto& user : recipients) {
        LIANXIN_TRY(const auto certified, m_members.isCertified(user));
        if (!certified)
            return QuarantineReason::notAllowed;
    }
    LIANXIN_TRY(const auto* rootType, rootTypeOf(changeset, change));
    LIANXIN_TRY(const auto complete, hasReaders(changeset, type, rootType, filed, recipients));
    return complete ? QuarantineReason::none : QuarantineReason::notAllowed;
}

Result<bool> ChangeCheck::isCounselStaff(UserId user)
{
    LIANXIN_TRY(const auto grants, m_members.grantsOf(user));
    return std::any_of(grants.begin(), grants.end(), [](const Grant& grant) {
        return !grant.until && (grant.role == Role::CO || grant.role == Role::CS || grant.role == Role::PS);
    });
}

Result<bool> ChangeCheck::hasReaders(const Changeset& changeset, const RecordType& type, const RecordType* rootType,
                                     const PartitionId& filed, const std::set<UserId>& recipients)
{
    static const std::vector<std::string> kLeast{"author", "escrow"};
    const auto rule = rootType ? type.envelope->recipients.find(rootType->name) : type.envelope->recipients.end();
    const auto& words = rule == type.envelope->recipients.end() ? kLeast : rule->second;
    LIANXIN_TRY(const auto known, parties(changeset, filed));
    const auto readBy = [&](CaseDuty duty) {
        return std::all_of(known.begin(), known.end(), [&](const CaseParty& party) {
            return party.duty != duty || recipients.contains(party.user);
        });
    };
    for (const auto& word : words) {
        bool present = true;
        if (word == "author")
            present = recipients.contains(changeset.user);
        else if (word == "escrow")
            present = recipients.contains(m_escrow);
        else if (word == "counsellor")
            present = readBy(CaseDuty::counsellor);
        else if (word == "supervisor")
            present = readBy(CaseDuty::supervisor);
        else if (word == "counsellorElseSupervisor") {
            present = false;
            for (const auto& user : recipients) {
                LIANXIN_TRY(const auto staff, isCounselStaff(user));
                present = present || (staff && user != m_escrow);
            }
        }
        if (!present)
            return false;
    }
    return true;
}

} // namespace lianxin::server
