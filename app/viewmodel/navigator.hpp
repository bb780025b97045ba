// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_editor.hpp"
#include "app/hands/attach.hpp"
#include "app/hands/code_text.hpp"
#include "app/viewmodel/fault.hpp"
#include "platform/place_source.hpp"

#include <QString>

#include <functional>

namespace lianxin::ui {

// For whom a scale is read, and where its result belongs: a counselling case, or the household (a village worker's two questions).
struct ScaleWish {
    RecordId root;
    PartitionId partition;
    RecordId household;
    RecordId person;
    RecordId session; // nil: not within a counselling session
};

// What hands are asked for: one of the kinds of attachments, a place, or the text of a code.
struct HandWish {
    enum class What { picture, voice, signature, place, code };
    What what{What::picture};
    hands::AttachmentKind kind{hands::AttachmentKind::photo};
    RecordId root;   // whose yes is asked for where a face or a voice needs one
    QString forWhat; // the heading of the record, so that who signs sees what for
};
struct HandResult {
    std::optional<hands::Made> made;
    std::optional<hands::NewYes> yes;
    std::optional<platform::Place> place;
    std::optional<hands::CodeText> code;
};
using HandDone = std::function<void(HandResult)>; // not called when the person leaves without

// Where a view-model sends the person next. The session stands behind it.
class Navigator {
public:
    virtual ~Navigator() = default;
    virtual void goFamily(RecordId household) = 0;
    virtual void goForm(forms::NewRecord wanted) = 0; // a new record; sealed types ask for the second unlock first
    virtual void goEdit(RecordId record) = 0;         // edit, or add to what can no longer be edited
    virtual void goDraft(const store::Draft& draft) = 0;
    virtual void goSaved(RecordId record) = 0;
    virtual void goEmergency(RecordId emergency) = 0;
    virtual void goScales(const ScaleWish& wish) = 0;
    virtual void goSession(RecordId session, RecordId result) = 0; // back to the session's draft, with a scale's result
    virtual void goConflicts(RecordId first) = 0;                  // nil: from the beginning
    virtual void goRecord(RecordId record) = 0;                    // a page with rows: a home, a claim, a supervision
    virtual void goNoting(RecordId household) = 0;                 // what else can be noted for a family
    virtual void goSettings() = 0;
    virtual void goCrisis() = 0;
    virtual void goBack() = 0;
    virtual void dialNumber(const QString& number, const QString& name) = 0;
    virtual void say(const QString& text, std::function<void()> undo = {}) = 0; // the toast
    virtual void tell(const Error& error) = 0;                                  // the sentence for it
    virtual void tellFault(Fault fault) { (void)fault; }                        // one that needs more than its error
    virtual void withStepUp(std::function<void()> then) = 0;
    virtual void dropStepUp() = 0;
    virtual void goHands(HandWish wish, HandDone done) = 0;
    // Nothing happens where such pages are not there: a test of something else.
    virtual void goClaimSum(RecordId about) { (void)about; } // what a claim may come to: of this claim, or of a family
    virtual void goAllowance(RecordId household) { (void)household; }
    virtual void goHandover(RecordId household) { (void)household; }
    // On a map of the machine's, where there is one.
    [[nodiscard]] virtual bool hasMaps() const { return false; }
    virtual void showOnMap(const platform::Place& place, const QString& name) { (void)place, (void)name; }
    virtual void goAttachment(RecordId attachment, const FieldValues& values, bool isNew)
    {
        (void)attachment, (void)values, (void)isNew;
    }
};

} // namespace lianxin::ui
