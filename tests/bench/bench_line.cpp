// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_line.hpp"

namespace lianxin::bench {

void saveOne(BenchTablet& tablet, const Catalogue& catalogue, const RecordId& household, int value)
{
    const auto* type = catalogue.type(std::string_view("household"));
    const auto opened = need(tablet.store().openForEdit(household), "open");
    store::RecordEdit edit{household, household, type->number, opened.view.partition, {}, opened.past};
    edit.writes.push_back({RegisterKey{type->field(std::string_view("phone1"))->registerNumber(), {}},
                           Value::fromText("199" + std::to_string(10'000'000 + value).substr(0, 8))});
    (void)need(tablet.store().save({{}, {edit}, std::nullopt, "bench"}), "save");
}

std::vector<RecordId> someHouseholds(BenchTablet& tablet, const Catalogue& catalogue, std::size_t most)
{
    std::vector<RecordId> ids;
    const auto* type = catalogue.type(std::string_view("household"));
    for (const auto& view : need(tablet.store().ofType(type->number, most), "households"))
        ids.push_back(view.record);
    if (ids.empty())
        throw BenchError("no family is there");
    return ids;
}

void pushTwoHundred(Report& report, BenchTablet& tablet, const Catalogue& catalogue)
{
    const auto families = someHouseholds(tablet, catalogue, 200);
    for (std::size_t i = 0; i < 200; ++i)
        saveOne(tablet, catalogue, families[i % families.size()], 1000 + static_cast<int>(i));
    const Stopwatch watch;
    tablet.pushAll();
    report.add("push_200_ms", watch.ms(), "ms", "sign, send over TLS, merge, fsync, receipt stored");
    report.add("push_200_bytes_per_edit", static_cast<double>(tablet.traffic().sent + tablet.traffic().received) / 200,
               "B", "packed bodies, both ways, without HTTP headers");
}

void countBytes(Report& report, BenchTablet& tablet, const Catalogue& catalogue, e2e::FaultyProxy& proxy)
{
    tablet.syncAll();
    const auto household = someHouseholds(tablet, catalogue, 1).front();
    const auto measured = [&](const std::string& name, const std::string& what, const auto& request) {
        const auto up = proxy.bytesUp();
        const auto down = proxy.bytesDown();
        request();
        const auto sent = proxy.bytesUp() - up;
        const auto received = proxy.bytesDown() - down;
        const auto& bodies = tablet.traffic();
        const auto parts = [](qint64 all, std::size_t body) {
            return std::to_string(all - static_cast<qint64>(body)) + " + " + std::to_string(body);
        };
        report.add(name, static_cast<double>(sent + received), "B",
                   what + ", without TLS; headers + body: " + parts(sent, bodies.sent) + " up, " +
                       parts(received, bodies.received) + " down");
        return static_cast<double>(bodies.sent + bodies.received);
    };
    tablet.pullOnce();
    measured("noop_bytes", "a pull with nothing new and its reply", [&] { tablet.pullOnce(); });
    saveOne(tablet, catalogue, household, 5000);
    const auto body =
        measured("edit_roundtrip_bytes", "one changed field: the push and its receipt", [&] { tablet.pushAll(); });
    report.add("edit_body_bytes", body, "B", "of these, the two packed bodies");
}

} // namespace lianxin::bench
