// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/blob_transfer.hpp"

#include "sync/core/tuning.hpp"
#include "sync/model/lunar.hpp"

#include <algorithm>

namespace lianxin::client {

namespace {

namespace tuning = core::tuning;
constexpr std::uint32_t kMaxThumbnails = 16; // in one question; they are some KB each
constexpr int kMostWrong = 2;
constexpr int kCalm = 8;
constexpr std::size_t kMostWanted =
    500; // what a person scrolled past long ago is asked for again when it is seen again

} // namespace

void BlobTransfer::setDailyLimit(std::uint64_t bytes)
{
    if (m_limit == bytes)
        return;
    m_limit = bytes;
    m.wake();
}

void BlobTransfer::sendAllNow()
{
    m_unlimited = true;
    m_refused.clear();
    m_restUntil = 0;
    m.wake();
}

std::int64_t BlobTransfer::today() const
{
    return std::chrono::sys_days(dayInChina(m.clock.now())).time_since_epoch().count();
}

std::uint64_t BlobTransfer::left() const
{
    if (m_unlimited)
        return kNoLimit;
    const auto used = m.blobs.traffic(today());
    return used && used->both() < m_limit ? m_limit - used->both() : 0;
}

// Clocks are set back by years: no pause is longer than a day, so one that seems to be is over.
bool BlobTransfer::isStillBefore(Millis until) const
{
    const auto now = m.clock.now();
    return now < until && until - now <= kDay;
}

bool BlobTransfer::isRefused(const Hash& blob) const
{
    const auto found = m_refused.find(blob);
    return found != m_refused.end() && isStillBefore(found->second);
}

void BlobTransfer::refuse(const Hash& blob, Millis pause)
{
    m_refused[blob] = m.clock.now() + pause;
    m_states.erase(blob);
    m_stuck.erase(blob);
}

void BlobTransfer::want(const Wanted& wanted)
{
    if (const auto here = m.blobs.facts(wanted.blob); here && here->missing == 0)
        return;
    if (wanted.byPerson) { // touched: asked again at once
        m_notThere.erase(wanted.blob);
        m_refused.erase(wanted.blob);
    } else if (std::ranges::find(m_wanted, wanted.blob, &Wanted::blob) != m_wanted.end()) {
        return;
    }
    forgetWanted(wanted.blob);
    m_wanted.push_front(wanted);
    if (m_wanted.size() > kMostWanted)
        m_wanted.pop_back();
    m.wake();
}

void BlobTransfer::forgetWanted(const Hash& blob)
{
    std::erase_if(m_wanted, [&](const Wanted& wanted) { return wanted.blob == blob; });
}

BlobTransfer::Way BlobTransfer::wayOf(const Hash& blob) const
{
    if (m_notThere.contains(blob))
        return Way::notThere;
    return std::ranges::find(m_wanted, blob, &Wanted::blob) != m_wanted.end() ? Way::onItsWay : Way::notAsked;
}

BlobTransfer::Standing BlobTransfer::standing() const
{
    Standing standing;
    if (const auto waiting = m.blobs.waiting())
        standing.waiting = *waiting;
    if (const auto used = m.blobs.traffic(today()))
        standing.today = *used;
    const bool waits = standing.waiting.originals + standing.waiting.thumbnails > 0;
    standing.restsUntilTomorrow = waits && left() < tuning::kBlobPieceMin;
    return standing;
}

std::optional<AfterText::Request> BlobTransfer::next(EpochId epoch)
{
    if (epoch != m_epoch) {
        if (!m.blobs.offerAgainIn(epoch))
            return std::nullopt;
        m_epoch = epoch;
        m_states.clear();
    }
    if (isStillBefore(m_restUntil))
        return std::nullopt;
    auto request = nextToFetch();
    if (!request)
        request = nextToSend();
    if (!request && m_unlimited) { // everything went: from here on the day counts again
        m_unlimited = false;
    }
    return request;
}

void BlobTransfer::answered(const HttpAnswer& answer)
{
    const auto current = std::exchange(m_current, {});
    std::ignore = m.blobs.noteTraffic(today(), {answer.sentBytes, answer.receivedBytes}); // a figure, no promise
    if (answer.status != 200) {
        m_piece = std::max(m_piece / 2, tuning::kBlobPieceMin);
        m_calm = 0;
        if (answer.status >= 400 && answer.status < 500 && answer.status != 429)
            m_restUntil = m.clock.now() + kHour; // a server that will not, or does not know of this
        return;
    }
    ++m_calm;
    if (answer.took < tuning::kPullFast && m_calm > kCalm) // a link that broke a moment ago will break again
        m_piece = std::min(m_piece * 2, wire::kMostBlobBudget);
    else if (answer.took > tuning::kPullSlow)
        m_piece = std::max(m_piece / 2, tuning::kBlobPieceMin);
    if (const auto* asked = std::get_if<Asked>(&current))
        statesCame(*asked, answer.body);
    else if (const auto* got = std::get_if<core::BlobGet>(&current))
        partsCame(*got, answer.body);
}

std::optional<AfterText::Request> BlobTransfer::nextToFetch()
{
    core::BlobGet get{m_epoch, m_piece, {}};
    const bool dayIsUsed = left() < tuning::kBlobPieceMin;
    for (const auto& wanted : m_wanted) {
        const auto away = m_notThere.find(wanted.blob);
        if ((dayIsUsed && !wanted.byPerson) || isRefused(wanted.blob) ||
            (away != m_notThere.end() && isStillBefore(away->second)))
            continue;
        core::BlobWant want{wanted.record, wanted.blob, std::nullopt};
        const auto here = m.blobs.facts(wanted.blob);
        if (here && here->missing == 0)
            continue; // made here meanwhile
        if (const auto progress = here ? m.blobs.progress(wanted.blob) : Result<store::BlobProgress>(here.error())) {
            const auto place = progress->missing.front();
            want.offset = std::uint64_t{place} * core::kBlobChunk + progress->begunAt(place);
        }
        const bool isSmall = wanted.rank == store::BlobRank::thumbnail && !want.offset;
        if (!get.wants.empty() && !isSmall)
            continue;
        get.wants.push_back(want);
        if (!isSmall || get.wants.size() == kMaxThumbnails)
            break;
    }
    if (get.wants.empty())
        return std::nullopt;
    m_current = get;
    return Request{wire::kPathBlobGet, wire::encodeBlobGet(get)};
}

void BlobTransfer::partsCame(const core::BlobGet& asked, const std::string& body)
{
    const auto parts = wire::decodeBlobParts(body, asked);
    if (!parts) { // something in between spoke
        m_restUntil = m.clock.now() + kMinute;
        return;
    }
    for (const auto& part : *parts)
        partCame(part);
}

void BlobTransfer::partCame(const core::BlobPart& part)
{
    const auto wanted = std::ranges::find(m_wanted, part.from.blob, &Wanted::blob);
    if (wanted == m_wanted.end())
        return;
    if (!part.isThere) {
        m_notThere[part.from.blob] = m.clock.now() + kHour;
        return;
    }
    m_notThere.erase(part.from.blob);
    const auto record = wanted->record;
    storePart(part, wanted->rank);
    const auto here = m.blobs.facts(part.from.blob);
    if (!here || here->missing > 0)
        return;
    forgetWanted(part.from.blob);
    m_stuck.erase(part.from.blob);
    m_arrived(part.from.blob, record);
}

// Whatever is not what the id says is not kept, asked for once more, and then left for a day: never shown.
void BlobTransfer::storePart(const core::BlobPart& part, store::BlobRank rank)
{
    const auto& blob = part.from.blob;
    const auto isWrong = [&] {
        if (++m_stuck[blob] >= kMostWrong)
            refuse(blob, kDay);
    };
    if (part.list) {
        const auto& list = *part.list;
        if (store::blobId(list.partition, list.bytes, list.chunks) != blob)
            return isWrong();
        if (!m.blobs.expect(list.partition, rank, list.bytes, list.chunks) || !m.blobs.name(blob, part.from.record)) {
            m_restUntil = m.clock.now() + kHour; // no room, or a trouble with the file
            return;
        }
    }
    std::vector<core::BlobPiece> pieces;
    auto offset = part.from.offset.value_or(0);
    for (std::string_view rest = part.bytes; !rest.empty();) {
        core::BlobPiece piece{blob,
                              static_cast<std::uint32_t>(offset / core::kBlobChunk),
                              static_cast<std::uint32_t>(offset % core::kBlobChunk),
                              {}};
        piece.bytes = rest.substr(0, core::kBlobChunk - piece.offset);
        offset += piece.bytes.size();
        rest.remove_prefix(piece.bytes.size());
        pieces.push_back(std::move(piece));
    }
    const auto outcomes = m.blobs.putPieces(pieces);
    if (!outcomes && outcomes.error().code == Errc::invalidInput)
        return isWrong(); // more than the blob has
    if (!outcomes)
        m_restUntil = m.clock.now() + kHour;
    else if (std::ranges::find(*outcomes, store::PieceOutcome::wrong) != outcomes->end())
        isWrong();
}

} // namespace lianxin::client
