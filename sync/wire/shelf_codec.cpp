// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/seal/carry.hpp"
#include "sync/seal/sealed_segment.hpp"
#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/shelf_messages.hpp"

namespace lianxin::wire {

namespace {

constexpr JsonLimits kListLimits{4 * 1024 * 1024, kMaxString, 6};
constexpr JsonLimits kAskLimits{8 * 1024, 2 * 1024, 4};

} // namespace

std::string encodeShelf(const std::vector<ShelfEntry>& entries)
{
    JsonOut out;
    out.open('{').key("s").open('[');
    for (const auto& entry : entries)
        out.open('[').id(entry.name).number(entry.size).close(']');
    return out.close(']').close('}').take();
}

Result<std::vector<ShelfEntry>> decodeShelf(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kListLimits));
    Fault fault;
    const JsonIn in(json, fault);
    std::vector<ShelfEntry> entries;
    const auto list = in.at("s");
    const auto count = list.size(0, kMaxShelfEntries);
    for (std::size_t i = 0; i < count; ++i) {
        const auto pair = list.at(i);
        if (pair.size(2, 2) == 2)
            entries.push_back({pair.at(std::size_t{0}).id<Hash>(),
                               pair.at(std::size_t{1}).number(kMaxSegmentBytes + seal::kSealedSegmentOverhead)});
    }
    if (fault.isSet())
        return fault.error();
    return entries;
}

std::string encodeShelfAsk(const ShelfAsk& ask)
{
    JsonOut out;
    out.open('{');
    if (!ask.certificate.empty())
        out.key("c").text(ask.certificate);
    if (ask.from != 0)
        out.key("f").number(ask.from);
    return out.key("n").id(ask.name).close('}').take();
}

Result<ShelfAsk> decodeShelfAsk(std::string_view bytes)
{
    LIANXIN_TRY(const auto json, parseJson(bytes, kAskLimits));
    Fault fault;
    const JsonIn in(json, fault);
    ShelfAsk ask;
    if (in.has("c"))
        ask.certificate = in.at("c").text(seal::kMaxCarriedCertificate);
    if (in.has("f"))
        ask.from = in.at("f").number(kMaxSegmentBytes + seal::kSealedSegmentOverhead);
    ask.name = in.at("n").id<Hash>();
    if (fault.isSet())
        return fault.error();
    return ask;
}

} // namespace lianxin::wire
