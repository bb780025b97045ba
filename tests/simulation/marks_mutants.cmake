# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Planted bugs around backups that are announced and logs that are trimmed for them (R8, R17, R42), played by the layer of marks.
function(lianxin_marks_mutant name room file find replace)
  lianxin_plant(engine_marks_${name} ${room} ${file} "${find}" "${replace}")
endfunction()

# The tablet.
lianxin_marks_mutant(trimmed_before_the_mark store replica_trimming.cpp
  [[const auto upTo = std::min({mark, received,]] [[const auto upTo = std::min({mark + 1, received,]])
lianxin_marks_mutant(trimmed_in_quarantine store own_log_trim.cpp
  [[AND held_back > 0 LIMIT 1]] [[AND held_back > 1000 LIMIT 1]])
lianxin_marks_mutant(trimmed_with_a_gap store own_log_trim.cpp
  [[        LIANXIN_CHECK(forget(at + 1, last));
        count]] [[        if ((at + 1) % 3 != 0)
            LIANXIN_CHECK(forget(at + 1, last));
        else
            LIANXIN_CHECK(m_meta.setNumber(meta::kTrimmed, static_cast<std::int64_t>(last)));
        count]])
lianxin_marks_mutant(trimmed_and_still_on_top store own_log_trim.cpp
  [[return touch.bindNumber(1, first).bindNumber(2, last).bindId(3, self).step();]] [[return touch.bindNumber(1, last + 1).bindNumber(2, first).bindId(3, self).step();]])
lianxin_marks_mutant(mark_kept_over_a_restore store own_log_state.cpp
  [[    LIANXIN_CHECK(m_meta.setNumber(meta::kBackupMark, 0));]] [[]])
lianxin_marks_mutant(chain_forgotten_with_the_body store own_log_trim.cpp
  [["UPDATE changeset SET body = x'' WHERE number BETWEEN ?1 AND ?2"]] [["DELETE FROM changeset WHERE number BETWEEN ?1 AND ?2"]])
lianxin_marks_mutant(trimmed_ones_wait_again store own_log_state.cpp
  [[WHERE number > ?1 AND length(body) > 0 ORDER BY 1]] [[WHERE number > ?1 ORDER BY 1]])
lianxin_marks_mutant(gap_not_told store replica_pushing.cpp
  [[!request.parcels.empty() && request.acknowledged < trimmed]] [[request.parcels.empty() && request.acknowledged < trimmed]])

# The server.
lianxin_marks_mutant(mark_before_the_backup_is_complete server backup_mark.cpp
  [[WHERE announced = 1 AND replica = ?1]] [[WHERE replica = ?1 ORDER BY announced LIMIT 1]])
lianxin_marks_mutant(mark_of_what_is_held_now server backup_mark.cpp
  [[const auto held = there ? get.numberAt(0) : 0;]] [[const auto held = there ? replica.held : 0;]])
lianxin_marks_mutant(mark_kept_by_a_new_epoch server epoch.cpp
  [[    LIANXIN_CHECK(forgetSnapshots(database));]] [[]])
lianxin_marks_mutant(stepped_over_without_a_word server push_service.cpp
  [[    return story.begun > 0;]] [[    return story.begun > 1000;]])
