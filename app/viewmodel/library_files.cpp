// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/library_files.hpp"

#include "app/hands/voice.hpp"
#include "app/viewmodel/desk.hpp"
#include "sync/model/catalogue_values.hpp"

#include <QCoreApplication>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LibraryFiles)
};

constexpr int kLongestListen = 15 * 60; // seconds: some 86 MB of samples, what a tablet of 2 GB bears for a while

std::optional<Hash> whole(const Desk& desk, const forms::RecordFields& attachment)
{
    const auto id = Hash::parse(attachment.text("hash"));
    if (!id || desk.work().blobs == nullptr)
        return std::nullopt;
    const auto facts = desk.work().blobs->facts(*id);
    return facts && facts->missing == 0 ? std::optional(*id) : std::nullopt;
}

QString lengthOf(const forms::RecordFields& attachment)
{
    const auto seconds = attachment.number("seconds").value_or(0);
    if (seconds == 0)
        return {};
    return seconds < 60 ? Words::tr("%n second(s)", nullptr, static_cast<int>(seconds))
                        : Words::tr("%n minute(s)", nullptr, static_cast<int>((seconds + 59) / 60));
}

} // namespace

Roles soundRoles() { return {{"soundId"}, {"label"}, {"line"}, {"playing", false}}; }

LibraryFiles libraryFiles(const Desk& desk, const store::RecordView& view, const QString& playing)
{
    LibraryFiles files;
    const RecordType* type = desk.catalogue().type(view.type);
    const RecordType& attachment = desk.type("attachment");
    if (type == nullptr || !desk.mayRead(attachment))
        return files;
    const forms::RecordFields fields(*type, view);
    for (const auto& field : type->fields) {
        if (!hands::holdsAttachments(field))
            continue;
        for (const auto& id : fields.refs(field.name)) {
            const auto found = desk.store().view(id);
            if (found && (found->type != attachment.number || found->life != store::Life::active))
                continue;
            const auto values = found ? fieldsOf(attachment, found->values()) : FieldValues{};
            const forms::RecordFields told(attachment, values);
            if (!found || !whole(desk, told)) {
                ++files.missing;
                continue;
            }
            if (hands::factsOf(attachment, values).kind != hands::AttachmentKind::voice) {
                files.pictures.push_back(attachmentRow(desk, id, values));
                continue;
            }
            const QString caption = qs(told.text("caption"));
            files.sounds.push_back({{"soundId", idText(id)},
                                    {"label", caption.isEmpty() ? Words::tr("Recording") : caption},
                                    {"line", lengthOf(told)},
                                    {"playing", playing == idText(id)}});
        }
    }
    return files;
}

Result<std::vector<std::int16_t>> soundOf(const Desk& desk, const QString& soundId)
{
    const RecordType& attachment = desk.type("attachment");
    LIANXIN_TRY(const auto view, desk.store().view(idOf(soundId)));
    if (view.type != attachment.number)
        return fail(Errc::notFound, "no attachment");
    const auto id = whole(desk, forms::RecordFields(attachment, view));
    if (!id)
        return fail(Errc::notFound, "its bytes are elsewhere");
    LIANXIN_TRY(const auto bytes, desk.work().blobs->bytes(*id));
    return hands::decodeVoice(bytes, kLongestListen);
}

} // namespace lianxin::ui
