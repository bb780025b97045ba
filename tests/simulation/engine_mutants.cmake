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


# Segments.
lianxin_engine_mutant(manifest_cursor_off_by_one server segment_builder.cpp
  [[core::SegmentPartition part{id, row.sequence,]] [[core::SegmentPartition part{id, row.sequence + 1,]])
lianxin_engine_mutant(manifest_of_the_vector_before server segment_builder.cpp
  [[        LIANXIN_TRY(part.vector, m_core.baseOf(row));]] [[]])
lianxin_engine_mutant(staging_not_cleared store replica_segments.cpp
  [[    return segments.drop(plan.id);]] [[    return {};]])
lianxin_engine_mutant(segments_without_their_vector store replica_pulling.cpp
  [[    partition->vector = part.vector;]] [[]])
lianxin_engine_mutant(segments_hide_own_words store replica_pulling.cpp
  [[        return row(record.state, partition, 0, true);]] [[        return {};]])
lianxin_engine_mutant(segments_cursor_before_rows store replica_segments.cpp
  [[        LIANXIN_TRY(const auto bytes, segments.bytes(segment.hash));]] [[        LIANXIN_CHECK(database->exec("COMMIT; BEGIN IMMEDIATE"));
        LIANXIN_TRY(const auto bytes, segments.bytes(segment.hash));]])
lianxin_engine_mutant(segments_lose_the_last_row wire segment_reader.cpp
  [[        return m_take(m_now);]] [[        return m_row + 1 == m_rows && m_rows > 1 ? Result<void>() : m_take(m_now);]])

# The engine and its runner.
lianxin_engine_mutant(saved_during_a_push_forgotten core engine.cpp
  [[state.saved = std::max(state.saved, state.acknowledged);]] [[state.saved = state.acknowledged;]])
lianxin_engine_mutant(idle_without_a_timer core engine.cpp
  [[out.emplace_back(effect::StartTimer{tuning::kPollInterval});]] [[]])
lianxin_engine_mutant(gives_up_after_a_failure core engine.cpp
  [[out.emplace_back(effect::StartTimer{std::max(atLeast, backoff(state.attempt - 1, jitter))});]] [[]])
lianxin_engine_mutant(cursor_list_never_sent client effect_runner.cpp
  [[            m_listCursors = true;]] [[]])
lianxin_engine_mutant(receipt_believed_unstored client effect_runner.cpp
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
