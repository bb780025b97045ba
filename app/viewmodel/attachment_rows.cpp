// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/attachment_rows.hpp"

#include "app/hands/keeping.hpp"
#include "app/viewmodel/form_rows.hpp"
#include "app/viewmodel/value_text.hpp"
#include "sync/client/blob_transfer.hpp"
#include "sync/model/catalogue_values.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AttachmentRows)
};

using hands::AttachmentKind;

QString iconOf(std::int64_t kind)
{
    switch (static_cast<AttachmentKind>(kind)) {
    case AttachmentKind::photo: return QStringLiteral("camera");
    case AttachmentKind::voice: return QStringLiteral("mic");
    case AttachmentKind::signature: return QStringLiteral("pen");
    case AttachmentKind::scan:
    case AttachmentKind::document: break;
    }
    return QStringLiteral("doc");
}

QString offerOf(std::int64_t kind)
{
    switch (static_cast<AttachmentKind>(kind)) {
    case AttachmentKind::photo: return Words::tr("A picture");
    case AttachmentKind::voice: return Words::tr("A few words");
    case AttachmentKind::signature: return Words::tr("A signature");
    case AttachmentKind::scan: return Words::tr("Photograph the paper");
    case AttachmentKind::document: break;
    }
    return {};
}

} // namespace

QString awayText(const Desk& desk, RecordId attachment, const std::string& digest, bool byPerson)
{
    auto* transfer = desk.work().transfer;
    const auto id = Hash::parse(digest);
    const auto view = transfer != nullptr && id ? desk.store().view(attachment)
                                                : Result<store::RecordView>(fail(Errc::notFound, "nothing to ask"));
    if (!view)
        return {};
    if (const auto here = desk.work().blobs->facts(*id); here && here->missing == 0)
        return {};
    // A yes that was taken back, or never given: it stays where it was made.
    if (hands::Keeping(desk.catalogue(), desk.store(), *desk.work().blobs).asks(*view, hands::Use::province))
        return Words::tr("Stays on the tablet that made it");
    const forms::RecordFields fields(desk.type("attachment"), *view);
    const bool isSmall = fields.text("thumbnail") == digest;
    transfer->want({attachment, *id, isSmall ? store::BlobRank::thumbnail : store::BlobRank::original, byPerson});
    if (transfer->wayOf(*id) == client::BlobTransfer::Way::notThere)
        return Words::tr("The other tablet has not sent it yet");
    return fields.number("kind") == static_cast<std::int64_t>(AttachmentKind::voice)
               ? Words::tr("The recording is on its way")
               : Words::tr("The picture is on its way");
}

Roles attachmentRoles() { return {{"attachmentId"}, {"picture", {}}, {"iconName"}, {"label"}, {"accessibleText"}}; }

Row attachmentRow(const Desk& desk, RecordId attachment, const FieldValues& values)
{
    const forms::RecordFields fields(desk.type("attachment"), values);
    const auto kind = fields.number("kind").value_or(0);
    const auto seconds = fields.number("seconds").value_or(0);
    QString label = qs(fields.text("caption"));
    if (label.isEmpty())
        label = static_cast<AttachmentKind>(kind) == AttachmentKind::voice
                    ? QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'))
                    : desk.codeLabel("attachment_kind", kind);
    const std::string digest = fields.text("thumbnail").empty() ? fields.text("hash") : fields.text("thumbnail");
    const QVariant picture =
        static_cast<AttachmentKind>(kind) == AttachmentKind::voice ? QVariant() : desk.picture(digest);
    // A recording comes when somebody wants to hear it; of a picture one sees at once that it is missing.
    const bool isAway = static_cast<AttachmentKind>(kind) != AttachmentKind::voice && picture.isNull();
    const QString away = isAway ? awayText(desk, attachment, digest, false) : QString();
    const QString told = away.isEmpty() ? label : dotted({label, away});
    return {
        {"attachmentId", idText(attachment)},
        {"picture", picture},
        {"iconName", iconOf(kind)},
        {"label", away.isEmpty() ? label : away},
        {"accessibleText", Words::tr("%1, %2", "kind and caption").arg(desk.codeLabel("attachment_kind", kind), told)}};
}

Rows attachmentsOf(const Desk& desk, const store::RecordView& view)
{
    Rows rows;
    const RecordType* type = desk.catalogue().type(view.type);
    const RecordType& attachment = desk.type("attachment");
    if (type == nullptr || type->envelope || !desk.mayRead(attachment))
        return rows;
    const forms::RecordFields fields(*type, view);
    for (const auto& field : type->fields) {
        if (!hands::holdsAttachments(field))
            continue;
        for (const auto& id : fields.refs(field.name))
            if (const auto found = desk.store().view(id);
                found && found->type == attachment.number && found->life == store::Life::active)
                rows.push_back(attachmentRow(desk, id, fieldsOf(attachment, found->values())));
    }
    return rows;
}

void showAttachment(const Desk& desk, Navigator& navigator, const QString& attachmentId)
{
    const RecordId id = idOf(attachmentId);
    const RecordType& type = desk.type("attachment");
    if (const auto view = desk.isOpen() ? desk.store().view(id) : Result<store::RecordView>{};
        view && view->type == type.number)
        navigator.goAttachment(id, fieldsOf(type, view->values()), false);
}

bool isForHands(const Field& field)
{
    return field.control == "attach" || field.control == "scan" ||
           (field.control == "place" && field.kind == FieldKind::place);
}

bool handRow(const Desk& desk, const forms::RecordEditor& editor, const Field& field, Row& row)
{
    const bool hasHands = desk.shelf().hands != nullptr;
    if (field.control == "scan") {
        row.set("control", hasHands ? "scan" : "text");
        return true;
    }
    if (!hasHands || (field.control == "attach" && desk.work().blobs == nullptr))
        return false;
    row.set("control", qs(field.control));
    if (field.control == "place") {
        row.set("value", valueText(desk, field, editor.form().value(field.number)));
        return true;
    }
    row.set("mark", QString()); // its label says already that it is not needed
    std::vector<Row> offers;
    if (const auto* kinds = desk.catalogue().codeList("attachment_kind"))
        for (const Code* kind : editor.form().offered(field, *kinds))
            if (const QString offer = offerOf(kind->number); !offer.isEmpty())
                offers.push_back(
                    {{"code", static_cast<int>(kind->number)}, {"label", offer}, {"iconName", iconOf(kind->number)}});
    row.list("options", std::move(offers));
    Rows pictures;
    for (const auto& attached : hands::attachedTo(desk.editorPorts(), editor, field))
        pictures.push_back(attachmentRow(desk, attached.record, attached.values));
    row.list("pictures", std::move(pictures));
    return true;
}

const Field* voiceField(const Desk& desk, const forms::RecordEditor& editor)
{
    const Field* field = hands::attachmentField(editor.form().type());
    const auto* kinds = desk.catalogue().codeList("attachment_kind");
    if (field == nullptr || kinds == nullptr || desk.shelf().hands == nullptr || desk.work().blobs == nullptr ||
        editor.isSealed())
        return nullptr;
    for (const Code* kind : editor.form().offered(*field, *kinds))
        if (kind->number == static_cast<std::int64_t>(AttachmentKind::voice))
            return field;
    return nullptr;
}

} // namespace lianxin::ui
