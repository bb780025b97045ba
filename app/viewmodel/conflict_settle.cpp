// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settle/answer.hpp"
#include "app/viewmodel/conflict_model.hpp"

namespace lianxin::ui {

void ConflictModel::choose(const QString& sideId)
{
    if (m_matter)
        return settleMatter(settle::keepEdit(m_desk.store(), m_desk.catalogue(), m_matter->seen, idOf(sideId),
                                             keptWhy(m_matter->look.matter->question).toStdString()),
                            false);
    const ConflictSide* side = m_picture ? m_picture->side(sideId) : nullptr;
    if (side == nullptr)
        return;
    // Keeping is a change too: it says that somebody looked and decided.
    const bool isLife = m_picture->look.isLife();
    settle({{m_picture->look.key, side->takes.value_or(side->head.value)}},
           isLife || side != &m_picture->sides.front());
}

void ConflictModel::keepBoth()
{
    if (m_matter && !m_matter->mayBothBeRight())
        return;
    if (m_matter)
        return settleMatter(settle::bothRightEdit(m_desk.store(), m_desk.catalogue(), m_matter->seen), true);
    const auto second = m_picture ? m_picture->secondPhone() : std::nullopt;
    if (second)
        settle({{m_picture->look.key, m_picture->sides[0].head.value}, {*second, m_picture->sides[1].head.value}},
               true);
}

void ConflictModel::openHistory()
{
    if (looked() == nullptr)
        return;
    const RecordId family = m_book.familyOf(looked()->record);
    m_navigator.goRecord(family.isNil() ? looked()->record : family);
}

void ConflictModel::settleMatter(const Result<store::Edit>& answer, bool bothRight)
{
    if (!maySettle())
        return;
    if (!answer)
        return m_navigator.tell(answer.error());
    const settle::Seen seen = m_matter->seen; // as it was shown
    m_settling = true;
    const auto saved = m_desk.store().save(*answer);
    m_settling = false;
    if (!saved)
        return m_navigator.tell(saved.error());
    emit committed(seen.matter.first, saved->number);
    moveOn();
    m_navigator.say(bothRight ? tr("Noted: both are right. Nobody is asked again")
                              : tr("Done. What was not kept stays in the history"),
                    [this, seen, answer = *answer, number = saved->number, user = m_desk.work().user] {
                        if (m_desk.isOpen() && m_desk.work().user == user)
                            takeBack(seen, answer, number);
                    });
}

void ConflictModel::takeBack(const settle::Seen& seen, const store::Edit& answer, std::uint64_t number)
{
    const auto sync = m_desk.store().syncState();
    const auto saved =
        sync ? m_desk.store().save(settle::takenBack(m_desk.catalogue(), seen, answer, {sync->replica, number}))
             : Result<store::SavedChange>(sync.error());
    if (!saved)
        return m_navigator.tell(saved.error());
    emit committed(seen.matter.first, saved->number);
}

void ConflictModel::settle(const std::vector<store::RegisterEdit>& writes, bool canUndo)
{
    if (!maySettle() || !m_picture) // the page offers it to nobody who may not; the province would hold it back
        return;
    const ConflictPicture picture = *m_picture; // as it was shown, whatever the store says by now
    const auto& view = picture.opened.view;
    store::Edit edit;
    edit.auditKind = "settle";
    edit.records.push_back({view.record, view.root, view.type, view.partition, writes, picture.opened.past});
    m_settling = true; // the store tells of this save before it is over
    const auto saved = m_desk.store().save(edit);
    m_settling = false;
    if (!saved)
        return m_navigator.tell(saved.error()); // the page stays with all that is on it
    emit committed(view.record, saved->number);
    moveOn();
    if (!canUndo)
        return m_navigator.say(tr("Done; the others stay in the history"));
    m_navigator.say(tr("Changed; the others stay in the history"),
                    [this, picture, writes, number = saved->number, user = m_desk.work().user] {
                        if (m_desk.isOpen() && m_desk.work().user == user)
                            undo(picture, writes, number);
                    });
}

void ConflictModel::undo(const ConflictPicture& picture, const std::vector<store::RegisterEdit>& writes,
                         std::uint64_t number)
{
    const auto sync = m_desk.store().syncState();
    if (!sync)
        return m_navigator.tell(sync.error());
    const auto& view = picture.opened.view;
    store::RecordEdit back{view.record, view.root, view.type, view.partition, {}, picture.opened.past};
    for (const auto& write : writes) {
        // Replaces what was on the page and the settlement itself, nothing that came in besides.
        auto past = picture.opened.past.of(write.key);
        past.add({sync->replica, number});
        back.past.set(write.key, past);
        back.writes.push_back({write.key, picture.whatWas(write.key)});
    }
    store::Edit edit;
    edit.auditKind = "undo";
    edit.records.push_back(std::move(back));
    const auto saved = m_desk.store().save(edit);
    if (!saved)
        return m_navigator.tell(saved.error());
    emit committed(view.record, saved->number);
}

} // namespace lianxin::ui
