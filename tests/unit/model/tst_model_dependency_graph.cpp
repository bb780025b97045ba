// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/model/dependency_graph.hpp"

#include <QTest>

#include <algorithm>
#include <random>

using namespace lianxin;

namespace {

// Needs point to smaller numbers only: no circle.
DependencyGraph::Needs someNeeds(std::mt19937& random, std::uint32_t nodes)
{
    DependencyGraph::Needs needs;
    for (std::uint32_t node = 2; node <= nodes; ++node)
        for (auto count = random() % 4; count > 0; --count)
            needs[node].insert(static_cast<std::uint32_t>(1 + random() % (node - 1)));
    return needs;
}

} // namespace

class TestModelDependencyGraph : public QObject {
    Q_OBJECT

private slots:
    void orderPutsNeedsFirst()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 100; ++round) {
            const auto needs = someNeeds(random, 60);
            const DependencyGraph graph(needs);
            QVERIFY(graph.cycle().empty());
            const auto place = [&](std::uint32_t node) {
                return std::find(graph.order().begin(), graph.order().end(), node) - graph.order().begin();
            };
            for (const auto& [node, others] : needs)
                for (const auto other : others)
                    QVERIFY(place(other) < place(node));
        }
    }

    void cyclesAreNamed()
    {
        QCOMPARE(DependencyGraph(DependencyGraph::Needs{{1, {1}}}).cycle(), (std::vector<std::uint32_t>{1}));
        const DependencyGraph graph(DependencyGraph::Needs{{5, {4}}, {1, {2}}, {2, {3}}, {3, {1, 9}}, {7, {1}}});
        auto cycle = graph.cycle();
        std::sort(cycle.begin(), cycle.end());
        QCOMPARE(cycle, (std::vector<std::uint32_t>{1, 2, 3}));
        QVERIFY(graph.order().empty());
        QVERIFY(DependencyGraph(DependencyGraph::Needs{{1, {2}}, {2, {}}}).cycle().empty());
    }

    // Computing only what changed gives what computing everything gives.
    void spreadEqualsAll()
    {
        std::mt19937 random(2);
        for (int round = 0; round < 200; ++round) {
            const auto needs = someNeeds(random, 40);
            const DependencyGraph graph(needs);
            std::map<std::uint32_t, long> values;
            const auto compute = [&](const std::map<std::uint32_t, long>& from, std::uint32_t node) {
                long sum = 0;
                for (const auto other : needs.at(node))
                    sum += from.count(other) != 0 ? from.at(other) : 0;
                return sum / 2 + static_cast<long>(node % 2); // halving: often nothing changes further on
            };
            const auto all = [&](std::map<std::uint32_t, long> from) {
                for (const auto node : graph.order())
                    if (const auto found = needs.find(node); found != needs.end() && !found->second.empty())
                        from[node] = compute(from, node);
                return from;
            };
            values = all(values);
            for (int edit = 0; edit < 10; ++edit) {
                const auto node = static_cast<std::uint32_t>(1 + random() % 40);
                if (const auto found = needs.find(node); found != needs.end() && !found->second.empty())
                    continue;
                values[node] = static_cast<long>(random() % 3);
                std::set<std::uint32_t> visited;
                const std::uint32_t changed[] = {node};
                graph.spread(changed, [&](std::uint32_t other) {
                    if (!visited.insert(other).second)
                        qFatal("visited twice");
                    const auto before = values[other];
                    values[other] = compute(values, other);
                    return values[other] != before;
                });
                QCOMPARE(values, all(values));
            }
        }
    }

    void longChain()
    {
        DependencyGraph::Needs needs;
        for (std::uint32_t node = 1; node < 100000; ++node)
            needs[node] = {node - 1};
        const DependencyGraph graph(needs);
        QCOMPARE(graph.order().size(), std::size_t(100000));
        needs[0] = {99999};
        QCOMPARE(DependencyGraph(needs).cycle().size(), std::size_t(100000));
    }
};

QTEST_APPLESS_MAIN(TestModelDependencyGraph)
#include "tst_model_dependency_graph.moc"
