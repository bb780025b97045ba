# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Planted bugs in what happens after the server was put back to a backup (sync-rules section 9), played with families that move and a server
# that is put back.

# The tablet.
lianxin_healing_mutant(no_donation store replica_healing.cpp
  [[    bool isNext = false; // the family]] [[    donation.request.last = true;
    if (donation.request.last)
        return donation;
    bool isNext = false; // the family]])
lianxin_healing_mutant(donation_is_empty_on_its_way client effect_runner_healing.cpp
  [[wire::encodeDonationRequest(donation->request);]] [[wire::encodeDonationRequest({.epoch = donation->request.epoch, .last = donation->request.last});]])
lianxin_healing_mutant(cursor_kept_over_a_restore store replica_healing.cpp
  [["UPDATE partition SET cursor = 0, consistent = 0, chain = ?1"]] [["UPDATE partition SET chain = ?1 WHERE id < 0"]])
lianxin_healing_mutant(silence_of_a_new_server_takes_away store replica_healing.cpp
  [[    LIANXIN_CHECK(awaitOwnPartitions(parts.partitions, database));]] [[]])
lianxin_healing_mutant(received_kept_over_a_restore store own_log_state.cpp
  [[    LIANXIN_CHECK(m_meta.setNumber(meta::kAcknowledged, 0));]] [[]])
lianxin_healing_mutant(rows_wiped_by_a_restore store replica_healing.cpp
  [["UPDATE record SET flags = flags | ?1"]] [["DELETE FROM record WHERE flags <> ?1"]])
lianxin_healing_mutant(donor_in_mid_pull_gives_its_vector store replica_healing.cpp
  [[        if (own) {]] [[        if (own && frame.partition.text().empty()) {]])
lianxin_healing_mutant(donated_row_cut_off store replica_healing.cpp
  [[end == record.state.registers.size() ? 0 : end}]] [[0}]])
lianxin_healing_mutant(second_restore_goes_on_where_it_was store replica_healing.cpp
  [[    LIANXIN_CHECK(parts.metaTable.setBytes(meta::kDonation, Progress::kStart));]] [[    if (const auto half = isDonating(); !half || !*half)
        LIANXIN_CHECK(parts.metaTable.setBytes(meta::kDonation, Progress::kStart));]])
lianxin_healing_mutant(withdrawn_not_donated store replica_healing.cpp
  [[        LIANXIN_TRY(donation.request.withdrawn, parts.log.withdrawn());]] [[]])
lianxin_healing_mutant(pull_before_donation core engine.cpp
  [[    if (state.donating) {]] [[    if (state.donating && !state.pullWanted) {]])
lianxin_healing_mutant(segments_over_rows_of_another_epoch client effect_runner.cpp
  [[if (m_framesOnly || *refilling)]] [[if (m_framesOnly)]])

lianxin_healing_mutant(form_forgets_pasts_of_own_changes core replica_view.cpp
  [[        shown.past.merge(*write.past);]] [[]])

# The server.
lianxin_healing_mutant(donation_unions core server_core_donation.cpp
  [[auto heads = mergeHeads(reg.heads, ours, given.heads, theirs);]] [[auto heads = mergeHeads(reg.heads, {}, given.heads, {});]])
lianxin_healing_mutant(donation_replaces core server_core_donation.cpp
  [[auto heads = mergeHeads(reg.heads, ours, given.heads, theirs);]] [[auto heads = given.heads;]])
lianxin_healing_mutant(donation_without_its_context core server_core_donation.cpp
  [[    reg.exceptions.merge(theirs); // R17]] [[    // R17]])
lianxin_healing_mutant(donation_raises_base core server_core_donation.cpp
  [[    reg.exceptions.merge(theirs); // R17]] [[    for (const auto& entry : theirs.entries()) {
        LIANXIN_TRY(auto row, m_store.replica(entry.replica));
        if (row) {
            row->base.merge(entry.numbers);
            LIANXIN_CHECK(m_store.putReplica(*row));
        }
    }
    reg.exceptions.merge(theirs); // R17]])
lianxin_healing_mutant(exceptions_forgotten_after_a_donation core server_core_donation.cpp
  [[    reg.exceptions = reg.exceptions.without(allBase);]] [[    reg.exceptions = {};]])
lianxin_healing_mutant(donation_without_feed_number core server_core_donation.cpp
  [[        if (isNews || !stored)]] [[        if (!stored)]])
lianxin_healing_mutant(no_proof_by_head core server_core_donation.cpp
  [[            LIANXIN_CHECK(proveRelease(head.dot));]] [[            {}]])
lianxin_healing_mutant(withdrawn_applied_again core server_core.cpp
  [[const bool isWithdrawn = std::find(gone.begin(), gone.end(), entry.dot) != gone.end();]] [[const bool isWithdrawn = gone.size() > 999999;]])
lianxin_healing_mutant(shown_one_quarantined_again core server_core.cpp
  [[        if (!shown)
            return reason;]] [[        if (shown || !shown)
            return reason;]])
lianxin_healing_mutant(server_keeps_its_name server epoch.cpp
  [[    LIANXIN_CHECK(setMeta(database, "replica", self.replica.raw()));]] [[]])
lianxin_healing_mutant(case_of_nobody server donation_service.cpp
  [[    if (!isNamed)]] [[    if (!isNamed || donor.rows < 999999)]])
lianxin_healing_mutant(whom_a_given_case_names_stays_out server donation_service.cpp
  [[    LIANXIN_CHECK(letIn(row));]] [[]])

# Families moved in the epoch that was lost.
lianxin_healing_mutant(no_stub_donated store replica_healing.cpp
  [[        LIANXIN_CHECK(parcelling.add(record, 0));]] [[]])
lianxin_healing_mutant(no_stub_kept store replica_pulling.cpp
  [[        LIANXIN_CHECK(m_away.stubs().keep(root, from.id));]] [[        {}]])
lianxin_healing_mutant(given_for_where_it_is_now store replica_healing.cpp
  [[    if (stub)
        record.state.partition]] [[    if (stub && stub->partition < 0)
        record.state.partition]])
lianxin_healing_mutant(place_that_comes_back_moves_nothing core server_core_donation.cpp
  [[        LIANXIN_CHECK(follow(rows, given.root));]] [[        {}]])
lianxin_healing_mutant(donor_is_not_told_where_it_is core server_core_donation.cpp
  [[    return told ? Result<void>() : tellGone(rows, given.partition, given.root);]] [[    return {};]])
lianxin_healing_mutant(donated_row_of_elsewhere_passed_over server donor_judge.cpp
  [[    return !place || mayMove(row.partition, *place);]] [[    return !place || row.partition == *place;]])
lianxin_healing_mutant(place_believed_where_the_donor_is_only server donor_judge.cpp
  [[!mayMove(row.partition, head.value)]] [[head.value.asText() != row.partition.text()]])
lianxin_healing_mutant(device_list_not_grown_by_donations core server_core_donation.cpp
  [[            list(partition->replicas, entry.replica);]] [[            {}]])
lianxin_healing_mutant(what_waits_is_forgotten server donation_service.cpp
  [[            LIANXIN_CHECK(m_waiting.put(row, donor.replica, m.clock.now()));]] [[            {}]])
lianxin_healing_mutant(what_waits_waits_for_ever server province.cpp
  [[    if (auto settled = m_donation.settle(); !settled) {]] [[    if (Result<void> settled; !settled) {]])
lianxin_healing_mutant(held_back_shown_without_its_family store pull_refill.cpp
  [[        if (stub && (!root]] [[        if (stub && stub->partition < 0 && (!root]])
