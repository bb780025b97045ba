# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Planted bugs around the merge core: the tablet's store, its engine and runner, the server's services and database.

# The tablet's store.
lianxin_engine_mutant(frame_of_another_cursor store replica_pulling.cpp
  [[if (frame.from != partition->cursor.sequence || frame.to < frame.from)]] [[if (frame.to < frame.from)]])
lianxin_engine_mutant(cursor_without_rows store replica_pulling.cpp
  [[    for (const auto& incoming : frame.rows)
        LIANXIN_CHECK(row(]] [[    for (const auto& incoming : frame.rows)
        if (&incoming != &frame.rows.back())
        LIANXIN_CHECK(row(]])
lianxin_engine_mutant(vector_set_before_the_head store replica_pulling.cpp
  [[    if (frame.atHead) {]] [[    if (true) {]])
lianxin_engine_mutant(pending_forgotten_by_a_pull store replica_pulling.cpp
  [[if (vector->second.contains(dot))]] [[if (true)]])
lianxin_engine_mutant(conflict_note_lost store replica_pulling.cpp
  [[        stored = reg;]] [[        stored = reg;
        stored.note.reset();]])
lianxin_engine_mutant(held_back_forgotten store replica_pulling.cpp
  [[LIANXIN_CHECK(parts.log.replaceHeldBack(reply.quarantined));]] [[]])
lianxin_engine_mutant(withdrawal_shows_late store replica_pulling.cpp
  [[    m_settleAll = true;]] [[]])
lianxin_engine_mutant(exceptions_dropped_at_the_head store replica_pulling.cpp
  [[stored.exceptions = reg.exceptions.without(partition.vector);]] [[stored.exceptions = {};]])
lianxin_engine_mutant(acknowledged_goes_back store own_log.cpp
  [[    if (receipt.held < before)
        return {};]] [[]])
lianxin_engine_mutant(receipt_of_another_chain store replica_pushing.cpp
  [[LIANXIN_CHECK(parts.log.compare(receipt.held, receipt.head));]] [[]])
lianxin_engine_mutant(receipt_of_anybody store replica_pushing.cpp
  [[if (!seal::verifyReceipt(server, receipt))]] [[if (false)]])
lianxin_engine_mutant(saved_in_two_transactions store replica_saving.cpp
  [[LIANXIN_CHECK(log.append(changeset, body, now));]] [[LIANXIN_CHECK(log.append(changeset, body, now));
    LIANXIN_CHECK(database->exec("COMMIT; BEGIN IMMEDIATE"));]])
lianxin_engine_mutant(past_is_that_of_the_save store replica_saving.cpp
  [[        LIANXIN_TRY(auto change, changeOf(edited, changeset.pasts));]] [[        auto late = edited;
        if (const auto found = records.find(one.record); found && *found) {
            LIANXIN_TRY(auto on, overlay());
            LIANXIN_TRY(auto shown, on.show((*found)->state, (*found)->partition));
            late.past = shown.past;
        }
        LIANXIN_TRY(auto change, changeOf(late, changeset.pasts));]])
lianxin_engine_mutant(past_lost store replica_saving.cpp
  [[indexOfPast(pasts, edit.past.of(write.key))]] [[indexOfPast(pasts, core::Context{})]])
lianxin_engine_mutant(counter_given_twice store replica_store.cpp
  [[setNumber(meta::kRequestCounter, static_cast<std::int64_t>(reserved))]] [[setNumber(meta::kRequestCounter, given + 1)]])
lianxin_engine_mutant(draft_past_without_exceptions store record_view.cpp
  [[    put(kBeyond, m_beyond);]] [[]])

# What may not be held any more.
lianxin_grants_mutant(made_elsewhere_and_not_told core server_core.cpp
  [[        if (left || isNew)]] [[        if (left)]])
lianxin_grants_mutant(taken_and_still_shown store away_rows.cpp
  [[SET flags = flags | ?2 WHERE]] [[SET flags = flags | (?2 & 0) WHERE]])
lianxin_grants_mutant(purged_with_unpushed_words store away_rows.cpp
  [[t.number > ?1) LIMIT]] [[t.number > ?1 + 1000000) LIMIT]])
lianxin_grants_mutant(taken_and_never_purged store away_rows.cpp
  [[    for (const auto& id : ids)
        LIANXIN_CHECK(erase(id, acknowledged));]] [[    for (const auto& id : ids)
        if (id.bytes.back() % 2 == 0)
        LIANXIN_CHECK(erase(id, acknowledged));]])
lianxin_grants_mutant(cursor_outlives_the_grant store away_rows.cpp
  [[    partition.cursor.sequence = 0;
    partition.cursor.consistent = 0;
    partition.cursor.chain = {};]] [[]])
lianxin_grants_mutant(vector_outlives_the_rows store away_rows.cpp
  [[        row.vector = {};]] [[        row.vector.addRange(row.vector.entries().front().replica, 1, 1000000);]])
lianxin_grants_mutant(given_back_and_still_hidden store away_rows.cpp
  [[        record.flags &= ~kFlagAway;]] [[]])
lianxin_grants_mutant(purge_stops_at_a_death client effect_runner.cpp
  [[    purge(); // what a death cut short]] [[]])
lianxin_grants_mutant(receipt_without_a_purge client effect_runner_pushing.cpp
  [[    purge();
    dispatch(core::event::Pushed{]] [[    dispatch(core::event::Pushed{]])
lianxin_grants_mutant(held_back_forgotten_with_its_row store away_rows.cpp
  [[(SELECT number FROM changeset WHERE held_back = 0)]] [[(SELECT number FROM changeset)]])
lianxin_grants_mutant(shut_out_and_still_believed core server_core.cpp
  [[    if (replica.revoked)]] [[    if (false)]])
lianxin_grants_mutant(shut_out_and_still_served server pull_service.cpp
  [[    if (!row.revoked) {]] [[    if (true) {]])
lianxin_grants_mutant(shut_out_until_a_restart server sql_server_store.cpp
  [[    row.revoked = query.intAt(5) != 0;]] [[]])

# Moves.
lianxin_grants_mutant(moved_without_its_children core server_moves.cpp
  [[        if (from == to)
            continue;]] [[        if (from == to || listed.record != root)
            continue;]])
lianxin_grants_mutant(moved_and_nobody_told core server_moves.cpp
  [[        if (!told)
            LIANXIN_CHECK(tellGone(rows, listed.partition, root));]] [[]])
lianxin_grants_mutant(moved_without_its_device_list core server_moves.cpp
  [[        to->replicas = std::move(replicas);]] [[]])
lianxin_grants_mutant(moved_with_new_registers_only core server_moves.cpp
  [[        for (auto& reg : record.registers)
            reg.feed = to->sequence;]] [[]])
lianxin_grants_mutant(back_and_still_gone core server_moves.cpp
  [[    return m_store.putGone(home, root, 0); // it may have been here before]] [[    return {};]])
lianxin_grants_mutant(stub_with_the_old_home_s_context core server_moves.cpp
  [[        reg.exceptions = context;]] [[        reg.exceptions = {};]])
lianxin_grants_mutant(whoever_was_away_is_refused server change_check.cpp
  [[(movedAway && grantCovers(grant.partition, change.partition))]] [[false]])
lianxin_grants_mutant(left_after_the_vector_moved store replica_pulling.cpp
  [[    for (const auto& root : frame.gone) // before V moves: what leaves was vouched for by V as it is (R21)
        LIANXIN_CHECK(leave(root, *partition));]] [[    if (frame.atHead) {
        partition->vector = frame.vector;
        LIANXIN_CHECK(m_partitions.update(*partition));
    }
    for (const auto& root : frame.gone)
        LIANXIN_CHECK(leave(root, *partition));]])
lianxin_grants_mutant(left_and_still_shown store replica_pulling.cpp
  [[        record.flags = home->grant == Grant::gone ? record.flags | kFlagAway : record.flags & ~kFlagAway;]] [[]])
lianxin_grants_mutant(left_unfrozen store replica_pulling.cpp
  [[        if (!own) {
            reg.contextId = frozen;
            continue;
        }]] [[        if (!own)
            continue;]])
lianxin_grants_mutant(came_and_still_hidden store replica_pulling.cpp
  [[    record.flags &= ~kFlagAway;
    noteArrival]] [[    noteArrival]])
lianxin_grants_mutant(only_the_root_leaves store replica_pulling.cpp
  [[    for (const auto& id : ids) {
        LIANXIN_TRY(const auto before, m_records.find(id));]] [[    for (const auto& id : ids) {
        if (id != root.record)
            continue;
        LIANXIN_TRY(const auto before, m_records.find(id));]])
lianxin_grants_mutant(first_to_leave_overlooked server sql_server_moves.cpp
  [[SELECT feed, root FROM gone WHERE partition = ?1 AND feed > ?2 ORDER BY]] [[SELECT feed, root FROM gone WHERE partition = ?1 AND feed > ?2 + 1 ORDER BY]])

# Moves against segments, against own words that never came down again, and what was withdrawn before anybody else knew of it.
lianxin_grants_mutant(segments_over_rows_of_another_feed store pull_grants.cpp
  [[        if (row && !row->state.registers.empty())
            return]] [[        if (false)
            return]])
lianxin_grants_mutant(segments_without_what_was_made_here store pull_grants.cpp
  [[return m_awaited.empty() ?]] [[return true ?]])
lianxin_grants_mutant(vouched_for_and_never_came store overlay.cpp
  [[        if (hasCome) {]] [[        if (true) {]])
lianxin_grants_mutant(withdrawn_and_still_there store replica_pulling.cpp
  [[            if (isGone) {]] [[            if (false) {]])
lianxin_grants_mutant(one_withdrawal_takes_all store pull_grants.cpp
  [[        if (std::ranges::find(withdrawn, dot) == withdrawn.end())
            return false;
    }
    return !numbers.empty();]] [[        if (std::ranges::find(withdrawn, dot) != withdrawn.end())
            return true;
    }
    return false;]])
lianxin_grants_mutant(lets_go_of_what_waits store replica_purging.cpp
  [[kept == 0 || received < last ||]] [[kept == 0 ||]])

# Compaction.
lianxin_engine_mutant(compacted_entries_too server sql_server_compaction.cpp
  [[AND NOT EXISTS (SELECT 1 FROM]] [[AND (?1 > 0 OR 1 = 0) AND EXISTS (SELECT 1 FROM]])
lianxin_engine_mutant(compacted_cursor_unknown server sql_server_compaction.cpp
  [[prints.substr(at, kPrint) == chain.raw().substr(0, kPrint)]] [[false]])

# Segments.
lianxin_engine_mutant(manifest_cursor_off_by_one server segment_builder.cpp
  [[core::SegmentPartition part{id, row.sequence,]] [[core::SegmentPartition part{id, row.sequence + 1,]])
lianxin_engine_mutant(manifest_of_the_vector_before server segment_builder.cpp
  [[        LIANXIN_TRY(part.vector, m_core.baseOf(row));]] [[]])
lianxin_engine_mutant(staging_not_cleared store replica_segments.cpp
  [[    LIANXIN_CHECK(segments.drop(plan.id));
    return source;]] [[    return source;]])
lianxin_engine_mutant(segments_without_their_vector store replica_pulling.cpp
  [[    partition->vector = part.vector;]] [[]])
lianxin_engine_mutant(segments_hide_own_words store replica_pulling.cpp
  [[        return fail(Errc::invalidInput, "a family moved meanwhile");
    return row(incoming, partition, 0, true);]] [[        return fail(Errc::invalidInput, "a family moved meanwhile");
    return {};]])
lianxin_engine_mutant(segments_cursor_before_rows store replica_segments.cpp
  [[        LIANXIN_TRY(auto bytes, segments.bytes(segment.hash));]] [[        LIANXIN_CHECK(database->exec("COMMIT; BEGIN IMMEDIATE"));
        LIANXIN_TRY(auto bytes, segments.bytes(segment.hash));]])
lianxin_engine_mutant(segments_lose_the_last_row wire segment_reader.cpp
  [[        return m_take(m_now);]] [[        return row + 1 == m_rows && m_rows > 1 ? Result<void>() : m_take(m_now);]])

# The engine and its runner.
lianxin_engine_mutant(saved_during_a_push_forgotten core engine.cpp
  [[state.saved = std::max(state.saved, state.acknowledged);]] [[state.saved = state.acknowledged;]])
lianxin_engine_mutant(idle_without_a_timer core engine.cpp
  [[out.emplace_back(effect::StartTimer{tuning::kPollInterval});]] [[]])
lianxin_engine_mutant(gives_up_after_a_failure core engine.cpp
  [[out.emplace_back(effect::StartTimer{std::max(atLeast, backoff(state.attempt - 1, jitter))});]] [[]])
lianxin_engine_mutant(cursor_list_never_sent client effect_runner.cpp
  [[            m_listCursors = true;]] [[]])
lianxin_engine_mutant(receipt_believed_unstored client effect_runner_pushing.cpp
  [[    if (const auto stored = m_store.storeReceipt(*reply, m_identity.server); !stored)
        return failed(stored.error(), {}, {Cause::badReceipt, answer.status});]] [[]])

# The server.
lianxin_engine_mutant(pushed_again_applied_again server push_service.cpp
  [[    if (parcel.last() <= row.held) {]] [[    if (parcel.first <= row.held)
        row.held = parcel.first - 1;
    if (false) {]])
lianxin_engine_mutant(repeat_hides_quarantine server push_service.cpp
  [[if (entry && entry->outcome != core::Outcome::applied)]] [[if (false)]])
lianxin_engine_mutant(only_the_first_of_a_parcel server push_service.cpp
  [[for (auto number = row.held + 1; number <= parcel.last(); ++number) {]] [[for (auto number = row.held + 1; number <= parcel.first; ++number) {]])
lianxin_engine_mutant(remembered_cursors_believed server pull_service.cpp
  [[known == m_remembered.end() || known->second.digest != *job.request.unchanged]] [[known == m_remembered.end()]])
lianxin_engine_mutant(pull_hides_quarantine server pull_service.cpp
  [[        reply.quarantined.push_back({entry.dot.number, entry.outcome, entry.reason});]] [[        {}]])
lianxin_engine_mutant(withdrawals_do_not_travel server pull_service.cpp
  [[LIANXIN_TRY(reply.withdrawn, m_store.withdrawn());]] [[]])
lianxin_engine_mutant(feed_number_not_stored server sql_server_records.cpp
  [[    found->dirty = true;]] [[    found->dirty = row.sequence % 7 != 6;]])
lianxin_engine_mutant(base_not_stored server sql_server_store.cpp
  [[    m_replicas[row.replica] = {row, true};]] [[    m_replicas[row.replica] = {row, row.held % 3 != 2};]])
lianxin_engine_mutant(cached_record_not_written server sql_server_records.cpp
  [[    LIANXIN_CHECK(put.run());
    m_records[record.record] = record;]] [[    if (feed % 4 != 0)
        LIANXIN_CHECK(put.run());
    m_records[record.record] = record;]])

# Attachments.
lianxin_engine_mutant(pictures_without_a_yes store blob_transfer.cpp
  [[claimed = 1 AND shared = 1 AND received = 0 AND "]] [[claimed = 1 AND received = 0 AND "]])
lianxin_engine_mutant(a_picture_on_its_way_is_forgotten core engine.cpp
  [[        state.carryWanted = state.carryWanted || e.more;]] [[]])

# What somebody carries.
lianxin_engine_mutant(carried_over_a_hole store replica_carrying.cpp
  [[if (receipt.first > std::max(leg.upTo, state.acknowledged) + 1 || receipt.last < leg.upTo)]] [[if (receipt.last < leg.upTo)]])
lianxin_engine_mutant(brought_receipt_of_anybody store replica_carrying.cpp
  [[    LIANXIN_CHECK(parts.checkReceipt(receipt, server));]] [[]])
lianxin_engine_mutant(carried_receipt_of_anybody carry tablet_carry.cpp
  [[who->signKey == m.key.publicKey() || !seal::verifyCarriedReceipt(who->signKey, receipt))]] [[who->signKey == m.key.publicKey())]])
lianxin_engine_mutant(signed_before_it_lies_there store carry_shelf.cpp
  [[bindBlob(8, bytes).bindInt(9, now);
    LIANXIN_CHECK(put.run());]] [[bindBlob(8, bytes).bindInt(9, now);]])
lianxin_engine_mutant(a_receipt_lets_go_of_more_than_it_covers store carry_shelf.cpp
  [[epoch = ?2 AND last <= ?3"]] [[epoch = ?2 AND first <= ?3"]])
lianxin_engine_mutant(a_gap_is_refused_for_good carry carrier.cpp
  [[if (answer.need || !isFinal(answer.refused))]] [[if (!answer.need && !isFinal(answer.refused))]])

# Pushes without what the server knows (PROTOCOL.md 7.1).
lianxin_grants_mutant(guess_believed_unsigned server push_service_short.cpp
  [[        if (!seal::verifyParcel(key, parcel))]] [[        if (false)]])
lianxin_grants_mutant(wrong_guess_is_a_fork server push_service_short.cpp
  [[        if (!seal::verifyParcel(key, parcel))
            return textNeeded();]] [[        if (!seal::verifyParcel(key, parcel))
            return Answer<core::PushReply>::refuse(fail(Errc::fork, "another history"));]])
lianxin_engine_mutant(vector_not_remembered server pull_service.cpp
  [[        if (frame.atHead)
            m_vectors.note(frame.vector);]] [[]])
lianxin_engine_mutant(past_keeps_what_was_not_there wire short_push_writer.cpp
  [[        if (to.of(entry.replica) == nullptr)]] [[        if (false)]])
lianxin_engine_mutant(text_never_said client effect_runner_pushing.cpp
  [[            return postWhole(asked);]] [[]])
