// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/core/messages.hpp"
#include "sync/wire/json_fields.hpp"

#include <string>
#include <string_view>
#include <vector>

// What travels around segments (PROTOCOL.md 9).
namespace lianxin::wire {

void writeManifest(JsonOut& out, const core::SegmentManifest& manifest, EpochId asked);
[[nodiscard]] core::SegmentManifest readManifest(const JsonIn& in, EpochId asked);
// A manifest alone, with its epoch: as both sides keep it.
[[nodiscard]] std::string encodeManifest(const core::SegmentManifest& manifest);
[[nodiscard]] Result<core::SegmentManifest> decodeManifest(std::string_view bytes);

[[nodiscard]] std::string encodeSegmentRequest(const core::SegmentRequest& request);
[[nodiscard]] Result<core::SegmentRequest> decodeSegmentRequest(std::string_view bytes);

// The answer is no JSON: parts in the order of the wants, each with a check of its own, so that a page of something in between never passes
// for one. The last one may end before its segment does.
// `blocks`: in pieces of 4 KB, each with its check, so that a cut answer is of use up to its last whole piece.
[[nodiscard]] std::string encodeParts(const std::vector<core::SegmentPart>& parts, bool blocks = false);
[[nodiscard]] Result<std::vector<core::SegmentPart>> decodeParts(std::string_view bytes,
                                                                 const core::SegmentRequest& asked);
// What can be believed of an answer in blocks that was cut; nothing of any other.
[[nodiscard]] std::vector<core::SegmentPart> decodeBegunParts(std::string_view begun,
                                                              const core::SegmentRequest& asked);

} // namespace lianxin::wire
