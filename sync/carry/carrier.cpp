// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/carry/carrier.hpp"

#include "sync/seal/chain.hpp"

#include <algorithm>

namespace lianxin::carry {

namespace {

// The province lacks what comes before: another carrier may be under way with it.
constexpr Millis kGapPause = 15LL * 60 * 1000;

// Nothing of it will change by asking again.
bool isFinal(std::string_view code) { return code != "busy" && code != "internal" && code != "disk-full"; }

} // namespace

Result<seal::Certificate> carrierOf(std::string_view certificate, const Trust& trust)
{
    LIANXIN_TRY(auto parsed, seal::parseCertificate(certificate));
    const bool mayCarry = parsed.kind == seal::CertificateKind::relay || parsed.kind == seal::CertificateKind::replica;
    if (!mayCarry || parsed.realm != trust.issuer.realm || !seal::verifyCertificate(trust.issuer.issuer, parsed))
        return fail(Errc::notAllowed, "a carrier that this organisation did not certify");
    return parsed;
}

Result<void> verifyAsked(std::string_view certificate, const Asked& asked, const seal::IssuerCertificate& issuer)
{
    const auto who = seal::parseCertificate(certificate);
    if (!who || who->kind != seal::CertificateKind::replica || who->realm != issuer.realm ||
        who->subject != asked.auth.replica.text() || !seal::verifyCertificate(issuer.issuer, *who))
        return fail(Errc::notAllowed, "not a tablet that this organisation certified");
    if (!seal::verifyRequest(who->signKey, asked.auth, asked.method, asked.path, asked.body))
        return fail(Errc::notAllowed, "not signed by that tablet");
    return {};
}

Result<wire::CarryReply> Carrier::take(const wire::CarryRequest& request, const Asked& asked)
{
    LIANXIN_CHECK(verifyAsked(request.certificate, asked, m.trust.issuer));
    wire::CarryReply reply;
    for (const auto& bytes : request.envelopes) {
        LIANXIN_TRY(auto answer, takeOne(bytes));
        if (answer.carried)
            reply.certificate = seal::certificateText(m.certificate);
        reply.answers.push_back(std::move(answer));
    }
    LIANXIN_TRY(reply.receipts, m.shelf.receipts(request.asked));
    LIANXIN_TRY(const auto onward, m.shelf.onward(request.asked));
    for (const auto& one : onward)
        reply.onward.push_back({one.certificate, one.receipt, one.head});
    return reply;
}

Result<wire::CarryAnswer> Carrier::takeOne(const std::string& bytes)
{
    wire::CarryAnswer answer;
    const auto refuse = [&](const Error& error) {
        answer.refused = errcName(error.code);
        return answer;
    };
    const auto envelope = seal::parseCarried(bytes);
    if (!envelope)
        return refuse(envelope.error());
    if (const auto verified = seal::verifyCarried(*envelope, m.trust.issuer); !verified)
        return refuse(verified.error());
    // Brought back to its author: it lies here anyhow, and goes on from here as its own.
    if (envelope->author.signKey == m.key.publicKey())
        return refuse(fail(Errc::invalidInput, "an envelope of this carrier's own"));
    LIANXIN_TRY(const auto held, m.shelf.receipts({envelope->label.replica}));
    if (!held.empty() && held.front().epoch == envelope->label.epoch && held.front().held >= envelope->label.last) {
        answer.received = held.front();
        return answer;
    }
    const auto taken = m.shelf.take(*envelope, bytes, m.clock.now());
    if (!taken && (taken.error().code == Errc::busy || taken.error().code == Errc::diskFull))
        return refuse(taken.error());
    if (!taken)
        return taken.error();
    answer.carried = seal::signCarriedReceipt(m.key, *envelope);
    return answer;
}

Result<Load> Carrier::load(store::CarryShelf::To to, std::size_t maxBytes)
{
    Load load;
    LIANXIN_TRY(load.items, m.shelf.due(to, m.clock.now(), wire::kMaxCarriedEnvelopes, maxBytes));
    for (auto& item : load.items)
        load.request.envelopes.push_back(std::move(item.bytes));
    return load;
}

Result<Load> Carrier::toProvince(std::size_t maxBytes) { return load(store::CarryShelf::To::province, maxBytes); }

Result<Load> Carrier::toCarrier(std::size_t maxBytes)
{
    LIANXIN_TRY(auto made, load(store::CarryShelf::To::carrier, maxBytes));
    LIANXIN_TRY(made.request.asked, m.shelf.authors());
    if (made.request.asked.size() > wire::kMaxCarryAsked)
        made.request.asked.resize(wire::kMaxCarryAsked);
    return made;
}

Result<void> Carrier::learn(const std::vector<core::Receipt>& receipts)
{
    for (const auto& receipt : receipts)
        if (seal::verifyReceipt(m.trust.province, receipt))
            LIANXIN_CHECK(m.shelf.received(receipt, m.clock.now()));
    return {};
}

Result<void> Carrier::provinceAnswered(const Load& load, const wire::CarryReply& reply)
{
    if (reply.answers.size() != load.items.size())
        return fail(Errc::protocol, "not an answer for each envelope");
    for (std::size_t i = 0; i < load.items.size(); ++i) {
        const auto& item = load.items[i];
        const auto& answer = reply.answers[i];
        if (answer.received) {
            if (answer.received->replica != item.label.replica ||
                !seal::verifyReceipt(m.trust.province, *answer.received))
                return fail(Errc::protocol, "a receipt that the province did not sign for this author");
            LIANXIN_CHECK(m.shelf.received(*answer.received, m.clock.now()));
        } else if (answer.need || !isFinal(answer.refused)) {
            LIANXIN_CHECK(m.shelf.postpone(item.id, m.clock.now() + kGapPause));
        } else {
            LIANXIN_CHECK(m.shelf.refused(item.id, answer.refused.empty() ? "protocol" : answer.refused));
        }
    }
    return learn(reply.receipts);
}

Result<void> Carrier::carrierAnswered(const Load& load, const wire::CarryReply& reply)
{
    if (reply.answers.size() != load.items.size())
        return fail(Errc::protocol, "not an answer for each envelope");
    const auto who = carrierOf(reply.certificate, m.trust);
    for (std::size_t i = 0; i < load.items.size(); ++i) {
        const auto& item = load.items[i];
        const auto& carried = reply.answers[i].carried;
        if (reply.answers[i].received)
            LIANXIN_CHECK(learn({*reply.answers[i].received}));
        // A colleague is one way more; only an office lets us spare the others.
        const bool isOffice = who && who->kind == seal::CertificateKind::relay;
        if (carried && isOffice && carried->envelope == item.hash && carried->replica == item.label.replica &&
            carried->first == item.label.first && carried->last == item.label.last &&
            seal::verifyCarriedReceipt(who->signKey, *carried))
            LIANXIN_CHECK(m.shelf.handedOn(item.id, {reply.certificate, *carried, item.label.head}));
    }
    return learn(reply.receipts);
}

} // namespace lianxin::carry
