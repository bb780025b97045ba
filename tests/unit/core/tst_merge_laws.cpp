// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/record_state.hpp"
#include "sync/core/replica_view.hpp"

#include <QTest>

#include <random>
#include <set>

using namespace lianxin;
using namespace lianxin::core;

namespace {

constexpr int kRounds = 400;

ReplicaId replica(int n)
{
    ReplicaId id;
    id.bytes[7] = static_cast<std::uint8_t>(n);
    return id;
}

using Truth = std::set<std::pair<int, std::uint64_t>>;

struct Made {
    Context context;
    Truth truth;
};

Made randomContext(std::mt19937_64& random)
{
    Made made;
    const auto count = random() % 30;
    for (std::uint64_t i = 0; i < count; ++i) {
        const int r = 1 + static_cast<int>(random() % 3);
        const auto n = 1 + random() % 12;
        made.context.add({replica(r), n});
        made.truth.insert({r, n});
    }
    return made;
}

Truth truthOf(const Context& context)
{
    Truth truth;
    for (const auto& entry : context.entries())
        for (const auto& interval : entry.numbers.intervals())
            for (auto n = interval.first; n <= interval.last; ++n)
                truth.insert({entry.replica.bytes[7], n});
    return truth;
}

Head head(int r, std::uint64_t n, int value)
{
    return {{replica(r), n}, {}, static_cast<Hlc>(n), Value::fromInt(value)};
}

struct Reg {
    Heads heads;
    Context context;
    bool operator==(const Reg&) const = default;
};

// A register state as some history of overwriting could leave it.
Reg randomRegister(std::mt19937_64& random)
{
    Reg reg;
    for (std::uint64_t i = random() % 6; i > 0; --i) {
        const auto write = head(1 + static_cast<int>(random() % 3), 1 + random() % 8, static_cast<int>(random() % 3));
        const auto past = random() % 2 == 0 ? reg.context : Context{};
        if (applyWrite(reg.heads, reg.context, write, past) == Applied::written) {
            reg.context.merge(past);
            reg.context.add(write.dot);
        }
    }
    // The value belongs to the dot: two states never give one dot two values.
    for (auto& h : reg.heads)
        h.value = Value::fromInt(static_cast<std::int64_t>(h.dot.number * 10 + h.dot.replica.bytes[7]));
    return reg;
}

Reg merge(const Reg& a, const Reg& b)
{
    Reg merged{mergeHeads(a.heads, a.context, b.heads, b.context), a.context};
    merged.context.merge(b.context);
    return merged;
}

} // namespace

class TstMergeLaws : public QObject {
    Q_OBJECT

private slots:
    void contextIsASet();
    void mergeIsCommutativeAssociativeIdempotent();
    void writeIsIdempotent();
    void provisionalIsTheGreatestDot();
    void equalValuesAreNoConflict();
    void anElementIsPresentIfAnyHeadSaysSo();
    void ownChangesLieOnTopAndCarryTheirPasts();
    void registersRoundTrip();
    void registersRefuseCutBytes();
};

void TstMergeLaws::contextIsASet()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < kRounds; ++round) {
        const auto a = randomContext(random);
        const auto b = randomContext(random);
        QCOMPARE(truthOf(a.context), a.truth);
        auto sum = a.context;
        sum.merge(b.context);
        Truth both = a.truth;
        both.insert(b.truth.begin(), b.truth.end());
        QCOMPARE(truthOf(sum), both);
        Truth rest;
        std::set_difference(a.truth.begin(), a.truth.end(), b.truth.begin(), b.truth.end(),
                            std::inserter(rest, rest.end()));
        QCOMPARE(truthOf(a.context.without(b.context)), rest);
        QCOMPARE(a.context.covers(b.context),
                 std::includes(a.truth.begin(), a.truth.end(), b.truth.begin(), b.truth.end()));
        for (int r = 1; r <= 3; ++r)
            for (std::uint64_t n = 1; n <= 12; ++n)
                QCOMPARE(a.context.contains({replica(r), n}), a.truth.count({r, n}) > 0);
        if (!a.truth.empty()) {
            auto less = a.context;
            auto lessTruth = a.truth;
            const auto gone = *std::next(lessTruth.begin(), static_cast<long>(random() % lessTruth.size()));
            less.remove({replica(gone.first), gone.second});
            lessTruth.erase(gone);
            QCOMPARE(truthOf(less), lessTruth);
        }
        const auto back = decodeContext(encodeContext(a.context));
        QVERIFY(back.has_value());
        QVERIFY(*back == a.context);
    }
}

void TstMergeLaws::mergeIsCommutativeAssociativeIdempotent()
{
    std::mt19937_64 random(11);
    for (int round = 0; round < kRounds; ++round) {
        const auto a = randomRegister(random);
        const auto b = randomRegister(random);
        const auto c = randomRegister(random);
        QVERIFY(merge(a, b) == merge(b, a));
        QVERIFY(merge(merge(a, b), c) == merge(a, merge(b, c)));
        QVERIFY(merge(a, a) == a);
    }
}

void TstMergeLaws::writeIsIdempotent()
{
    std::mt19937_64 random(13);
    for (int round = 0; round < kRounds; ++round) {
        auto reg = randomRegister(random);
        const auto write = head(4, 1, 9);
        const auto past = reg.context;
        QVERIFY(applyWrite(reg.heads, reg.context, write, past) == Applied::written);
        reg.context.add(write.dot);
        QCOMPARE(reg.heads.size(), std::size_t{1});
        const auto once = reg;
        QVERIFY(applyWrite(reg.heads, reg.context, write, past) == Applied::reflected);
        QVERIFY(reg == once);
    }
}

void TstMergeLaws::provisionalIsTheGreatestDot()
{
    const Heads heads{head(1, 9, 1), head(2, 3, 2)};
    QCOMPARE(provisional(heads)->value.canonical(), std::string("2"));
    QVERIFY(provisional({}) == nullptr);
}

void TstMergeLaws::equalValuesAreNoConflict()
{
    QVERIFY(!differ({head(1, 1, 5), head(2, 1, 5)}));
    QVERIFY(differ({head(1, 1, 5), head(2, 1, 6)}));
    QVERIFY(!differ({}));
}

void TstMergeLaws::anElementIsPresentIfAnyHeadSaysSo()
{
    auto present = head(1, 1, 0);
    present.value = Value::fromBool(true);
    auto absent = head(2, 1, 0);
    absent.value = Value::fromBool(false);
    QVERIFY(isPresent({present, absent}));
    QVERIFY(!isPresent({absent}));
    QVERIFY(!isPresent({}));
}

void TstMergeLaws::ownChangesLieOnTopAndCarryTheirPasts()
{
    Context stored;
    stored.addRange(replica(2), 1, 4);
    Context firstPast = stored;
    firstPast.add(
        {replica(3), 9}); // seen once, then withdrawn from the server: R33 keeps it in the past of what follows
    Context secondPast = firstPast;
    secondPast.add({replica(1), 1});
    const std::vector<OwnWrite> own{{head(1, 1, 1), &firstPast}, {head(1, 2, 2), &secondPast}};
    const auto shown = show({head(2, 4, 7)}, stored, own, {});
    QCOMPARE(shown.heads.size(), std::size_t{1});
    QCOMPARE(shown.heads.front().dot.number, std::uint64_t{2});
    QVERIFY(shown.pending);
    QVERIFY(shown.past.contains({replica(3), 9}));
    const std::vector<Dot> withdrawn{{replica(1), 2}};
    QCOMPARE(show({head(2, 4, 7)}, stored, own, withdrawn).heads.front().dot.number, std::uint64_t{1});
}

void TstMergeLaws::registersRoundTrip()
{
    std::mt19937_64 random(17);
    for (int round = 0; round < kRounds; ++round) {
        std::vector<RegisterState> registers;
        for (std::uint32_t i = 0; i < random() % 5; ++i) {
            RegisterState reg;
            reg.key = {10 + i, i % 2 == 0 ? "" : std::to_string(random() % 90)};
            reg.heads = randomRegister(random).heads;
            reg.exceptions = randomContext(random).context;
            reg.contextId = random() % 3;
            reg.feed = random() % 1000;
            if (random() % 3 == 0)
                reg.note = ConflictNote{head(1, 77, 3), {{{replica(1), 77}, "because"}}};
            registers.push_back(std::move(reg));
        }
        const auto back = decodeRegisters(encodeRegisters(registers));
        QVERIFY(back.has_value());
        QVERIFY(*back == registers);
    }
}

void TstMergeLaws::registersRefuseCutBytes()
{
    std::mt19937_64 random(19);
    std::vector<RegisterState> registers(2);
    registers[0].key = {10, ""};
    registers[0].heads = {head(1, 1, 5), head(2, 300, 6)};
    registers[1].key = {12, "44"};
    registers[1].exceptions = randomContext(random).context;
    const auto bytes = encodeRegisters(registers);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY2(!decodeRegisters(std::string_view(bytes).substr(0, size)).has_value(), std::to_string(size).c_str());
    QVERIFY(!decodeRegisters(bytes + "x").has_value());
    auto newer = bytes;
    newer[0] = 9;
    QCOMPARE(decodeRegisters(newer).error().code, Errc::upgradeNeeded);
    // Any flipped byte is refused or understood, never a crash.
    for (std::size_t i = 0; i < bytes.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            auto bent = bytes;
            bent[i] = static_cast<char>(bent[i] ^ (1 << bit));
            (void)decodeRegisters(bent);
        }
}

QTEST_APPLESS_MAIN(TstMergeLaws)
#include "tst_merge_laws.moc"
