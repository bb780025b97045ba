// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/donation_service.hpp"

#include "sync/seal/chain.hpp"
#include "sync/server/admission.hpp"

#include <algorithm>

namespace lianxin::server {

using core::DonationReply;
using core::DonationRequest;
using core::RecordState;
using core::RegisterState;

namespace {
// Whose words stand in a case was one of its parties. Who opened it is forgotten when somebody else has written its place since.
std::vector<UserId> authorsIn(const std::vector<RecordState>& rows)
{
    std::vector<UserId> authors;
    for (const auto& row : rows)
        for (const auto& reg : row.registers)
            for (const auto& head : reg.heads)
                if (std::ranges::find(authors, head.user) == authors.end())
                    authors.push_back(head.user);
    return authors;
}
} // namespace

Result<Answer<DonationReply>> DonationService::donate(const Signed<DonationRequest>& job, EpochId epoch)
{
    LIANXIN_TRY(const auto admission, admit(m.store, m.ledger, job, epoch));
    if (admission.refusal)
        return Answer<DonationReply>::refuse(*admission.refusal);
    const auto& request = job.request;
    if (request.shown) {
        LIANXIN_TRY(const auto refusal, judgeReceipt(*request.shown, admission.row, epoch));
        if (refusal)
            return Answer<DonationReply>::refuse(*refusal);
    }
    const bool gives = !request.frames.empty() || !request.withdrawn.empty() || request.last;
    if (gives) {
        LIANXIN_TRY(const auto story, epochStory(m.store.database()));
        if (story.begun == 0)
            return Answer<DonationReply>::refuse(fail(Errc::notAllowed, "this server was never restored"));
        LIANXIN_TRY(auto donor, donorOf(admission.row, epoch));
        // Who has given everything has nothing more to say in this epoch: what comes late or twice changes nothing.
        if (!donor.done) {
            for (const auto& frame : request.frames) {
                if (!donor.shutOut)
                    LIANXIN_CHECK(openCase(frame.partition, request.frames, donor));
                LIANXIN_CHECK(take(frame, donor));
            }
            for (const auto& dot : request.withdrawn)
                if (!donor.shutOut)
                    LIANXIN_CHECK(m.core.donateWithdrawn(dot));
            donor.done = request.last;
            LIANXIN_CHECK(putDonor(donor, epoch));
        }
    }
    std::ignore = m.bodies.takeFirst();
    DonationReply reply;
    LIANXIN_TRY(const auto row, m.store.replica(job.replica));
    if (!row)
        return fail(Errc::internal, "a donor that was admitted is gone");
    reply.receipt.epoch = epoch;
    reply.receipt.replica = job.replica;
    reply.receipt.held = row->held;
    reply.receipt.head = row->head;
    reply.serverTime = m.clock.now();
    return Answer<DonationReply>(std::move(reply));
}

// A server that still has what it signed for stays as it is, whatever it is shown: `held` only grows, and a receipt leaves after its commit.
Result<std::optional<wire::ErrorReply>> DonationService::judgeReceipt(const core::Receipt& shown,
                                                                      const core::ReplicaRow& row, EpochId epoch)
{
    if (shown.replica != row.replica || shown.epoch != epoch || !seal::verifyReceipt(m.receiptKey, shown))
        return std::optional(wire::errorReplyOf(fail(Errc::notAllowed, "this is no receipt of this server")));
    if (shown.held <= row.held)
        return std::optional<wire::ErrorReply>{};
    LIANXIN_TRY(const auto fresh, m.drawEpoch(kByReceipt));
    auto refusal = wire::errorReplyOf(fail(Errc::epochChanged, "the server was put back to an earlier state"));
    refusal.epoch = fresh;
    return std::optional(std::move(refusal));
}

Result<DonationService::Donor> DonationService::donorOf(const core::ReplicaRow& row, EpochId epoch)
{
    Donor donor;
    donor.replica = row.replica;
    donor.user = row.user;
    donor.shutOut = row.revoked;
    LIANXIN_TRY(auto query, m.store.database().statement(
                                "SELECT rows, changed, passed, done FROM donor WHERE replica = ?1 AND epoch = ?2"));
    query.bindId(1, row.replica).bindId(2, epoch);
    LIANXIN_TRY(const bool there, query.step());
    if (there) {
        donor.rows = query.intAt(0);
        donor.changed = query.intAt(1);
        donor.passed = query.intAt(2);
        donor.done = query.intAt(3) != 0;
    }
    return donor;
}

Result<void> DonationService::putDonor(const Donor& donor, EpochId epoch)
{
    LIANXIN_TRY(auto put, m.store.database().statement(
                              "INSERT OR REPLACE INTO donor(replica, epoch, rows, changed, passed, done, at) "
                              "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    put.bindId(1, donor.replica).bindId(2, epoch).bindInt(3, donor.rows).bindInt(4, donor.changed);
    return put.bindInt(5, donor.passed).bindInt(6, donor.done).bindInt(7, m.clock.now()).run();
}

Result<void> DonationService::take(const core::Frame& frame, Donor& donor)
{
    for (auto row : frame.rows) {
        ++donor.rows;
        row.partition = frame.partition;
        for (auto& reg : row.registers) {
            reg.note.reset();
            reg.exceptions.merge(frame.vector); // the whole context, as the core takes it
        }
        LIANXIN_TRY(const auto word, m_judge.judge(row, donor.user, donor.passed));
        if (word == DonorJudge::Word::passedOver) {
            donor.passed += row.registers.empty() ? 0 : 1; // else each of them was counted
        } else if (word == DonorJudge::Word::waits || donor.shutOut) {
            LIANXIN_CHECK(m_waiting.put(row, donor.replica, m.clock.now()));
        } else {
            LIANXIN_CHECK(believe(row, donor));
        }
    }
    return {};
}

Result<void> DonationService::believe(const RecordState& row, Donor& donor)
{
    LIANXIN_TRY(const auto changed, m.core.donate(row, donor.replica));
    donor.changed += changed;
    LIANXIN_CHECK(letIn(row));
    return settleNumber(row.record, *m.catalogue.type(row.type));
}

// Whom a case names joins it, whether the word was pushed or given back.
Result<void> DonationService::letIn(const RecordState& row)
{
    if (!row.partition.isCase() || row.record != row.root)
        return {};
    LIANXIN_TRY(auto merged, m.store.record(row.record));
    if (!merged)
        return {};
    LIANXIN_TRY(const auto named, partiesIn(row.partition, {std::move(*merged)}));
    return addParties(row.partition, named);
}

// Whatever moved a root may make what waits of it believable, and that another root's rows in turn. What a tablet gave that is shut out waits for a
// person's word, and is not even read.
Result<void> DonationService::settle()
{
    for (bool more = true; more;) {
        more = false;
        LIANXIN_TRY(const auto donors, m_waiting.donors());
        for (const auto& replica : donors) {
            LIANXIN_TRY(const auto author, m.store.replica(replica));
            if (!author || author->revoked)
                continue;
            LIANXIN_TRY(const bool any, settleOf(*author));
            more = more || any;
        }
    }
    return {};
}

Result<bool> DonationService::settleOf(const core::ReplicaRow& author)
{
    bool any = false;
    LIANXIN_TRY(auto waiting, m_waiting.toJudge(author.replica, author.user));
    for (auto& [number, row, replica] : waiting) {
        Donor donor;
        donor.replica = replica;
        LIANXIN_TRY(const auto word, m_judge.judge(row, author.user, donor.passed));
        if (word == DonorJudge::Word::waits)
            continue;
        if (word == DonorJudge::Word::believed)
            LIANXIN_CHECK(believe(row, donor));
        LIANXIN_CHECK(m_waiting.drop(number));
        any = true;
    }
    if (any)
        std::ignore = m.bodies.takeFirst();
    return any;
}

Result<void> DonationService::decide(RecordId root, std::optional<ReplicaId> donor, bool takes)
{
    LIANXIN_TRY(auto waiting, m_waiting.of(root));
    if (donor)
        std::erase_if(waiting, [&](const WaitingRows::Row& row) { return row.donor != *donor; });
    if (std::ranges::any_of(waiting, [&](const auto& row) { return row.donor != waiting.front().donor; }))
        return fail(Errc::invalidInput, "several tablets gave it back: name one of them, FAMILY:TABLET");
    for (auto& [number, row, replica] : waiting) {
        LIANXIN_CHECK(m_waiting.drop(number));
        LIANXIN_TRY(const auto author, m.store.replica(replica));
        Donor donor;
        donor.replica = replica;
        LIANXIN_TRY(const auto word, takes&& author ? m_judge.judge(row, author->user, donor.passed)
                                                    : Result<DonorJudge::Word>(DonorJudge::Word::passedOver));
        if (word != DonorJudge::Word::passedOver)
            LIANXIN_CHECK(believe(row, donor));
    }
    std::ignore = m.bodies.takeFirst();
    return !waiting.empty() ? Result<void>() : fail(Errc::notFound, "nothing of such a root waits");
}

Result<std::vector<UserId>> DonationService::wouldLetIn(const WaitingRows::Family& family)
{
    std::vector<UserId> users;
    if (!family.partition.isCase())
        return users;
    LIANXIN_TRY(auto waiting, m_waiting.of(family.root));
    std::vector<RecordState> rows;
    for (auto& row : waiting)
        if (row.donor == family.donor)
            rows.push_back(std::move(row.state));
    LIANXIN_TRY(const auto named, partiesIn(family.partition, rows));
    LIANXIN_TRY(const auto known, m.members.partiesOf(family.partition));
    for (const auto& party : named)
        if (party.duty != CaseDuty::escrow && std::ranges::find(known, party.user, &CaseParty::user) == known.end())
            users.push_back(party.user);
    return users;
}

// A case that was opened after the backup: it belongs to whom its own record names, as when it is pushed.
Result<void> DonationService::openCase(const PartitionId& partition, const std::vector<core::Frame>& frames,
                                       const Donor& donor)
{
    if (!partition.isCase())
        return {};
    LIANXIN_TRY(const auto known, m.members.partiesOf(partition));
    LIANXIN_TRY(const bool donorCounsels, m_judge.counsels(donor.user));
    if (!known.empty() || !donorCounsels)
        return {};
    std::vector<RecordState> rows;
    for (const auto& frame : frames)
        if (frame.partition == partition)
            rows.insert(rows.end(), frame.rows.begin(), frame.rows.end());
    LIANXIN_TRY(const auto named, partiesIn(partition, rows));
    const bool isNamed = std::ranges::any_of(
        named, [&](const CaseParty& party) { return party.user == donor.user && party.duty != CaseDuty::escrow; });
    if (!isNamed)
        return {};
    return addParties(partition, named);
}

Result<std::vector<CaseParty>> DonationService::partiesIn(const PartitionId& partition,
                                                          const std::vector<RecordState>& rows)
{
    core::Changeset opened;
    core::RecordChange change;
    for (const auto& row : rows) {
        if (row.record != row.root || PartitionId::forCase(row.record) != partition)
            continue;
        change.record = change.root = row.record;
        change.type = row.type;
        for (const auto& reg : row.registers)
            if (const auto* head = core::provisional(reg.heads)) {
                change.writes.push_back({reg.key, head->value, 0});
                if (reg.key.number == kLocationRegister)
                    opened.user = head->user;
            }
    }
    opened.changes.push_back(std::move(change));
    auto named = opened.user.isNil() ? std::vector<CaseParty>{} : m.check.partiesNamed(opened, partition);
    for (const auto& author : authorsIn(rows)) {
        LIANXIN_TRY(const bool may, m_judge.counsels(author));
        if (may && !named.empty() && std::ranges::find(named, author, &CaseParty::user) == named.end())
            named.push_back({author, CaseDuty::counsellor});
    }
    return named;
}

Result<void> DonationService::addParties(const PartitionId& partition, const std::vector<CaseParty>& parties)
{
    for (const auto& party : parties)
        LIANXIN_CHECK(m.members.addParty(partition, party));
    return {};
}

// A family that got a number in the lost epoch, and another one before anybody gave that one back: the earlier one is on paper somewhere.
Result<void> DonationService::settleNumber(RecordId id, const RecordType& type)
{
    const auto* field = numberField(type);
    if (field == nullptr)
        return {};
    const RegisterKey key{field->number, {}};
    LIANXIN_TRY(const auto record, m.store.record(id));
    const auto* reg = record ? record->find(key) : nullptr;
    if (reg == nullptr || !core::differ(reg->heads))
        return {};
    const auto earliest = std::ranges::min_element(reg->heads, {}, &core::Head::hlc);
    return m.author.write({{record->record, record->root, record->type, record->partition, {{key, earliest->value}}}});
}

} // namespace lianxin::server
