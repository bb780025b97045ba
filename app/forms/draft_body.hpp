// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/catalogue.hpp"
#include "sync/model/ids.hpp"
#include "sync/store/record_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::forms {

// A child row that was written, changed or taken away in the form of the record it hangs on. It has no draft of its own: what belongs
// together is found together after a kill.
struct RowDraft {
    store::Draft draft; // its body is a DraftBody; empty for a row that was taken away
    bool removed{false};
};

// The content of a stored draft: what stands in the form and what stood there when it was opened. Of a sealed type the sealed
// fields of both go into one envelope, so that the draft's row holds no word of them.
struct DraftBody {
    bool isNew{true};
    PartitionId partition;
    FieldValues values;
    FieldValues before;
    std::string envelope; // base64url, empty for types without one
    std::vector<RowDraft> rows;

    [[nodiscard]] std::string encode() const;
    [[nodiscard]] static Result<DraftBody> decode(std::string_view json);
    // Moves the sealed fields out; the text is what the envelope holds. addSealed is the way back.
    [[nodiscard]] std::string takeSealed(const RecordType& type);
    [[nodiscard]] Result<void> addSealed(const RecordType& type, std::string_view text);
};

} // namespace lianxin::forms
