// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/donor_judge.hpp"

#include "sync/model/validate.hpp"
#include "sync/server/archived_changeset.hpp"
#include "sync/server/change_check.hpp"
#include "sync/server/household_numbers.hpp"
#include "sync/server/lost_history.hpp"

#include <algorithm>

namespace lianxin::server {

using core::RecordState;
using core::RegisterState;

namespace {
const RegisterKey kLocation{kLocationRegister, {}};
}

Result<DonorJudge::Word> DonorJudge::judge(RecordState& row, UserId donor, std::int64_t& passed)
{
    const auto* type = m.catalogue.type(row.type);
    LIANXIN_TRY(const bool mayHave, mayHaveHeld(row.partition, donor));
    if (!mayHave)
        return Word::passedOver;
    LIANXIN_TRY(const auto root, m.store.filing(row.root));
    LIANXIN_TRY(const auto stored, m.store.filing(row.record));
    const auto place = root ? std::optional(root->partition) : stored ? std::optional(stored->partition) : std::nullopt;
    const auto fitting = type != nullptr ? fits(row, *type, place) : Result<bool>(false);
    LIANXIN_CHECK(fitting);
    if (!*fitting)
        return Word::passedOver;
    std::vector<RegisterState> good;
    for (auto& reg : row.registers) {
        LIANXIN_TRY(const bool may, isBelievable(reg, row, *type));
        if (may)
            good.push_back(std::move(reg));
    }
    passed += static_cast<std::int64_t>(row.registers.size() - good.size());
    row.registers = std::move(good);
    if (row.registers.empty())
        return Word::passedOver;
    LIANXIN_TRY(const bool known, place ? isKnown(row, *place, donor) : Result<bool>(true));
    LIANXIN_TRY(const auto next, m.core.placeAfter(row));
    LIANXIN_TRY(const bool isOpened, place&& next ? opens(*place, *next, donor) : Result<bool>(false));
    LIANXIN_TRY(const bool isProof, provesTooMuch(row, donor));
    LIANXIN_TRY(const bool isParty, row.partition.isCase() ? mayRead(row.partition, donor) : Result<bool>(true));
    return !known || isOpened || isProof || !isParty ? Word::waits : Word::believed;
}

// Now or once: rows that wait on a tablet to be sent count (R14). Who was a party of a case is told by changesets that may be in quarantine again, or
// lost; such a word waits.
Result<bool> DonorJudge::mayHaveHeld(const PartitionId& partition, UserId user)
{
    if (partition == PartitionId::directory()) // the province's own word comes from nobody else
        return false;
    if (partition.isCase())
        return counsels(user);
    return m.members.everHeld(user, partition);
}

Result<bool> DonorJudge::counsels(UserId user)
{
    LIANXIN_TRY(const auto grants, m.members.grantsOf(user));
    return std::ranges::any_of(grants,
                               [](const Grant& grant) { return grant.role == Role::CO || grant.role == Role::CS; });
}

Result<bool> DonorJudge::mayRead(const PartitionId& partition, UserId user)
{
    if (partition.isCase()) {
        LIANXIN_TRY(const auto parties, m.members.partiesOf(partition));
        return std::ranges::find(parties, user, &CaseParty::user) != parties.end();
    }
    LIANXIN_TRY(const auto now, m.members.generationOf(user));
    LIANXIN_TRY(const auto grants, m.members.grantsOf(user));
    return std::ranges::any_of(
        grants, [&](const Grant& grant) { return grant.holdsAt(now) && grantCovers(grant.partition, partition); });
}

// A move out of what the person may not read into what they may: the one thing that a forged location would be good for.
Result<bool> DonorJudge::opens(const PartitionId& from, const PartitionId& to, UserId user)
{
    if (from == to)
        return false;
    LIANXIN_TRY(const bool readsTo, mayRead(to, user));
    LIANXIN_TRY(const bool readsFrom, mayRead(from, user));
    return readsTo && !readsFrom;
}

// D3: root and type of a record never change. A root may be elsewhere than where the donor had it, but never in a place of another kind.
Result<bool> DonorJudge::fits(const RecordState& row, const RecordType& type, const std::optional<PartitionId>& place)
{
    LIANXIN_TRY(const auto stored, m.store.filing(row.record));
    if (stored && (stored->root != row.root || stored->type != row.type))
        return false;
    if (type.isRoot != (row.root == row.record) || (type.isRoot && !scopeFits(type.scope, row.partition)))
        return false;
    if (row.partition.isCase() && row.partition != PartitionId::forCase(row.root))
        return false;
    return !place || mayMove(row.partition, *place);
}

// Whether the donor's place is one where the root is, or was, or that it could have come to from where the donor's person may write. Of all other
// roots it may have had a copy in the lost epoch, and may not.
Result<bool> DonorJudge::isKnown(const RecordState& row, const PartitionId& place, UserId donor)
{
    if (row.partition == place)
        return true;
    LIANXIN_TRY(const bool left, m.store.hasLeft(row.partition, row.root));
    return left ? Result<bool>(true) : mayRead(place, donor);
}

// R44: a head proves that its changeset was released, all of it. Not by the word of who may not read all of it: a change of theirs that anybody may
// make would vouch for one beside it that nobody let them make.
Result<bool> DonorJudge::provesTooMuch(const RecordState& row, UserId donor)
{
    for (const auto& reg : row.registers)
        for (const auto& head : reg.heads) {
            LIANXIN_TRY(const auto author, m.store.replica(head.dot.replica));
            if (!author || author->base.contains(head.dot.number))
                continue;
            LIANXIN_TRY(const auto changeset, archivedChangeset(m.store, head.dot));
            if (!changeset)
                continue;
            for (const auto& change : changeset->changes) {
                LIANXIN_TRY(const bool mayKnow, mayKnowOf(change, donor));
                if (!mayKnow)
                    return true;
            }
        }
    return false;
}

Result<bool> DonorJudge::mayKnowOf(const core::RecordChange& change, UserId donor)
{
    LIANXIN_TRY(const auto root, m.store.filing(change.root));
    const auto place = root ? root->partition : change.partition;
    if (m.catalogue.type(change.type) == nullptr || place == PartitionId::directory())
        return false;
    LIANXIN_TRY(const bool reads, mayRead(place, donor));
    if (!reads)
        return false;
    for (const auto& write : change.writes) {
        const auto text = write.key == kLocation ? write.value.asText() : std::nullopt;
        const auto to = text ? PartitionId::parse(*text) : Result<PartitionId>(fail(Errc::notFound, ""));
        LIANXIN_TRY(const bool isOpened, to ? opens(place, *to, donor) : Result<bool>(false));
        if (isOpened)
            return false;
    }
    return true;
}

// N6: what can be checked of a head that another person wrote is checked.
Result<bool> DonorJudge::isBelievable(const RegisterState& reg, const RecordState& row, const RecordType& type)
{
    if (!type.knowsRegister(reg.key.number))
        return false;
    const auto* field = type.field(reg.key.number);
    LIANXIN_TRY(const auto self, m.store.replica(m.author.self().replica));
    LIANXIN_TRY(const auto stored, m.store.record(row.record));
    const auto* there = stored ? stored->find(reg.key) : nullptr;
    for (const auto& head : reg.heads) {
        if (there != nullptr && std::ranges::find(there->heads, head) != there->heads.end())
            continue; // as it stands here
        if (registerProblem(m.catalogue, type, reg.key, head.value))
            return false;
        if (reg.key.number == kLocationRegister && !mayMove(row.partition, head.value))
            return false;
        // Only the server writes these, under an earlier name of its own.
        if (field != nullptr && field == numberField(type) && head.user != m.author.self().user)
            return false;
        LIANXIN_TRY(const auto author, m.store.replica(head.dot.replica));
        if (!author)
            continue;
        if (author->user != head.user || (head.dot.replica == self->replica && head.dot.number > self->held))
            return false;
        LIANXIN_TRY(const auto same, isInArchive(head, row.record, reg.key));
        LIANXIN_TRY(const bool lost, isLost(m.store.database(), head.dot)); // nothing here could say otherwise
        if (head.dot.number <= author->held && !same && !lost)
            return false;
    }
    return true;
}

Result<bool> DonorJudge::isInArchive(const core::Head& head, RecordId record, const RegisterKey& key)
{
    LIANXIN_TRY(const auto changeset, archivedChangeset(m.store, head.dot));
    if (!changeset)
        return false;
    for (const auto& change : changeset->changes)
        for (const auto& write : change.writes)
            if (change.record == record && write.key == key)
                return write.value == head.value;
    return false;
}

} // namespace lianxin::server
