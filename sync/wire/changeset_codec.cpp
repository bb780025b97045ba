// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/changeset_codec.hpp"

#include "sync/wire/json_fields.hpp"
#include "sync/wire/limits.hpp"

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::wire {

namespace {

constexpr std::uint64_t kVersion = 1;

// Objects are sorted by the text of the replica, contexts by its bytes: base64url does not keep that order.
void writeContext(JsonOut& out, const core::Context& context)
{
    std::vector<std::pair<std::string, const core::IntervalSet*>> entries;
    entries.reserve(context.entries().size());
    for (const auto& entry : context.entries())
        entries.emplace_back(entry.replica.text(), &entry.numbers);
    std::sort(entries.begin(), entries.end());
    out.open('{');
    for (const auto& [replica, numbers] : entries)
        out.key(replica).numbers(*numbers);
    out.close('}');
}

core::Context readContext(const JsonIn& in)
{
    core::Context context;
    if (!in.isObject()) {
        in.fault().set("not a context");
        return context;
    }
    for (const auto& member : in.json().get_object()) {
        const auto replica = ReplicaId::parse({member.key().data(), member.key().size()});
        if (!replica) {
            in.fault().set("malformed replica in a context");
            return context;
        }
        context.merge(*replica, JsonIn(member.value(), in.fault()).numbers());
    }
    return context;
}

void writeChange(JsonOut& out, const core::RecordChange& change)
{
    out.open('{').key("a").text(change.partition.text()).key("i").id(change.record).key("k").number(change.type);
    if (change.root != change.record)
        out.key("o").id(change.root);
    out.key("w").open('[');
    for (const auto& write : change.writes)
        out.open('[').registerKey(write.key).raw(write.value.canonical()).number(write.past).close(']');
    out.close(']').close('}');
}

core::Write readWrite(const JsonIn& in, std::size_t pasts)
{
    core::Write write;
    if (in.size(3, 3) == 0)
        return write;
    write.key = in.at(std::size_t{0}).registerKey();
    write.value = in.at(1).value();
    write.past = in.at(2).number32();
    if (write.past >= pasts)
        in.fault().set("past out of range");
    return write;
}

core::RecordChange readChange(const JsonIn& in, std::size_t pasts)
{
    core::RecordChange change;
    change.record = in.at("i").id<RecordId>();
    change.root = in.idOr("o", change.record);
    change.type = in.at("k").number32();
    change.partition = in.at("a").partition();
    const auto writes = in.at("w");
    const auto count = writes.size(1, core::kMaxWritesPerChangeset);
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
        change.writes.push_back(readWrite(writes.at(i), pasts));
        if (i > 0 && !(change.writes[i - 1].key < change.writes[i].key))
            in.fault().set("registers twice or out of order");
    }
    if (change.record.isNil() || change.root.isNil() || change.type == 0)
        in.fault().set("a change without record or type");
    return change;
}

void readChanges(const JsonIn& in, core::Changeset& changeset)
{
    const auto count = in.size(1, core::kMaxWritesPerChangeset);
    std::size_t writes = 0;
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i) {
        changeset.changes.push_back(readChange(in.at(i), changeset.pasts.size()));
        writes += changeset.changes.back().writes.size();
        if (i > 0 && !(changeset.changes[i - 1].record < changeset.changes[i].record))
            in.fault().set("records twice or out of order");
    }
    if (writes > core::kMaxWritesPerChangeset)
        in.fault().set("too many registers in one changeset");
}

std::size_t codePoints(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

core::Changeset readChangeset(const JsonIn& in)
{
    core::Changeset changeset;
    changeset.dot = {in.at("r").id<ReplicaId>(), in.at("n").number()};
    changeset.user = in.at("u").id<UserId>();
    changeset.catalogue = in.at("c").number32();
    changeset.scopeGeneration = in.at("g").number();
    changeset.hlc = in.at("h").integer();
    changeset.deviceTime = in.at("t").integer();
    changeset.clockOffset = in.at("o").integer();
    if (in.has("y"))
        changeset.why = in.at("y").text(4 * kMaxWhy);
    const auto pasts = in.at("p");
    const auto count = pasts.size(1, kMaxPasts);
    for (std::size_t i = 0; i < count && !in.fault().isSet(); ++i)
        changeset.pasts.push_back(readContext(pasts.at(i)));
    readChanges(in.at("x"), changeset);
    if (changeset.dot.number == 0 || changeset.dot.replica.isNil() || codePoints(changeset.why) > kMaxWhy)
        in.fault().set("a changeset without a number, or with too long a reason");
    return changeset;
}

} // namespace

std::string encodeChangeset(const core::Changeset& changeset)
{
    JsonOut out;
    out.open('{')
        .key("c")
        .number(changeset.catalogue)
        .key("g")
        .number(changeset.scopeGeneration)
        .key("h")
        .integer(changeset.hlc);
    out.key("n").number(changeset.dot.number).key("o").integer(changeset.clockOffset).key("p").open('[');
    for (const auto& past : changeset.pasts)
        writeContext(out, past);
    out.close(']')
        .key("r")
        .id(changeset.dot.replica)
        .key("t")
        .integer(changeset.deviceTime)
        .key("u")
        .id(changeset.user);
    out.key("v").number(kVersion).key("x").open('[');
    for (const auto& change : changeset.changes)
        writeChange(out, change);
    out.close(']');
    if (!changeset.why.empty())
        out.key("y").text(changeset.why);
    return out.close('}').take();
}

Result<core::Changeset> decodeChangeset(std::string_view body)
{
    LIANXIN_TRY(const auto json, parseJson(body, {core::kMaxChangesetBytes, kMaxEnvelopeString, kMaxChangesetDepth}));
    Fault fault;
    const JsonIn in(json, fault);
    if (const auto version = in.at("v").number(); !fault.isSet() && version > kVersion)
        return fail(Errc::upgradeNeeded, "changeset of version " + std::to_string(version));
    auto changeset = readChangeset(in);
    if (fault.isSet())
        return fault.error();
    // Whatever else is not as it must be (unknown members, their order, white space, a second spelling) shows here.
    if (encodeChangeset(changeset) != body)
        return fail(Errc::invalidInput, "changeset is not in canonical form");
    return changeset;
}

} // namespace lianxin::wire
