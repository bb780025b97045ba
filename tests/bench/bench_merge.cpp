// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_merge.hpp"

#include "bench_tablet.hpp"

#include "sync/core/context.hpp"
#include "sync/core/register.hpp"

#include <random>

namespace lianxin::bench {

namespace {

constexpr std::size_t kReplicas = 500;
constexpr std::size_t kPerRegister = 4;

struct Write {
    std::size_t target;
    core::Head head;
    core::Context past;
};

ReplicaId replicaOf(std::size_t index)
{
    ReplicaId id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<std::uint8_t>((index * 2654435761U) >> (8 * (i % 4)));
    id.bytes[6] = static_cast<std::uint8_t>(index >> 8U);
    id.bytes[7] = static_cast<std::uint8_t>(index);
    return id;
}

std::vector<Write> concurrent(std::size_t count)
{
    std::mt19937_64 random(count);
    std::vector<std::uint64_t> numbers(kReplicas, 0);
    std::vector<ReplicaId> replicas;
    for (std::size_t i = 0; i < kReplicas; ++i)
        replicas.push_back(replicaOf(i));
    std::vector<Write> writes;
    writes.reserve(count);
    const auto registers = std::max<std::size_t>(1, count / kPerRegister);
    for (std::size_t i = 0; i < count; ++i) {
        const auto who = random() % kReplicas;
        core::Head head;
        head.dot = {replicas[who], ++numbers[who]};
        head.hlc = static_cast<core::Hlc>(i) << 16U;
        head.value = Value::fromText("1990000" + std::to_string(random() % 10'000));
        writes.push_back({random() % registers, std::move(head), {}});
    }
    return writes;
}

// Seconds for all of them. The context of a register is what the server has applied of everybody, as it is on the server.
double applyAll(const std::vector<Write>& writes, std::vector<core::Heads>& registers)
{
    core::Context base;
    const Stopwatch watch;
    for (const auto& write : writes) {
        if (core::applyWrite(registers[write.target], base, write.head, write.past) != core::Applied::written)
            throw BenchError("a new change was taken for an old one");
        base.add(write.head.dot);
    }
    return watch.seconds();
}

} // namespace

void mergeCore(Report& report, std::size_t most)
{
    std::string growth;
    double last = 0;
    for (std::size_t count = 1000; count <= most; count *= 10) {
        const auto writes = concurrent(count);
        double best = 1e9;
        std::size_t heads = 0;
        for (int round = 0; round < 3; ++round) { // the machine has other work; the least of three
            std::vector<core::Heads> registers(std::max<std::size_t>(1, count / kPerRegister));
            best = std::min(best, applyAll(writes, registers));
            heads = 0;
            for (const auto& one : registers)
                heads += one.size();
        }
        if (heads != count)
            throw BenchError("a concurrent change was lost");
        last = best / static_cast<double>(count) * 1e6;
        growth +=
            (growth.empty() ? "" : ", ") + std::to_string(count / 1000) + "k: " + std::to_string(last).substr(0, 5);
        report.add("merge_us_per_op_" + std::to_string(count / 1000) + "k", last, "us", "the same, this many changes");
    }
    report.add("merge_us_per_op", last, "us", "one concurrent change of many, merge core alone; by number " + growth);
}

} // namespace lianxin::bench
