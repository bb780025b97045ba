// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of ServerApi that speak of what others bring: carried pushes, segments for an office, and what tablets give back to a restored server.
#include "sync/seal/chain.hpp"
#include "sync/server/epoch.hpp"
#include "sync/server/server_api_post.hpp"
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/donation_codec.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/shelf_messages.hpp"

namespace lianxin::server {

void ServerApi::carry(const HttpRequest& request, const Caller& caller, const Done& done)
{
    const auto decoded = readBody(request, wire::kMaxCarryBytes, wire::decodeCarryRequest);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, m_province.carry().open(*decoded));
    post<wire::CarryReply>(
        true, [this, job] { return m_province.carry().carry(*job, m_province.epoch()); },
        [this](Answer<wire::CarryReply>& answer) {
            m_province.carry().sign(answer.reply);
            return packed(wire::encodeCarryReply(answer.reply));
        },
        done);
}

void ServerApi::relays(const Caller& caller, const Done& done)
{
    auto job = jobOf(caller.auth, caller.hash, std::string());
    post<std::vector<std::string>>(
        false, [this, job] { return m_province.carry().relaysNear(*job); },
        [](Answer<std::vector<std::string>>& answer) { return packed(wire::encodeRelays(answer.reply)); }, done);
}

void ServerApi::shelf(const Caller& caller, const Done& done)
{
    auto job = jobOf(caller.auth, caller.hash, std::string());
    post<wire::ShelfList>(
        false, [this, job] { return m_province.shelf().list(*job); },
        [](Answer<wire::ShelfList>& answer) { return packed(wire::encodeShelf(answer.reply)); }, done);
}

void ServerApi::shelfPart(const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto decoded = readBody(request, wire::kMaxBodyBytes, wire::decodeShelfAsk);
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    post<std::string>(
        false, [this, job] { return m_province.shelf().part(*job); },
        [](Answer<std::string>& answer) {
            HttpReply reply;
            reply.body = std::move(answer.reply);
            return reply;
        },
        done);
}

void ServerApi::donate(const HttpRequest& request, const Caller& caller, const Done& done)
{
    auto decoded = readBody(request, wire::kMaxPushBytes, [&caller](const std::string& bytes) {
        return wire::decodeDonationRequest(bytes, caller.auth.replica);
    });
    if (!decoded)
        return done(replyOf(decoded.error()));
    auto job = jobOf(caller.auth, caller.hash, std::move(*decoded));
    auto before = std::make_shared<EpochId>(); // epochs are looked at on the worker's thread only
    post<core::DonationReply>(
        true,
        [this, job, before] {
            *before = m_province.epoch();
            return m_province.donation().donate(*job, *before);
        },
        [this](Answer<core::DonationReply>& answer) {
            auto& receipt = answer.reply.receipt;
            receipt = seal::signReceipt(m_province.identity().receiptKey, receipt.epoch, receipt.replica, receipt.held,
                                        receipt.head);
            return packed(wire::encodeDonationReply(answer.reply));
        },
        [this, before, tag = caller.tag, done](HttpReply reply) {
            if (*before != m_province.epoch())
                m_log.event("new epoch", {{"reason", kByReceipt}, {"shown_by", tag}});
            done(std::move(reply));
        });
}

} // namespace lianxin::server
