// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge.hpp"

#include <algorithm>
#include <sstream>

namespace lianxin::sim {

namespace {

DotSet dotsOf(const core::Heads& heads)
{
    DotSet dots;
    for (const auto& head : heads)
        dots.insert({head.dot.replica.bytes[7] - 1, head.dot.number});
    return dots;
}

std::string text(const DotSet& dots)
{
    std::ostringstream out;
    for (const auto& [tablet, number] : dots)
        out << tablet << '/' << number << ' ';
    return out.str();
}

std::string nameOf(OracleKey key) { return std::to_string(key.first) + "." + std::to_string(key.second); }

} // namespace

void Judge::everyStep() const
{
    afterServer();
    for (const auto& tablet : m_tablets)
        afterTablet(*tablet);
}

void Judge::afterServer() const
{
    for (int record = 0; record < kRecords; ++record) {
        const auto stored = *m_store.record(recordId(record));
        for (int reg = 0; reg < kRegisters; ++reg)
            serverRegister({record, reg}, stored ? stored->find(keyOf(reg)) : nullptr);
    }
}

void Judge::afterTablet(const Tablet& tablet) const
{
    for (int record = 0; record < kRecords; ++record)
        for (int reg = 0; reg < kRegisters; ++reg)
            tabletRegister(tablet, {record, reg});
    acknowledgement(tablet);
}

void Judge::afterSave(const Tablet& tablet, const std::vector<OracleKey>& wrote) const
{
    for (const auto key : wrote)
        tabletRegister(tablet, key);
    acknowledgement(tablet);
}

void Judge::acknowledgement(const Tablet& tablet) const
{
    if (tablet.model.acknowledged() > tablet.model.own().size())
        m_violated("I5 more acknowledged than saved");
}

void Judge::serverRegister(OracleKey key, const core::RegisterState* reg) const
{
    const auto truth = m_oracle.server().find(key);
    const auto expected = truth == m_oracle.server().end() ? DotSet{} : truth->second.heads();
    const auto actual = reg ? dotsOf(reg->heads) : DotSet{};
    if (actual != expected)
        m_violated("server register " + nameOf(key) + " has " + text(actual) + "should have " + text(expected));
    note(key, reg);
}

void Judge::tabletRegister(const Tablet& tablet, OracleKey key) const
{
    const auto who = [&] { return "tablet " + std::to_string(tablet.index) + " register " + nameOf(key); };
    const auto shown = tablet.model.shown(partitionOf(key.first), key);
    const auto wanted = m_oracle.shown(tablet.index, key, tablet.received);
    const auto heads = wanted.heads();
    if (dotsOf(shown.heads) != heads)
        m_violated(who() + " shows " + text(dotsOf(shown.heads)) + "should show " + text(heads));
    const auto first = heads.empty() ? 0 : wanted.applied.at(*heads.begin()).value;
    const bool differ =
        std::any_of(heads.begin(), heads.end(), [&](const auto& dot) { return wanted.applied.at(dot).value != first; });
    if (core::differ(shown.heads) != differ)
        m_violated("I6 " + who());
}

// A note stands exactly beside a conflict, and its "before" is a write that every head had seen.
void Judge::note(OracleKey key, const core::RegisterState* reg) const
{
    if (!reg)
        return;
    const bool conflict = keyOf(key.second).element.empty() && core::differ(reg->heads);
    if (conflict != reg->note.has_value())
        return m_violated("I6 note of server register " + nameOf(key));
    if (!conflict || !reg->note->before)
        return;
    const OracleDot before{reg->note->before->dot.replica.bytes[7] - 1, reg->note->before->dot.number};
    for (const auto& dot : dotsOf(reg->heads))
        if (m_oracle.server().at(key).applied.at(dot).past.count(before) == 0)
            m_violated("note of server register " + nameOf(key) + " names what a head had not seen");
}

void Judge::atRest() const
{
    std::string serverHash;
    for (int record = 0; record < kRecords; ++record)
        if (const auto stored = *m_store.record(recordId(record)))
            core::appendStateHashInput(serverHash, *stored);
    for (const auto& tablet : m_tablets) {
        std::string hash;
        for (int record = 0; record < kRecords; ++record) {
            core::RecordState row;
            for (int reg = 0; reg < kRegisters; ++reg)
                if (const auto* state = tablet->model.find({record, reg})) {
                    row.record = recordId(record);
                    row.at(keyOf(reg)) = *state;
                }
            if (!row.registers.empty())
                core::appendStateHashInput(hash, row);
        }
        if (hash != serverHash)
            m_violated("I1 tablet " + std::to_string(tablet->index) + " differs from the server at rest");
        if (tablet->model.acknowledged() != tablet->model.own().size())
            m_violated("I17 tablet " + std::to_string(tablet->index) + " still has something to send");
    }
    for (const auto& [dot, changeset] : m_oracle.changesets())
        if (changeset.quarantined)
            m_violated("I2 a changeset was forgotten in quarantine");
}

} // namespace lianxin::sim
