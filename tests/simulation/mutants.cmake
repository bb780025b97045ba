# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Planted bugs: each is a copy of one file of sync/ with one sentence changed, linked with the unchanged rest. The production headers
# know nothing of it. A mutant whose sentence is no longer there stops the configuration: the list cannot rot in silence.
# A copy of sync/ROOM/FILE with one sentence changed.
function(lianxin_plant name room file find replace)
  file(READ ${CMAKE_SOURCE_DIR}/sync/${room}/${file} text)
  string(FIND "${text}" "${find}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "mutant ${name}: ${room}/${file} no longer contains: ${find}")
  endif()
  string(REPLACE "${find}" "${replace}" mutated "${text}")
  set(copy ${CMAKE_CURRENT_BINARY_DIR}/mutants/${name}/${file})
  file(CONFIGURE OUTPUT ${copy} CONTENT "${mutated}" @ONLY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/sync/${room}/${file})
  # The mutated object comes before the archive, so the linker never takes the unchanged file out of it.
  add_executable(mutant_${name} EXCLUDE_FROM_ALL $<TARGET_OBJECTS:lianxin_simulation> ${copy})
  target_link_libraries(mutant_${name} PRIVATE ${simulated} PkgConfig::SQLCIPHER)
  target_compile_options(mutant_${name} PRIVATE -w)
  set_target_properties(mutant_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/mutants)
  set_property(GLOBAL APPEND PROPERTY LIANXIN_MUTANTS mutant_${name})
endfunction()

# Played by the first layer.
function(lianxin_mutant name file find replace)
  lianxin_plant(${name} core ${file} "${find}" "${replace}")
endfunction()
# Played by the second layer: run_mutants.sh knows them by their name.
function(lianxin_engine_mutant name room file find replace)
  lianxin_plant(engine_${name} ${room} ${file} "${find}" "${replace}")
endfunction()
# Played with families that move and grants that come and go.
function(lianxin_grants_mutant name room file find replace)
  lianxin_plant(engine_grants_${name} ${room} ${file} "${find}" "${replace}")
endfunction()

# Played with families that move and a server that is put back.
function(lianxin_healing_mutant name room file find replace)
  lianxin_plant(engine_healing_${name} ${room} ${file} "${find}" "${replace}")
endfunction()

lianxin_mutant(dot_applied_twice register.cpp [[if (context.contains(write.dot))]] [[if (false)]])
lianxin_mutant(last_dot_wins register.cpp [[return past.contains(head.dot);]] [[return true || past.contains(head.dot);]])
lianxin_mutant(nothing_replaced register.cpp [[return past.contains(head.dot);]] [[return false && past.contains(head.dot);]])
lianxin_mutant(equal_values_conflict register.cpp [[return head.value != heads.front().value;]] [[return &head != &heads.front();]])
lianxin_mutant(intervals_swallow_a_gap context.cpp [[to->first <= last + 1]] [[to->first <= last + 2]])
lianxin_mutant(past_not_in_context server_core.cpp [[reg.exceptions.merge(past);]] [[]])
lianxin_mutant(exceptions_forgotten server_core.cpp [[return context.without(base);]] [[return Context{};]])
lianxin_mutant(quarantined_claimed_in_base server_core.cpp [[entry.outcome = Outcome::quarantined;]]
               [[entry.outcome = Outcome::quarantined; replica.base.add(entry.dot.number);]])
lianxin_mutant(quarantined_not_held server_core.cpp [[    replica.held = entry.dot.number;
    replica.head = entry.chain;
    LIANXIN_CHECK(m_store.putReplica(replica));
    return ChangeOutcome]] [[    LIANXIN_CHECK(m_store.putReplica(replica));
    return ChangeOutcome]])
lianxin_mutant(quarantined_past_applied_early server_core.cpp [[    LIANXIN_CHECK(m_store.archive(entry));
    replica.held = entry.dot.number;
    replica.head = entry.chain;]] [[    LIANXIN_CHECK(m_store.archive(entry));
    if (const auto c = m_ports.decode(entry.body)) {
        for (const auto& change : c->changes) {
            auto record = m_store.record(change.record);
            if (!record || !*record)
                continue;
            for (const auto& write : change.writes) {
                auto& reg = (*record)->at(write.key);
                std::erase_if(reg.heads, [&](const Head& h) { return c->pasts.at(write.past).contains(h.dot); });
            }
            LIANXIN_CHECK(m_store.putRecord(**record, 0));
        }
    }
    replica.held = entry.dot.number;
    replica.head = entry.chain;]])
lianxin_mutant(release_without_feed_number server_core.cpp [[reg.feed = partition.sequence;]] [[if (!run.released) reg.feed = partition.sequence;]])
lianxin_mutant(release_replaces_everything server_core.cpp [[    const auto applied = applyWrite(]] [[    if (run.released)
        reg.heads.clear();
    const auto applied = applyWrite(]])
lianxin_mutant(first_record_only server_core.cpp [[        conflicted = conflicted || one;
    }
    for (const auto& change : run.changeset.changes)]] [[        conflicted = conflicted || one;
        break;
    }
    for (const auto& change : run.changeset.changes)]])
lianxin_mutant(own_number_stays_an_exception server_core.cpp [[replica.base.add(entry.dot.number); // R32: only after the last register]] [[]])
lianxin_mutant(frame_skips_older_registers server_core.cpp [[reg.feed <= cursor.consistent]] [[reg.feed <= cursor.sequence]])
lianxin_mutant(head_claimed_in_mid_pull server_core.cpp [[frame.atHead = frame.to == partition.sequence;]] [[frame.atHead = true;]])
lianxin_mutant(note_on_sets server_core.cpp [[if (m_ports.isSetElement(record.type, write.key))]] [[if (false)]])
lianxin_mutant(note_stays server_core.cpp [[        reg.note.reset();]] [[]])
lianxin_mutant(before_unseen_by_a_writer server_core.cpp [[std::all_of(pasts.begin(), pasts.end()]] [[std::any_of(pasts.begin(), pasts.end()]])
lianxin_mutant(own_change_hidden replica_view.cpp [[        if (applyWrite(shown.heads]] [[        if (write.head.dot.number % 7 == 0 || applyWrite(shown.heads]])
lianxin_mutant(withdrawn_still_shown replica_view.cpp [[            continue;
        // Judged]] [[            {}
        // Judged]])
lianxin_mutant(form_forgets_own_dot replica_view.cpp [[shown.past.add(write.head.dot);]] [[]])
lianxin_mutant(compaction_drops_every_exception server_core.cpp [[                auto beyond = reg.exceptions.without(base);]] [[                auto beyond = Context{};]])
# Not here yet: "a form forgets the pasts of own changes" (R33). It shows only after a restore of the server, which this layer does not play.

include(engine_mutants.cmake)
include(healing_mutants.cmake)
include(twins_mutants.cmake)
include(marks_mutants.cmake)
get_property(mutants GLOBAL PROPERTY LIANXIN_MUTANTS)
add_custom_target(lianxin_mutants DEPENDS ${mutants})
