// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/attach.hpp"

#include "app/forms/record_fields.hpp"
#include "sync/model/catalogue_values.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace lianxin::hands {
namespace {

// Sets fields by name; one that the catalogue does not have is left out.
class Prefill {
public:
    explicit Prefill(const RecordType& type) : m_type(type) {}
    Prefill& set(std::string_view name, Value value)
    {
        if (const Field* field = m_type.field(name))
            m_values[field->number] = std::move(value);
        return *this;
    }
    Prefill& text(std::string_view name, const std::string& text)
    {
        return text.empty() ? *this : set(name, Value::fromText(text));
    }
    Prefill& number(std::string_view name, std::int64_t number) { return set(name, Value::fromInt(number)); }
    Prefill& positive(std::string_view name, std::int64_t n) { return n > 0 ? number(name, n) : *this; }
    [[nodiscard]] FieldValues take() { return std::move(m_values); }

private:
    const RecordType& m_type;
    FieldValues m_values;
};

Result<const RecordType*> typeNamed(const forms::EditorPorts& ports, std::string_view name)
{
    const RecordType* type = ports.catalogue->type(name);
    return type != nullptr ? Result<const RecordType*>(type)
                           : Result<const RecordType*>(fail(Errc::internal, "no type " + std::string(name)));
}

struct Where {
    RecordId owner;
    RecordId root;
    PartitionId partition;
};

// The record of bytes that are in the store already.
Result<forms::RecordEditor> attachmentOf(const forms::EditorPorts& ports, store::BlobStore& blobs, const Where& where,
                                         const Made& made, RecordId consent)
{
    LIANXIN_TRY(const auto* type, typeNamed(ports, "attachment"));
    Prefill fill(*type);
    if (!made.thumbnail.empty()) {
        LIANXIN_TRY(const auto small, blobs.put(where.partition, store::BlobRank::thumbnail, made.thumbnail));
        fill.text("thumbnail", small.text());
    }
    LIANXIN_TRY(const auto whole, blobs.put(where.partition, store::BlobRank::original, made.whole));
    fill.text("owner", where.owner.text()).number("kind", static_cast<std::int64_t>(made.kind));
    fill.text("caption", made.caption).text("hash", whole.text()).text("mime", made.mime);
    fill.number("bytes", static_cast<std::int64_t>(made.whole.size()));
    fill.positive("width", made.width).positive("height", made.height).positive("seconds", made.seconds);
    fill.number("faces", made.faces).number("voices", made.voices);
    if (!consent.isNil())
        fill.text("consent", consent.text());
    return forms::RecordEditor::openNew(ports, {type->number, where.root, where.partition, fill.take()});
}

Result<void> putRow(forms::RecordEditor& owner, const forms::RecordEditor& row)
{
    LIANXIN_TRY(auto draft, row.draftOf());
    owner.putRow({std::move(draft), false});
    return {};
}

// The yes as a record of the family, with the signature under it.
Result<RecordId> keepYes(const forms::EditorPorts& ports, store::BlobStore& blobs, forms::RecordEditor& owner,
                         ConsentScope scope, const NewYes& yes)
{
    LIANXIN_TRY(const auto* type, typeNamed(ports, "consent"));
    Prefill fill(*type);
    fill.set("scope", Value::fromJson(boost::json::array{static_cast<std::int64_t>(scope)}));
    fill.number("method", yes.method).text("witnesses", yes.witnesses);
    LIANXIN_TRY(auto consent,
                forms::RecordEditor::openNew(ports, {type->number, owner.root(), owner.partition(), fill.take()}));
    if (yes.signature) {
        LIANXIN_TRY(
            const auto signature,
            attachmentOf(ports, blobs, {consent.record(), owner.root(), owner.partition()}, *yes.signature, {}));
        LIANXIN_CHECK(putRow(owner, signature));
        if (const Field* field = attachmentField(*type))
            consent.edit().setElement(field->number, Value::fromText(signature.record().text()), true);
    }
    LIANXIN_CHECK(putRow(owner, consent));
    return consent.record();
}

bool hangsOnFamily(const forms::EditorPorts& ports, const forms::RecordEditor& owner)
{
    const auto root = ports.store->view(owner.root());
    const RecordType* type = root ? ports.catalogue->type(root->type) : nullptr;
    return type != nullptr && type->name == "household";
}

} // namespace

bool holdsAttachments(const Field& field) { return field.kind == FieldKind::refSet && field.refType == "attachment"; }

const Field* attachmentField(const RecordType& type)
{
    const auto found = std::find_if(type.fields.begin(), type.fields.end(), [](const Field& field) {
        return holdsAttachments(field) && field.control == "attach" && !field.retired;
    });
    return found == type.fields.end() ? nullptr : &*found;
}

AttachmentFacts factsOf(const RecordType& attachment, const FieldValues& values)
{
    const forms::RecordFields fields(attachment, values);
    return {static_cast<AttachmentKind>(fields.number("kind").value_or(0)), fields.number("faces").value_or(0),
            fields.number("voices").value_or(0), fields.ref("consent")};
}

std::vector<Attached> attachedTo(const forms::EditorPorts& ports, const forms::RecordEditor& owner, const Field& field)
{
    std::vector<Attached> found;
    const RecordType* type = ports.catalogue->type("attachment");
    const auto ids = forms::RecordFields(owner.form().type(), owner.form().values()).refs(field.name);
    for (const auto& id : ids) {
        const auto& rows = owner.rowDrafts();
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const forms::RowDraft& draft) { return draft.draft.record == id; });
        if (row != rows.end() && !row->removed) {
            if (const auto editor = forms::RecordEditor::restore(ports, row->draft))
                found.push_back({id, editor->form().kept(), editor->isNew()});
        } else if (const auto view = ports.store->view(id);
                   view && type != nullptr && view->type == type->number && view->life == store::Life::active) {
            found.push_back({id, fieldsOf(*type, view->values()), false});
        }
    }
    return found;
}

Result<RecordId> attach(const forms::EditorPorts& ports, store::BlobStore& blobs, forms::RecordEditor& owner,
                        const Field& field, const Made& made, const std::optional<NewYes>& yes)
{
    if (!holdsAttachments(field))
        return fail(Errc::internal, "no field for attachments");
    AttachmentFacts facts{made.kind, made.faces, made.voices, {}};
    RecordId consent;
    // Only a family's own yes counts: what hangs on a home or a training has nobody who could give it there.
    const auto scope = scopeOf(facts);
    if (scope && yes && hangsOnFamily(ports, owner)) {
        LIANXIN_TRY(consent, keepYes(ports, blobs, owner, *scope, *yes));
    }
    LIANXIN_TRY(auto attachment,
                attachmentOf(ports, blobs, {owner.record(), owner.root(), owner.partition()}, made, consent));
    LIANXIN_CHECK(putRow(owner, attachment));
    owner.edit().setElement(field.number, Value::fromText(attachment.record().text()), true);
    return attachment.record();
}

Result<void> detach(const forms::EditorPorts& ports, forms::RecordEditor& owner, const Field& field,
                    RecordId attachment)
{
    const auto opened = ports.store->openForEdit(attachment);
    if (!opened) {
        owner.forgetRow(attachment);
    } else {
        forms::RowDraft gone;
        gone.draft.id = gone.draft.record = attachment;
        gone.draft.root = opened->view.root;
        gone.draft.type = opened->view.type;
        gone.draft.past = opened->past;
        gone.draft.updated = ports.clock->now();
        gone.removed = true;
        owner.putRow(std::move(gone));
    }
    owner.edit().setElement(field.number, Value::fromText(attachment.text()), false);
    return {};
}

} // namespace lianxin::hands
