// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/core/record_state.hpp"
#include "sync/model/value.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/id_split.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

// Bytes of a row that a damaged page may hold, compressed bodies, and the short text forms of ids, keys and values.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    bool accepted = false;
    if (const auto registers = core::decodeRegisters(bytes)) {
        accepted = true;
        const auto text = core::encodeRegisters(*registers);
        const auto again = core::decodeRegisters(text);
        promise(again && *again == *registers, "registers survive a round trip");
    }
    if (const auto context = core::decodeContext(bytes)) {
        accepted = true;
        const auto again = core::decodeContext(core::encodeContext(*context));
        promise(again && *again == *context, "a context survives a round trip");
    }
    constexpr std::size_t kLimit = 64 * 1024;
    if (const auto plain = wire::decompress(bytes, kLimit)) {
        accepted = true;
        promise(plain->size() <= kLimit, "no more than the limit comes out");
    }
    if (const auto plain = wire::decompressShared(bytes, kLimit)) {
        accepted = true;
        promise(plain->size() <= kLimit, "no more than the limit comes out, with the dictionary too");
    }
    if (const auto split = wire::splitIds(bytes)) {
        accepted = true;
        const auto joined = wire::joinIds(split->skeleton, split->raw, bytes.size());
        promise(joined && *joined == bytes, "ids come back where they were");
    }
    if (const auto joined = wire::joinIds(bytes, std::string(64, 'x'), kLimit))
        promise(joined->size() <= kLimit, "no more than the limit is put together");
    for (const char* encoding : {"", "zstd", "gzip", "lianxin-zstd-1"})
        (void)wire::unpack(bytes, encoding, kLimit);
    if (const auto key = RegisterKey::parse(bytes)) {
        accepted = true;
        promise(key->text() == bytes, "a register key has one text");
    }
    if (const auto partition = PartitionId::parse(bytes)) {
        accepted = true;
        promise(partition->text() == bytes, "a partition has one text");
    }
    if (const auto raw = fromBase64Url(bytes)) {
        accepted = true;
        promise(toBase64Url({reinterpret_cast<const std::uint8_t*>(raw->data()), raw->size()}) == bytes,
                "bytes have one base64url text");
    }
    if (const auto value = Value::fromCanonical(std::string(bytes))) {
        accepted = true;
        promise(value->canonical() == bytes && canonicalJson(value->json()) == bytes, "a value has one text");
    }
    return accepted;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    core::Context context;
    context.addRange(filled<ReplicaId>(1), 1, 300);
    context.addRange(filled<ReplicaId>(1), 302, 303);
    context.add({filled<ReplicaId>(9), 1U << 20U});
    return {
        core::encodeRegisters(record().registers),
        core::encodeContext(context),
        wire::compress(std::string(5000, 'a') + "b"),
        wire::pack(R"({"a":3,"e":"AQEBAQEBAQE","p":[]})" + std::string(200, ' '), wire::PeerReads::dictionary).bytes,
        R"({"e":"AQEBAQEBAQE","u":"AQEBAQEBAQEBAQEBAQEBAQ","x":{"AQEBAQEBAQE":3}})",
        "52/11",
        "v:350128001201",
        filled<RecordId>(3).text(),
        R"({"12":"a","13":350128})"};
}
