// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/province.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>

// A second place for attachments. It grows with each backup by what is new and whole, and is never made anew: a province's pictures are a
// hundred times its words. Bytes are named by their hash, so it goes with every copy of the database, older or newer.
namespace lianxin::server {

struct PictureStep {
    std::optional<Hash> after; // where the next step goes on; none: everything was looked at
    std::uint64_t pictures{0}; // copied by this step
    std::uint64_t bytes{0};
    std::uint64_t damaged{0}; // not what their names say: passed over, they are in nobody's backup
};

// Whole ones that `to` does not have, in order of their ids behind `after`, until `most` bytes are reached. Cut off anywhere, it goes on where it was.
[[nodiscard]] Result<PictureStep> copyPictures(BlobShelf& from, BlobShelf& to, const Hash& after, std::uint64_t most);

// Reads every byte and compares it with its name. How many there are. damaged: one is not what it is called.
[[nodiscard]] Result<std::uint64_t> verifyPictures(BlobShelf& shelf);

// What the command asks the server for, once for each step: the server goes on with its work in between. {"folder","after"?} ->
// {"after"?,"pictures","bytes","damaged","begun"}; `begun` names the pass, and is the moment that it stands for.
[[nodiscard]] Result<boost::json::object> backupPictures(Province& province, const boost::json::object& command);
// {"begun"}: somebody read the whole second place since that pass ended. invalidInput: another pass began meanwhile, or another epoch.
[[nodiscard]] Result<boost::json::object> picturesVerified(Province& province, const boost::json::object& command);

// The file in that folder. Made with the folder when there is none yet.
[[nodiscard]] Result<std::unique_ptr<BlobShelf>> openPictures(const std::string& folder, const store::RawKey& key,
                                                              const Clock& clock);
[[nodiscard]] bool hasPictures(const std::string& folder);

} // namespace lianxin::server
