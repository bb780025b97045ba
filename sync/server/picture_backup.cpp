// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/picture_backup.hpp"

#include "sync/server/backup_mark.hpp"

#include <algorithm>
#include <filesystem>

namespace fs = std::filesystem;
namespace json = boost::json;

namespace lianxin::server {

namespace {
constexpr std::size_t kLookedAtOnce = 256;
constexpr std::uint64_t kStepBytes = 32ULL * 1024 * 1024; // a fraction of a second of the store's one thread
constexpr std::size_t kChunksAtOnce = 16;                 // of one transaction: 4 MB
constexpr const char* kFile = "blobs.db";

std::string fileIn(const std::string& folder) { return (fs::path(folder) / kFile).string(); }

// false: it is not what its name says, which the second place finds out and keeps nothing of the chunk.
Result<bool> copyOne(BlobShelf& from, BlobShelf& to, const Hash& id, const core::BlobList& list)
{
    LIANXIN_TRY(const auto records, from.names(id));
    for (const auto& record : records)
        LIANXIN_CHECK(to.expect(list, record));
    LIANXIN_TRY(const auto state, to.state(id));
    std::vector<core::BlobPiece> pieces;
    for (const auto place : state.missing) {
        const auto size = core::chunkSize(list.bytes, place);
        LIANXIN_TRY(auto bytes, from.bytes(id, std::uint64_t{place} * core::kBlobChunk, size));
        pieces.push_back({id, place, 0, std::move(bytes)});
        if (pieces.size() < kChunksAtOnce && place != state.missing.back())
            continue;
        LIANXIN_TRY(const auto outcomes, to.put(pieces));
        if (!std::ranges::all_of(outcomes, [](auto outcome) { return outcome == store::PieceOutcome::whole; }))
            return false;
        pieces.clear();
    }
    return true;
}

const json::value* numberIn(const json::object& command, const char* name)
{
    const auto* value = command.if_contains(name);
    return value != nullptr && value->is_int64() ? value : nullptr;
}
} // namespace

Result<PictureStep> copyPictures(BlobShelf& from, BlobShelf& to, const Hash& after, std::uint64_t most)
{
    PictureStep step;
    auto at = after;
    for (;;) {
        LIANXIN_TRY(const auto ids, from.wholeAfter(at, kLookedAtOnce));
        for (const auto& id : ids) {
            at = id;
            LIANXIN_TRY(const auto there, to.list(id));
            if (there)
                continue;
            LIANXIN_TRY(const auto list, from.list(id));
            if (!list)
                return fail(Errc::damaged, "a picture that was whole is not");
            LIANXIN_TRY(const bool isGood, copyOne(from, to, id, *list));
            ++(isGood ? step.pictures : step.damaged);
            step.bytes += list->bytes;
            if (step.bytes >= most) {
                step.after = at;
                return step;
            }
        }
        if (ids.size() < kLookedAtOnce)
            return step;
    }
}

Result<std::uint64_t> verifyPictures(BlobShelf& shelf)
{
    std::uint64_t count = 0;
    Hash at;
    for (;;) {
        LIANXIN_TRY(const auto ids, shelf.wholeAfter(at, kLookedAtOnce));
        for (const auto& id : ids) {
            LIANXIN_TRY(const auto list, shelf.list(id));
            bool isGood = list && store::blobId(list->partition, list->bytes, list->chunks) == id;
            for (std::uint32_t place = 0; isGood && place < list->chunks.size(); ++place) {
                LIANXIN_TRY(const auto bytes, shelf.bytes(id, std::uint64_t{place} * core::kBlobChunk,
                                                          core::chunkSize(list->bytes, place)));
                isGood = store::chunkId(list->partition, bytes) == list->chunks[place];
            }
            if (!isGood)
                return fail(Errc::damaged, "a picture in the second place is not what its name says");
            at = id;
            ++count;
        }
        if (ids.size() < kLookedAtOnce)
            return count;
    }
}

bool hasPictures(const std::string& folder)
{
    std::error_code ignored;
    return fs::is_regular_file(fileIn(folder), ignored);
}

Result<std::unique_ptr<BlobShelf>> openPictures(const std::string& folder, const store::RawKey& key, const Clock& clock)
{
    std::error_code error;
    if (!fs::exists(folder, error)) {
        fs::create_directories(folder, error);
        if (!error)
            fs::permissions(folder, fs::perms::owner_all, error);
    }
    if (error)
        return fail(error == std::errc::no_space_on_device ? Errc::diskFull : Errc::io,
                    folder + ": " + error.message());
    auto shelf = SqlBlobShelf::open(fileIn(folder), key, clock);
    if (!shelf)
        return fail(shelf.error().code, fileIn(folder) + ": " + shelf.error().detail + "; it was left as it is");
    return std::unique_ptr<BlobShelf>(std::move(*shelf));
}

Result<json::object> backupPictures(Province& province, const json::object& command)
{
    const auto* folder = command.if_contains("folder");
    const auto* from = command.if_contains("after");
    if (folder == nullptr || !folder->is_string() || folder->get_string().empty() ||
        (from != nullptr && !from->is_string()))
        return fail(Errc::invalidInput, "pictures need a folder");
    auto& database = province.store().database();
    Hash after;
    if (from != nullptr) {
        LIANXIN_TRY(after, Hash::parse(std::string_view(from->get_string())));
    } else {
        LIANXIN_CHECK(notePictures(database, province.clock().now()));
    }
    LIANXIN_TRY(const auto begun, picturesBegun(database));
    json::object said{{"pictures", 0}, {"bytes", 0}, {"damaged", 0}, {"begun", begun}};
    auto* shelf = province.blobs().shelf();
    if (shelf == nullptr) // nobody ever brought one
        return said;
    LIANXIN_TRY(const auto second,
                openPictures(std::string(folder->get_string()), province.identity().databaseKey, province.clock()));
    LIANXIN_TRY(const auto step, copyPictures(*shelf, *second, after, kStepBytes));
    // Signed, as they are read again on the other side of the socket.
    said["pictures"] = static_cast<std::int64_t>(step.pictures);
    said["bytes"] = static_cast<std::int64_t>(step.bytes);
    said["damaged"] = static_cast<std::int64_t>(step.damaged);
    if (step.after)
        said["after"] = step.after->text();
    return said;
}

Result<json::object> picturesVerified(Province& province, const json::object& command)
{
    const auto* begun = numberIn(command, "begun");
    if (begun == nullptr)
        return fail(Errc::invalidInput, "which pass");
    LIANXIN_CHECK(announcePictures(province.store().database(), begun->get_int64()));
    return json::object{};
}

} // namespace lianxin::server
