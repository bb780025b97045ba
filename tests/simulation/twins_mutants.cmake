# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Planted bugs in what becomes of a tablet whose id lives in two bodies (sync-rules section 9, clones), played by the layer of twins.

lianxin_engine_mutant(twins_pull_unchecked store own_log.cpp
  [[    if (held > mine)
        return fail]] [[    if (held > mine)
        return {};
    if (held > mine)
        return fail]])
lianxin_engine_mutant(twins_past_not_renamed store own_log_restamp.cpp
  [[        past = made.renamed(past);]] [[        {}]])
lianxin_engine_mutant(twins_open_form_not_renamed store own_log_restamp.cpp
  [[    if (past.self().isNil() || past.self() == self)]] [[    if (true)]])
lianxin_engine_mutant(twins_ids_not_derived seal restamp.cpp
  [[Blake2b().field("lianxin-restamped-1").field(old.raw())]] [[Blake2b().field("lianxin-restamped-1").number(reinterpret_cast<std::uint64_t>(&old))]])
lianxin_engine_mutant(twins_untaken_dropped store own_log_restamp.cpp
  [[VALUES(?1, ?2, ?3, 0)"]] [[VALUES(?1, ?2, ?3, 1)"]])
lianxin_engine_mutant(twins_taken_again store own_log_restamp.cpp
  [[rows.bindNumber(1, std::max(shared, begun));]] [[rows.bindNumber(1, begun);]])
lianxin_engine_mutant(twins_all_believed_taken store own_log_restamp.cpp
  [[rows.bindNumber(1, std::max(shared, begun));]] [[rows.bindNumber(1, mine);]])
lianxin_engine_mutant(twins_prefix_is_held server restamp_service.cpp
  [[        if (chain && *chain == ask.chain.at(number - ask.from))]] [[        if (chain)]])
lianxin_engine_mutant(twins_any_chain_continues server push_service.cpp
  [[    return known && *known == chain.at(overlap - parcel.first);]] [[    return known.has_value();]])
lianxin_engine_mutant(twins_counter_not_skipped store replica_restamping.cpp
  [[given + static_cast<std::int64_t>(kSkipped)]] [[given + 0 * static_cast<std::int64_t>(kSkipped)]])
lianxin_engine_mutant(twins_saved_meanwhile_forgotten store replica_restamping.cpp
  [[    if (last != asked.last())]] [[    if (last < asked.last())]])
lianxin_engine_mutant(twins_second_fork_forgets_the_first server restamp_service.cpp
  [["SELECT ?1, number, id FROM restamped WHERE owner = ?2"]] [["SELECT ?1, number, id FROM restamped WHERE owner = ?2 AND number < 0"]])
lianxin_engine_mutant(twins_key_stands_for_both server restamp_service.cpp
  [[    if (!row || row->frozen || row->held != start || ask.last() < start)
        return false;]] [[    return true;]])
lianxin_engine_mutant(twins_used_id_given server restamp_service.cpp
  [[row->held != start || ]] [[]])
lianxin_engine_mutant(twins_own_beginning_unknown server restamp_service.cpp
  [[begun && ask.chain.front().isNil() ? std::optional(ask.from) : std::nullopt]] [[std::optional<std::uint64_t>{}]])
lianxin_engine_mutant(twins_taken_key_kept client effect_runner_restamp.cpp
  [[if (const auto dropped = m_owner->keyTaken(); !dropped)]] [[if (const Result<void> dropped{}; !dropped)]])
lianxin_engine_mutant(twins_counters_race client effect_runner.cpp
  [[if (std::exchange(m_skipped, true) && m_owner != nullptr && !m_forked)]] [[if (false)]])
# Not here: a frozen id, or one of another chain, given to a body with the same key. Each body is known by its own beginning, so that costs it one
# more fork and no word; tst_restamp holds the refusal.
