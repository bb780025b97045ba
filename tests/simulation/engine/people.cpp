// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/people.hpp"

#include <algorithm>

namespace lianxin::sim::engine {

namespace {
std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }
constexpr Millis kYear = 365LL * 24 * 3600 * 1000;
} // namespace

// A case is opened by the first counsellor; everybody else edits it only where the store has it.
bool People::mayOpen(const SimTablet& tablet, int record) const
{
    const auto root = kPlan[static_cast<std::size_t>(record)].root;
    if (record == kCase ? !holds(tablet.index, record) : !m.moves && !holds(tablet.index, record))
        return false;
    if (tablet.isAway(record, m.homeOn(tablet, record)))
        return false;
    if (m.moves && record != kCase && !holds(tablet.index, record) &&
        !must(tablet.store->contains(m.records[static_cast<std::size_t>(record)])))
        return false; // only what moved to this person's village
    if (m.moves && root != record && !must(tablet.store->contains(m.records[static_cast<std::size_t>(root)])))
        return false;
    // Nobody makes a record under an id that was given before.
    if ((m.revokes || m.moves) && m.everWritten(record) &&
        !must(tablet.store->contains(m.records[static_cast<std::size_t>(record)])))
        return false;
    return record != kCase || tablet.index == 2 || must(tablet.store->contains(m.records[kCase]));
}

// Mostly records that the person's role may write; sometimes, and then knowingly, one that it may not: that changeset will be held back.
std::vector<int> People::recordsFor(const SimTablet& tablet)
{
    std::vector<int> allowed;
    std::vector<int> forbidden;
    for (int record = 0; record < kRecords; ++record)
        if (mayOpen(tablet, record))
            (mayWrite(tablet.index, record) ? allowed : forbidden).push_back(record);
    std::shuffle(allowed.begin(), allowed.end(), m.random);
    allowed.resize(std::min<std::size_t>(allowed.size(), 1 + static_cast<std::size_t>(m.pick(2))));
    if (!forbidden.empty() && m.chance(m.forbiddenPercent))
        allowed.push_back(forbidden[static_cast<std::size_t>(m.pick(static_cast<int>(forbidden.size())))]);
    std::sort(allowed.begin(), allowed.end());
    return allowed;
}

OpenForm People::formOf(SimTablet& tablet)
{
    OpenForm form;
    for (const int record : recordsFor(tablet)) {
        OpenRecord open;
        open.record = record;
        const auto id = m.records[static_cast<std::size_t>(record)];
        open.isNew = !must(tablet.store->contains(id));
        if (!open.isNew)
            open.past = must(tablet.store->openForEdit(id)).past;
        for (int reg = 0; reg < kRegisters; ++reg)
            open.truths[static_cast<std::size_t>(reg)] =
                open.isNew ? DotSet{} : m.oracle.shown(tablet.index, {record, reg}, tablet.received).seen();
        form.push_back(std::move(open));
    }
    return form;
}

void People::keepAsDraft(SimTablet& tablet, OpenForm& form)
{
    SeededRandom ids(m.random());
    for (auto& open : form) {
        store::Draft draft;
        draft.id = makeRecordId(tablet.clock.now() & 0xffffffffffff, ids);
        draft.record = m.records[static_cast<std::size_t>(open.record)];
        draft.root = m.rootOf(open.record);
        draft.past = open.past;
        draft.body = "{}";
        must(tablet.store->putDraft(draft));
        open.draft = draft.id;
        open.past = {};
    }
}

void People::openForm(SimTablet& tablet)
{
    auto form = formOf(tablet);
    if (form.empty())
        return;
    const bool kept = m.chance(50);
    if (kept)
        keepAsDraft(tablet, form);
    tablet.forms.push_back(std::move(form));
    m.note(who(tablet) + " opens a form" + (kept ? ", kept as a draft" : ""));
}

store::RecordEdit People::editOf(SimTablet& tablet, const OpenRecord& open, OracleChangeset& truth)
{
    const auto& plan = kPlan[static_cast<std::size_t>(open.record)];
    store::RecordEdit edit;
    edit.record = m.records[static_cast<std::size_t>(open.record)];
    edit.root = m.rootOf(open.record);
    edit.type = m.ground.catalogue().type(plan.type)->number;
    edit.partition = m.partitionOf(open.record);
    edit.past = open.draft ? must(tablet.store->draft(*open.draft))->past : open.past;
    for (int reg = 0; reg < kRegisters; ++reg) {
        const auto kind = plan.registers[static_cast<std::size_t>(reg)].kind;
        const bool last = reg == kRegisters - 1 && edit.writes.empty();
        const bool moves = m.moves && kind == Kind::place && isFamily(open.record) && !open.isNew;
        if (moves ? !last && m.pick(5) != 0 : onlyAtFirst(kind) ? !open.isNew && !last : !last && m.pick(3) != 0)
            continue;
        const OracleKey key{open.record, reg};
        const int value = moves ? m.pick(2) : onlyAtFirst(kind) ? 0 : isElement(key) ? m.pick(2) : m.pick(4);
        edit.writes.push_back({keyOf(key), m.valueOf(key, value)});
        truth.writes[key] = {open.truths[static_cast<std::size_t>(reg)], value};
    }
    return edit;
}

void People::save(SimTablet& tablet)
{
    OpenForm form;
    if (!tablet.forms.empty() && m.chance(50)) { // R9: saved late, with the past of the opening
        const auto at = tablet.forms.begin() + m.pick(static_cast<int>(tablet.forms.size()));
        form = *at;
        tablet.forms.erase(at);
    } else {
        form = formOf(tablet);
    }
    if (form.empty())
        return;
    store::Edit edit;
    OracleChangeset truth;
    const auto generation = must(tablet.store->syncState()).scopeGeneration;
    const auto& given = m.grants[static_cast<std::size_t>(tablet.index)];
    bool permitted = generation < given.size() ? given[generation] : given.back(); // after a restore they jump (R13)
    for (const auto& open : form) {
        edit.records.push_back(editOf(tablet, open, truth));
        edit.draft = open.draft ? open.draft : edit.draft;
        permitted = permitted && mayWrite(tablet.index, open.record);
    }
    if (m.chance(30))
        edit.why = "because";
    bool answered = false;
    const bool died =
        tablet.runMortal(m.chance(5) ? 1 + m.pick(30) : 0, [&] { answered = tablet.store->save(edit).has_value(); });
    m.result.deaths += died;
    const bool there = died ? must(tablet.store->syncState()).saved == tablet.saved + 1 : answered;
    if (!died && !answered)
        return m.violated("I2 " + who(tablet) + " could not save");
    if (answered && !there)
        return m.violated("I2 " + who(tablet) + " said saved, and it is gone");
    m.note(who(tablet) + (there ? " saves " + std::to_string(tablet.saved + 1) : " dies before saving") +
           (permitted ? "" : ", not permitted"));
    if (!there)
        return m_changed(tablet);
    const OracleDot dot{tablet.index, ++tablet.saved};
    for (const auto& [key, write] : truth.writes)
        m.detail("writes " + std::to_string(key.first) + "." + keyOf(key).text() + " seeing " + m.textOf(write.past));
    m.oracle.saved(dot, std::move(truth));
    if (!permitted)
        m.foreseen.insert(dot);
    ++m.result.edits;
    m_changed(tablet);
    if (!died)
        tablet.runner->noteSaved(tablet.saved);
}

void People::setClock(SimTablet& tablet)
{
    const auto years = m.pick(3) == 0 ? 0 : m.pick(68) - 56; // 1970 to 2038
    tablet.clock.jump(years * kYear + m.pick(1'000'000));
    m.note(who(tablet) + " sets its clock by " + std::to_string(years) + " years");
}

void People::touchLink(SimTablet& tablet)
{
    tablet.linkUp = !tablet.linkUp;
    const bool noticed = m.chance(70); // a link can be dead while the monitor says yes
    m.note(who(tablet) + (tablet.linkUp ? " has a link" : " has no link") + (noticed ? "" : " and does not notice"));
    if (noticed || tablet.linkUp)
        tablet.setOnline(tablet.linkUp);
}

void People::die(SimTablet& tablet)
{
    const bool orderly = m.chance(25);
    m.note(who(tablet) + (orderly ? " is closed and opened" : " dies"));
    if (orderly) {
        std::erase_if(tablet.forms, [](const OpenForm& form) { return !form.front().draft; });
        tablet.restart();
    } else {
        tablet.kill();
        ++m.result.deaths;
    }
    m_changed(tablet);
}

} // namespace lianxin::sim::engine
