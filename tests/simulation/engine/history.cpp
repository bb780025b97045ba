// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/history.hpp"

#include <sstream>

namespace lianxin::sim::engine {

History::History(const Ground& given, std::uint64_t seed, std::ostream* traceTo)
    : ground(given), random(seed), trace(traceTo)
{
    SeededRandom ids(seed);
    for (auto& id : records)
        id = makeRecordId(1'790'000'000'000, ids);
}

void History::note(const std::string& line)
{
    const auto stamped = std::to_string(time.now()) + " " + line;
    for (const char c : stamped)
        result.traceHash = (result.traceHash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    if (trace != nullptr)
        *trace << stamped << '\n';
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
    case Kind::place: return Value::fromText(partitionOf(key.first).text());
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
    for (int record = 0; record < kRecords; ++record) {
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
