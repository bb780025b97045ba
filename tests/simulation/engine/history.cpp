// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/history.hpp"

#include <algorithm>
#include <sstream>

namespace lianxin::sim::engine {

History::History(const Ground& given, std::uint64_t seed, std::ostream* traceTo)
    : ground(given), random(seed), trace(traceTo)
{
    SeededRandom ids(seed);
    for (auto& id : records)
        id = makeRecordId(1'790'000'000'000, ids);
    for (std::size_t i = 0; i < kPeople.size(); ++i) {
        grants[i].assign(ground.person(static_cast<int>(i)).generation + 1, true);
        grants[i][0] = false;
    }
}

void History::note(const std::string& line)
{
    const auto stamped = std::to_string(time.now()) + " " + line;
    for (const char c : stamped)
        result.traceHash = (result.traceHash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    if (trace != nullptr)
        *trace << stamped << '\n';
}

void History::detail(const std::string& line) const
{
    if (trace != nullptr)
        *trace << "    " << line << '\n';
}

void History::violated(const std::string& what)
{
    if (result.violation.empty())
        result.violation = what;
    note("VIOLATION " + what);
}

PartitionId History::partitionOf(int record) const
{
    const auto* text = kPlan[record].partition;
    return *text == '\0' ? PartitionId::forCase(records[static_cast<std::size_t>(record)]) : *PartitionId::parse(text);
}

// Of two places that somebody chose at once, that of the greatest dot; what hangs on a family is where it is.
PartitionId History::partitionIn(const OracleState& truth, int record) const
{
    const auto place = truth.find({kPlan[static_cast<std::size_t>(record)].root, kPlaceRegister});
    if (!isFamily(kPlan[static_cast<std::size_t>(record)].root) || place == truth.end() ||
        place->second.applied.empty())
        return partitionOf(record);
    const auto heads = place->second.heads();
    const auto last = std::ranges::max(heads, {}, [&](const OracleDot& dot) {
        return Dot{ground.person(dot.first).replica, dot.second};
    });
    const int value = place->second.applied.at(last).value;
    return *PartitionId::parse(
        kVillages[(kPlan[static_cast<std::size_t>(record)].root == kFar) != (value == 1) ? 1 : 0]);
}

const Value& History::valueOf(OracleKey key, int value)
{
    const auto place = m_values.find({key, value});
    return place != m_values.end() ? place->second
                                   : m_values.emplace(std::pair(key, value), makeValue(key, value)).first->second;
}

Value History::makeValue(OracleKey key, int value) const
{
    switch (kPlan[key.first].registers[key.second].kind) {
    case Kind::text: return Value::fromText("1990000000" + std::to_string(value) + std::string(wide ? 11000 : 0, 'x'));
    case Kind::code: return Value::fromInt(value + 1);
    case Kind::element: return Value::fromBool(value % 2 == 1);
    case Kind::reference: return Value::fromText(records[static_cast<std::size_t>(value)].text());
    case Kind::place:
        return Value::fromText(isFamily(key.first) ? kVillages[(key.first == kFar) != (value == 1) ? 1 : 0]
                                                   : partitionOf(key.first).text());
    case Kind::counsellor: return Value::fromText(ground.person(static_cast<int>(kPeople.size()) - 1).user.text());
    }
    return {};
}

OracleDot History::truthOf(const Dot& dot) const
{
    for (int i = 0; i < static_cast<int>(kPeople.size()); ++i)
        if (ground.person(i).replica == dot.replica)
            return {i, dot.number};
    return {-1, dot.number};
}

std::string History::textOf(const DotSet& dots) const
{
    std::ostringstream out;
    for (const auto& [person, number] : dots)
        out << person << '/' << number << ' ';
    return out.str();
}

std::shared_ptr<const OracleState> History::snapshot()
{
    if (!m_snapshot)
        m_snapshot = std::make_shared<OracleState>(oracle.server());
    return m_snapshot;
}

void History::noteFeeds()
{
    for (const int record : {kNear, kFar, kCase}) { // one made in each partition
        const auto partition = partitionOf(record);
        const auto sequence = must(server->province().store().partition(partition)).sequence;
        m_feeds.try_emplace({server->province().epoch(), partition, sequence}, snapshot());
    }
}

std::shared_ptr<const OracleState> History::feedAt(EpochId epoch, const PartitionId& partition,
                                                   std::uint64_t sequence) const
{
    const auto found = m_feeds.find({epoch, partition, sequence});
    return found == m_feeds.end() ? nullptr : found->second;
}

bool History::mayHold(int person, int record) const
{
    const auto at = static_cast<std::size_t>(person);
    if (record == kCase)
        return holds(person, record) && !revoked[at];
    const int village = partitionIn(oracle.server(), record).text() == kVillages[0] ? 0 : 1;
    return holdsVillage(person, village) && !revoked[at] && grants[at].back();
}

bool History::wroteHere(const SimTablet& tablet, int record) const
{
    return !tablet.purged.contains(record) && std::ranges::any_of(oracle.changesets(), [&](const auto& entry) {
        return entry.first.first == tablet.index &&
               std::ranges::any_of(entry.second.writes, [&](const auto& write) { return write.first.first == record; });
    });
}

// After a restore words wait again whose row was taken off when they were received: the log has them, and the row does not come back for it.
bool History::wroteUnpushed(const SimTablet& tablet, int record) const
{
    return std::ranges::any_of(oracle.changesets(), [&](const auto& entry) {
        const auto gone = tablet.purgedWords.find({record, entry.first.second});
        const bool isOff = gone != tablet.purgedWords.end() && (gone->second || tablet.purged.contains(record));
        return entry.first.first == tablet.index && entry.first.second > tablet.receipted && !isOff &&
               std::ranges::any_of(entry.second.writes, [&](const auto& write) { return write.first.first == record; });
    });
}

PartitionId History::homeOn(const SimTablet& tablet, int record) const
{
    const auto found = tablet.home.find(record);
    return found == tablet.home.end() ? partitionOf(record) : found->second;
}

OracleRegister History::shownOn(const SimTablet& tablet, OracleKey key) const
{
    return oracle.shown(tablet.index, key, tablet.received,
                        [&](std::uint64_t number) { return tablet.hasForgotten(key.first, number); });
}

bool History::everWritten(int record) const
{
    return std::ranges::any_of(oracle.changesets(), [&](const auto& entry) {
        return std::ranges::any_of(entry.second.writes, [&](const auto& write) { return write.first.first == record; });
    });
}

bool History::isHead(OracleDot dot) const
{
    const auto written = oracle.changesets().find(dot);
    if (written == oracle.changesets().end())
        return false;
    for (const auto& [key, write] : written->second.writes) {
        const auto reg = oracle.server().find(key);
        if (reg != oracle.server().end() && reg->second.heads().count(dot) > 0)
            return true;
    }
    return false;
}

void History::applied(OracleDot dot)
{
    oracle.applied(dot);
    m_snapshot.reset();
}

} // namespace lianxin::sim::engine
