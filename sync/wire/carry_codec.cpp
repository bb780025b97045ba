// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/carry_messages.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/json_fields.hpp"
#include "sync/wire/message_codec.hpp"

namespace lianxin::wire {

namespace {

constexpr JsonLimits kRequestLimits{kMaxCarryBytes, kMaxCarryBytes, 8};
constexpr JsonLimits kReplyLimits{kMaxCarryReplyBytes, kMaxString, 8};
constexpr std::size_t kMaxCode = 32;

std::string certificateAt(const JsonIn& in)
{
    return in.has("c") ? std::string(in.at("c").text(seal::kMaxCarriedCertificate)) : std::string();
}

void writeReceipt(JsonOut& out, const core::Receipt& receipt)
{
    out.open('{')
        .key("e")
        .id(receipt.epoch)
        .key("g")
        .id(receipt.signature)
        .key("h")
        .id(receipt.head)
        .key("n")
        .number(receipt.held)
        .key("r")
        .id(receipt.replica)
        .close('}');
}

core::Receipt readReceipt(const JsonIn& in)
{
    core::Receipt receipt;
    receipt.epoch = in.at("e").id<EpochId>();
    receipt.signature = in.at("g").id<core::Signature>();
    receipt.head = in.at("h").id<Hash>();
    receipt.held = in.at("n").number();
    receipt.replica = in.at("r").id<ReplicaId>();
    return receipt;
}

void writeCarried(JsonOut& out, const seal::CarriedReceipt& receipt)
{
    out.open('{')
        .key("e")
        .id(receipt.envelope)
        .key("f")
        .number(receipt.first)
        .key("g")
        .id(receipt.signature)
        .key("l")
        .number(receipt.last)
        .key("r")
        .id(receipt.replica)
        .close('}');
}

seal::CarriedReceipt readCarried(const JsonIn& in)
{
    seal::CarriedReceipt receipt;
    receipt.envelope = in.at("e").id<Hash>();
    receipt.first = in.at("f").number();
    receipt.signature = in.at("g").id<core::Signature>();
    receipt.last = in.at("l").number();
    receipt.replica = in.at("r").id<ReplicaId>();
    if (receipt.first == 0 || receipt.last < receipt.first)
        in.fault().set("a carried receipt without numbers");
    return receipt;
}

CarryAnswer readAnswer(const JsonIn& in)
{
    CarryAnswer answer;
    if (in.has("c"))
        answer.carried = readCarried(in.at("c"));
    if (in.has("r"))
        answer.received = readReceipt(in.at("r"));
    if (in.has("w"))
        answer.need = in.at("w").number();
    if (in.has("x"))
        answer.refused = in.at("x").text(kMaxCode);
    const int said =
        (answer.carried ? 1 : 0) + (answer.received ? 1 : 0) + (answer.need ? 1 : 0) + (answer.refused.empty() ? 0 : 1);
    if (said != 1)
        in.fault().set("an answer to an envelope says one thing");
    return answer;
}

} // namespace

std::string encodeCarryRequest(const CarryRequest& request)
{
    JsonOut out;
    out.open('{');
    if (!request.certificate.empty())
        out.key("c").text(request.certificate);
    if (!request.envelopes.empty()) {
        out.key("e").open('[');
        for (const auto& envelope : request.envelopes)
            out.text(toBase64Url({reinterpret_cast<const std::uint8_t*>(envelope.data()), envelope.size()}));
        out.close(']');
    }
    if (!request.asked.empty()) {
        out.key("q").open('[');
        for (const auto& replica : request.asked)
            out.id(replica);
        out.close(']');
    }
    return out.close('}').take();
}

Result<CarryRequest> decodeCarryRequest(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kRequestLimits));
    Fault fault;
    const JsonIn in(json, fault);
    CarryRequest request;
    if (!in.isObject())
        fault.set("a request is an object");
    request.certificate = certificateAt(in);
    const auto envelopes = in.listSize("e", kMaxCarriedEnvelopes);
    for (std::size_t i = 0; i < envelopes && !fault.isSet(); ++i) {
        auto envelope = fromBase64Url(in.at("e").at(i).text(kMaxCarryBytes));
        if (!envelope || envelope->size() > seal::kMaxCarriedBytes)
            fault.set("an envelope that is no base64url, or too large");
        else
            request.envelopes.push_back(std::move(*envelope));
    }
    const auto asked = in.listSize("q", kMaxCarryAsked);
    for (std::size_t i = 0; i < asked; ++i)
        request.asked.push_back(in.at("q").at(i).id<ReplicaId>());
    if (fault.isSet())
        return fault.error();
    return request;
}

std::string encodeCarryReply(const CarryReply& reply)
{
    JsonOut out;
    out.open('{').key("a").open('[');
    for (const auto& answer : reply.answers) {
        out.open('{');
        if (answer.carried) {
            out.key("c");
            writeCarried(out, *answer.carried);
        }
        if (answer.received) {
            out.key("r");
            writeReceipt(out, *answer.received);
        }
        if (answer.need)
            out.key("w").number(*answer.need);
        if (!answer.refused.empty())
            out.key("x").text(answer.refused);
        out.close('}');
    }
    out.close(']');
    if (!reply.certificate.empty())
        out.key("c").text(reply.certificate);
    if (!reply.onward.empty()) {
        out.key("o").open('[');
        for (const auto& onward : reply.onward) {
            out.open('{').key("c").text(onward.certificate).key("h").id(onward.head).key("r");
            writeCarried(out, onward.receipt);
            out.close('}');
        }
        out.close(']');
    }
    if (!reply.receipts.empty()) {
        out.key("r").open('[');
        for (const auto& receipt : reply.receipts)
            writeReceipt(out, receipt);
        out.close(']');
    }
    return out.close('}').take();
}

Result<CarryReply> decodeCarryReply(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kReplyLimits));
    Fault fault;
    const JsonIn in(json, fault);
    CarryReply reply;
    const auto answers = in.at("a").size(0, kMaxCarriedEnvelopes);
    for (std::size_t i = 0; i < answers; ++i)
        reply.answers.push_back(readAnswer(in.at("a").at(i)));
    reply.certificate = certificateAt(in);
    const auto onward = in.listSize("o", kMaxCarryAsked);
    for (std::size_t i = 0; i < onward; ++i) {
        const auto one = in.at("o").at(i);
        reply.onward.push_back({certificateAt(one), readCarried(one.at("r")), one.at("h").id<Hash>()});
    }
    const auto receipts = in.listSize("r", kMaxCarryAsked);
    for (std::size_t i = 0; i < receipts; ++i)
        reply.receipts.push_back(readReceipt(in.at("r").at(i)));
    if (fault.isSet())
        return fault.error();
    return reply;
}

std::string carriedText(const core::PushRequest& push) { return compress(encodePushRequest(push)); }

Result<core::PushRequest> readCarriedText(std::string_view bytes)
{
    LIANXIN_TRY(const auto text, decompress(bytes, kMaxPushBytes));
    return decodePushRequest(text);
}

std::string encodeRelays(const std::vector<std::string>& certificates)
{
    JsonOut out;
    out.open('{').key("relays").open('[');
    for (const auto& certificate : certificates)
        out.text(certificate);
    return out.close(']').close('}').take();
}

Result<std::vector<std::string>> decodeRelays(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kReplyLimits));
    Fault fault;
    const JsonIn in(json, fault);
    std::vector<std::string> certificates;
    const auto count = in.at("relays").size(0, kMaxRelays);
    for (std::size_t i = 0; i < count; ++i)
        certificates.emplace_back(in.at("relays").at(i).text(seal::kMaxCarriedCertificate));
    if (fault.isSet())
        return fault.error();
    return certificates;
}

} // namespace lianxin::wire
