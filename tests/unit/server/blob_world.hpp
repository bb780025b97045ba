// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/blob_store.hpp"
#include "sync/wire/blob_messages.hpp"
#include "tests/unit/server/province_fixture.hpp"

namespace lianxin::server::test {

// Bytes that nothing makes smaller.
inline std::string noise(std::size_t size, std::uint64_t seed)
{
    std::string bytes(size, '\0');
    for (auto& byte : bytes) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<char>(seed >> 56U);
    }
    return bytes;
}

// A picture as its maker knows it.
struct Picture {
    std::string bytes;
    core::BlobList list;
    Hash id;
    Picture(std::string content, const char* partition)
        : bytes(std::move(content)), list{*PartitionId::parse(partition), bytes.size(), {}}
    {
        for (std::size_t at = 0; at < bytes.size(); at += core::kBlobChunk)
            list.chunks.push_back(store::chunkId(list.partition, std::string_view(bytes).substr(at, core::kBlobChunk)));
        id = store::blobId(list.partition, list.bytes, list.chunks);
    }
};

// A family and an attachment of it that names these two.
struct NamedPicture {
    RecordId family;
    RecordId record;
};
inline core::RecordChange attachmentChange(TestProvince& province, RecordId record, RecordId root,
                                           const char* partition, const Hash& whole, const Hash& thumbnail = {})
{
    core::RecordChange change;
    change.record = record;
    change.root = root;
    change.type = province.type("attachment").number;
    change.partition = *PartitionId::parse(partition);
    change.writes = {province.write("attachment", "owner", Value::fromText(root.text())),
                     province.write("attachment", "kind", Value::fromInt(1)),
                     province.write("attachment", "hash", Value::fromText(whole.text()))};
    if (thumbnail != Hash{})
        change.writes.push_back(province.write("attachment", "thumbnail", Value::fromText(thumbnail.text())));
    return change;
}
inline NamedPicture keep(TestProvince& province, Tablet& tablet, const Hash& whole, const Hash& thumbnail = {},
                         const char* partition = kVillage)
{
    auto family = province.household(partition);
    const NamedPicture named{family.record, makeRecordId(province.clock.now(), province.random)};
    const auto pushed = province.push(
        tablet, tablet.push({tablet.parcel({tablet.body(
                    {family, attachmentChange(province, named.record, named.family, partition, whole, thumbnail)})})}));
    if (!pushed || !pushed->outcomes.empty())
        qFatal("the attachment was not taken");
    return named;
}

} // namespace lianxin::server::test
