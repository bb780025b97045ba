// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_editor.hpp"
#include "app/hands/sharing.hpp"
#include "sync/store/blob_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace lianxin::hands {

// Something that a person's hands made and that is to be kept with a record.
struct Made {
    AttachmentKind kind{AttachmentKind::photo};
    std::string whole;
    std::string thumbnail; // empty: none
    std::string mime;
    int width{0};
    int height{0};
    int seconds{0};
    std::int64_t faces{0};
    std::int64_t voices{0};
    std::string caption;
};

// A yes that the family gave just now, while it was made.
struct NewYes {
    std::int64_t method{3}; // code list consent_method
    std::string witnesses;  // of one by word
    std::optional<Made> signature;
};

// What hangs on a field of the open form: an attachment of the store, or one of this form that is not kept yet.
struct Attached {
    RecordId record;
    FieldValues values;
    bool isNew{false};
};

[[nodiscard]] bool holdsAttachments(const Field& field);
[[nodiscard]] const Field* attachmentField(const RecordType& type); // the first that hands fill; nullptr: none
[[nodiscard]] AttachmentFacts factsOf(const RecordType& attachment, const FieldValues& values);
[[nodiscard]] std::vector<Attached> attachedTo(const forms::EditorPorts& ports, const forms::RecordEditor& owner,
                                               const Field& field);

// Puts the bytes away, encrypted, and then their record into the owner's form: from there on they are one draft and one save with it. What was said yes
// to becomes a consent of the family in the same save. diskFull: words still fit, this does not; nothing was changed.
[[nodiscard]] Result<RecordId> attach(const forms::EditorPorts& ports, store::BlobStore& blobs,
                                      forms::RecordEditor& owner, const Field& field, const Made& made,
                                      const std::optional<NewYes>& yes = {});
// Out of the form; one that was kept before ends with the owner's next save.
[[nodiscard]] Result<void> detach(const forms::EditorPorts& ports, forms::RecordEditor& owner, const Field& field,
                                  RecordId attachment);

} // namespace lianxin::hands
