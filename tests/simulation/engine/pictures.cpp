// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/pictures.hpp"

namespace lianxin::sim::engine {

namespace {

std::string who(const SimTablet& tablet) { return "T" + std::to_string(tablet.index); }

store::BlobRank rankOf(std::size_t size)
{
    return size < 5'000 ? store::BlobRank::thumbnail : store::BlobRank::original;
}

} // namespace

void Pictures::make(SimTablet& tablet)
{
    if (!tablet.transfer || !must(tablet.store->contains(m.records[kNear])))
        return;
    const auto& type = *m.ground.catalogue().type("attachment");
    SeededRandom chance(m.random());
    std::string bytes(static_cast<std::size_t>(m.chance(50) ? 1'000 + m.pick(4'000) : 20'000 + m.pick(280'000)), '\0');
    chance.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    const auto partition = m.partitionOf(kNear);
    // As the app does: the bytes first, then the record that names them, then the yes.
    const auto blob = must(tablet.blobs->put(partition, rankOf(bytes.size()), bytes));
    const auto record = makeRecordId(tablet.clock.now() & 0xffffffffffff, chance);
    const auto text = [&](std::string_view field, const std::string& value) {
        return store::RegisterEdit{RegisterKey{type.field(field)->registerNumber(), {}}, Value::fromText(value)};
    };
    store::Edit edit;
    edit.records.push_back({record, m.rootOf(kNear), type.number, partition, {}, {}});
    edit.records.back().writes = {text("owner", m.rootOf(kNear).text()), text("hash", blob.text())};
    if (!tablet.store->save(edit))
        return m.violated("I2 " + who(tablet) + " could not save a picture");
    m.oracle.saved({tablet.index, ++tablet.saved}, {});
    ++m.result.edits;
    const bool secret = m.chance(20);
    must(tablet.blobs->claim({{blob}}));
    must(tablet.blobs->name(blob, record));
    must(tablet.blobs->setShared(blob, !secret));
    m_made.push_back({tablet.index, record, blob, std::move(bytes), secret});
    m.note(who(tablet) + " makes a picture " + blob.text().substr(0, 6) + (secret ? " that stays" : ""));
    m_changed(tablet);
    tablet.runner->noteSaved(tablet.saved);
    tablet.runner->carryWanted();
}

void Pictures::changeMind(SimTablet& tablet)
{
    for (const auto& picture : m_made) {
        if (picture.maker != tablet.index || picture.secret || !m.chance(50))
            continue;
        const bool shared = must(tablet.blobs->facts(picture.blob)).shared;
        must(tablet.blobs->setShared(picture.blob, !shared));
        m.note(who(tablet) + (shared ? " takes a yes back" : " has a yes again"));
        tablet.runner->carryWanted();
        return;
    }
}

void Pictures::look(SimTablet& tablet)
{
    if (m_made.empty() || !tablet.transfer)
        return;
    const auto& picture = m_made[static_cast<std::size_t>(m.pick(static_cast<int>(m_made.size())))];
    if (!must(tablet.store->contains(picture.record)))
        return;
    m.note(who(tablet) + " looks at " + picture.blob.text().substr(0, 6));
    tablet.transfer->want({picture.record, picture.blob, rankOf(picture.bytes.size()), true});
}

bool Pictures::isAtServer(const Picture& picture) const
{
    auto* shelf = m.server->province().blobs().shelf();
    return shelf != nullptr && must(shelf->list(picture.blob)) &&
           must(shelf->bytes(picture.blob, 0, picture.bytes.size())) == picture.bytes;
}

void Pictures::judge(SimTablet& tablet) const
{
    if (!tablet.blobs)
        return;
    auto* shelf = m.server->province().blobs().shelf();
    for (const auto& picture : m_made) {
        const auto name = picture.blob.text().substr(0, 6);
        const auto facts = tablet.blobs->facts(picture.blob);
        const bool whole = facts && facts->missing == 0;
        if (whole && must(tablet.blobs->bytes(picture.blob)) != picture.bytes)
            return m.violated("I16 " + who(tablet) + " shows another picture than " + name);
        if (!whole && tablet.index == picture.maker)
            return m.violated("I16 " + who(tablet) + " lost its own picture " + name);
        const auto list = shelf != nullptr ? must(shelf->list(picture.blob)) : std::nullopt;
        if (whole && facts->received && tablet.index == picture.maker && !list)
            return m.violated("I16 " + who(tablet) + " believes that the province has " + name);
        if (picture.secret && shelf != nullptr && !must(shelf->names(picture.blob)).empty())
            return m.violated("a picture left without a yes: " + name);
    }
}

void Pictures::giveAll()
{
    for (auto& tablet : m.tablets) {
        if (!tablet->transfer)
            continue;
        for (const auto& picture : m_made) {
            if (picture.maker == tablet->index && !picture.secret)
                must(tablet->blobs->setShared(picture.blob, true));
            if (!picture.secret && must(tablet->store->contains(picture.record)))
                tablet->transfer->want({picture.record, picture.blob, rankOf(picture.bytes.size()), true});
        }
        tablet->transfer->sendAllNow(); // a forged word made it wait an hour
    }
}

void Pictures::atRest() const
{
    for (const auto& picture : m_made) {
        if (picture.secret)
            continue;
        const auto name = picture.blob.text().substr(0, 6);
        if (!isAtServer(picture))
            return m.violated("I16 I17 the province still lacks picture " + name);
        for (auto& tablet : m.tablets) {
            judge(*tablet);
            if (m.failed() || !must(tablet->store->contains(picture.record)))
                continue;
            const auto facts = tablet->blobs->facts(picture.blob);
            if (!facts || facts->missing > 0)
                return m.violated("I16 " + who(*tablet) + " still lacks picture " + name + " that somebody looks at");
            if (tablet->index == picture.maker && !facts->received)
                return m.violated("I17 " + who(*tablet) + " does not know that the province has " + name);
        }
    }
}

} // namespace lianxin::sim::engine
