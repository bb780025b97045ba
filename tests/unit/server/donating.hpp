// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/chain.hpp"
#include "sync/wire/donation_codec.hpp"
#include "sync/wire/paths.hpp"
#include "tests/unit/server/province_fixture.hpp"

#include <QtTest>

// What a tablet says to a server that was put back.
namespace lianxin::server::test {

struct Said {
    std::string code; // empty: taken
    std::optional<EpochId> epoch;
    core::DonationReply reply;
};
inline Said give(TestProvince& province, Tablet& tablet, const core::DonationRequest& request)
{
    const auto http = province.call(tablet.request(wire::kPathDonate, wire::encodeDonationRequest(request)));
    if (http.status != 200) {
        const auto refusal = refusalOf(http);
        return {refusal.code, refusal.epoch, {}};
    }
    auto reply = wire::decodeDonationReply(unpacked(http), request.epoch, tablet.replica);
    if (!reply || !seal::verifyReceipt(tablet.receiptKey, reply->receipt))
        return {"unsigned", std::nullopt, {}};
    return {{}, std::nullopt, *reply};
}
// What a tablet does with the news of another epoch.
inline void meet(TestProvince& province, Tablet& tablet)
{
    const auto refused = province.call(tablet.pullHttp(tablet.pull()));
    QCOMPARE(refusalOf(refused).code, std::string("epoch-changed"));
    tablet.epoch = *refusalOf(refused).epoch;
    const auto said = give(province, tablet, {tablet.epoch, {}, {}, false, std::nullopt});
    QCOMPARE(said.code, std::string());
    tablet.acknowledged = said.reply.receipt.held;
    tablet.acknowledgedHash = said.reply.receipt.head;
}
inline std::vector<core::Frame> rowsOf(TestProvince& province, Tablet& tablet)
{
    auto reply = province.pull(tablet, tablet.pull());
    std::vector<core::Frame> frames;
    for (auto& frame : reply->frames) {
        if (frame.partition == PartitionId::directory())
            continue;
        frame.from = frame.to = 0;
        frame.chain = {};
        frame.atHead = false;
        for (auto& row : frame.rows)
            for (auto& reg : row.registers)
                reg.note.reset();
        frames.push_back(std::move(frame));
    }
    return frames;
}
inline std::optional<core::RecordState> record(TestProvince& province, Tablet& tablet, RecordId id)
{
    const auto reply = province.pull(tablet, tablet.pull());
    for (const auto& frame : reply->frames)
        for (const auto& row : frame.rows)
            if (row.record == id)
                return row;
    return std::nullopt;
}
// Families, or cases, of which something waits for a witness, by the tablets that gave it.
inline std::size_t waitingFamilies(TestProvince& province)
{
    std::size_t count = 0;
    province.alone([&] { count = must(province.province().donation().waiting().families()).size(); });
    return count;
}
inline void pushOne(TestProvince& province, Tablet& tablet, core::RecordChange change)
{
    QVERIFY(province.push(tablet, tablet.push({tablet.parcel({tablet.body({std::move(change)})})})).has_value());
}

} // namespace lianxin::server::test
