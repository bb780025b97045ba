// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/directory_editor.hpp"

#include "sync/model/catalogue_values.hpp"
#include "sync/model/divisions.hpp"

namespace lianxin::server {

namespace {
constexpr std::string_view kUserType = "app_user";
constexpr std::string_view kOrgUnitType = "org_unit";
constexpr std::string_view kCertificateType = "certificate";
constexpr std::string_view kGrantType = "grant";

std::int64_t orgLevel(std::string_view code)
{
    const auto zeros = code.size() - (code.find_last_not_of('0') + 1);
    return zeros >= 10 ? 1 : zeros >= 8 ? 2 : zeros >= 6 ? 3 : zeros >= 3 ? 4 : 5;
}
} // namespace

Result<ServerAuthor::Edit> DirectoryEditor::edit(std::string_view typeName, RecordId record, const Named& values) const
{
    const auto* type = m_catalogue.type(typeName);
    if (!type)
        return fail(Errc::upgradeNeeded, "the catalogue has no type " + std::string(typeName));
    FieldValues fields;
    for (const auto& [name, value] : values) {
        const auto* field = type->field(std::string_view(name));
        if (!field)
            return fail(Errc::upgradeNeeded, "the catalogue's type " + type->name + " has no field " + name);
        fields[field->number] = value;
    }
    ServerAuthor::Edit edit{record, record, type->number, PartitionId::directory(), registerChanges(*type, {}, fields)};
    edit.values[{kLocationRegister, {}}] = Value::fromText(PartitionId::directory().text());
    edit.values[{kLifeRegister, {}}] = Value::fromTrusted(R"({"state":1})");
    return edit;
}

Result<std::vector<ServerAuthor::Edit>> DirectoryEditor::grantEdits(UserId user, const std::vector<PartitionId>& areas,
                                                                    Role role)
{
    std::vector<ServerAuthor::Edit> edits;
    for (const auto& area : areas) {
        LIANXIN_TRY(auto made, edit(kGrantType, makeRecordId(m_clock.now(), m_random),
                                    {{"user", Value::fromText(user.text())},
                                     {"partition", Value::fromText(area.text())},
                                     {"role", Value::fromInt(codeOfRole(role))},
                                     {"valid_from", Value::fromInt(m_clock.now())}}));
        edits.push_back(std::move(made));
    }
    return edits;
}

Result<std::optional<RecordId>> DirectoryEditor::orgUnit(const std::string& code)
{
    const auto* type = m_catalogue.type(kOrgUnitType);
    const auto* field = type ? type->field(std::string_view("code")) : nullptr;
    LIANXIN_TRY(const auto records, m_store.recordsOf(PartitionId::directory()));
    for (const auto& record : records) {
        const auto* reg = field && record.type == type->number ? record.find({field->registerNumber(), {}}) : nullptr;
        const auto* head = reg ? core::provisional(reg->heads) : nullptr;
        if (head && head->value == Value::fromText(code))
            return std::optional(record.record);
    }
    return std::optional<RecordId>{};
}

Result<UserId> DirectoryEditor::addPerson(const NewPerson& person)
{
    if (person.name.empty() || !isValidUtf8(person.name))
        return fail(Errc::invalidInput, "a user needs a name");
    if (person.areas.empty())
        return fail(Errc::invalidInput, "a user needs at least one area");
    const auto record = makeRecordId(m_clock.now(), m_random);
    Named values{{"name", Value::fromText(person.name)},
                 {"role", Value::fromInt(codeOfRole(person.role))},
                 {"state", Value::fromInt(1)}};
    if (!person.mobile.empty())
        values["mobile"] = Value::fromText(person.mobile);
    LIANXIN_TRY(const auto unit, orgUnit(statisticalCode(person.areas.front().area())));
    if (unit)
        values["org"] = Value::fromText(unit->text());
    LIANXIN_TRY(auto user, edit(kUserType, record, values));
    std::vector<ServerAuthor::Edit> edits{std::move(user)};
    LIANXIN_TRY(auto grants, grantEdits(userOf(record), person.areas, person.role));
    for (auto& grant : grants)
        edits.push_back(std::move(grant));
    LIANXIN_CHECK(m_author.write(edits));
    LIANXIN_CHECK(m_members.grant(userOf(record), person.areas, person.role));
    return userOf(record);
}

Result<void> DirectoryEditor::grant(UserId user, const std::vector<PartitionId>& areas, Role role)
{
    LIANXIN_TRY(const auto known, person(user));
    LIANXIN_TRY(const auto edits, grantEdits(user, areas, role));
    LIANXIN_CHECK(m_author.write(edits));
    return m_members.grant(user, areas, role);
}

Result<void> DirectoryEditor::revoke(UserId user, const PartitionId& area)
{
    const auto* type = m_catalogue.type(kGrantType);
    const auto* ends = type ? type->field(std::string_view("valid_to")) : nullptr;
    if (!ends)
        return fail(Errc::upgradeNeeded, "the catalogue knows no grant that ends");
    LIANXIN_TRY(const auto records, m_store.recordsOf(PartitionId::directory()));
    std::vector<ServerAuthor::Edit> edits;
    for (const auto& record : records) {
        if (record.type != type->number)
            continue;
        RegisterValues values;
        for (const auto& reg : record.registers)
            if (const auto* head = core::provisional(reg.heads))
                values[reg.key] = head->value;
        const auto fields = fieldsOf(*type, values);
        const auto says = [&](std::string_view name, const std::string& text) {
            const auto found = fields.find(type->field(name)->number);
            return found != fields.end() && found->second == Value::fromText(text);
        };
        if (fields.contains(ends->number) || !says("user", user.text()) || !says("partition", area.text()))
            continue;
        edits.push_back({record.record,
                         record.root,
                         record.type,
                         record.partition,
                         {{{ends->registerNumber(), {}}, Value::fromInt(m_clock.now())}}});
    }
    if (!edits.empty())
        LIANXIN_CHECK(m_author.write(edits));
    return m_members.revoke(user, area);
}

Result<DirectoryPerson> DirectoryEditor::person(UserId user)
{
    LIANXIN_TRY(const auto record, m_store.record(recordOf(user)));
    const auto* type = record ? m_catalogue.type(record->type) : nullptr;
    if (!type || type->name != kUserType)
        return fail(Errc::notFound, "no such user");
    RegisterValues values;
    for (const auto& reg : record->registers)
        if (const auto* head = core::provisional(reg.heads))
            values[reg.key] = head->value;
    const auto fields = fieldsOf(*type, values);
    DirectoryPerson found;
    if (const auto* name = type->field(std::string_view("name")); name && fields.contains(name->number))
        found.name = fields.at(name->number).asText().value_or("");
    LIANXIN_TRY(const auto grants, m_members.grantsOf(user));
    for (const auto& grant : grants)
        if (!grant.until)
            found.role = roleName(grant.role);
    return found;
}

Result<void> DirectoryEditor::addOrgUnit(const std::string& code, const std::string& name, const std::string& dutyPhone)
{
    if (code.size() != kStatisticalDigits || code.find_first_not_of("0123456789") != std::string::npos)
        return fail(Errc::invalidInput, "an org unit has a code of 12 digits: " + code);
    Named values{{"code", Value::fromText(code)},
                 {"name", Value::fromText(name)},
                 {"level", Value::fromInt(orgLevel(code))},
                 {"kind", Value::fromInt(1)}};
    if (!dutyPhone.empty())
        values["duty_phone"] = Value::fromText(dutyPhone);
    LIANXIN_TRY(auto unit, edit(kOrgUnitType, makeRecordId(m_clock.now(), m_random), values));
    return m_author.write({std::move(unit)});
}

Result<void> DirectoryEditor::requestCertificate(const CertificateRequest& request)
{
    LIANXIN_TRY(auto put, m_store.database().statement("INSERT INTO certificate(user, replica, sign_key, box_key, "
                                                       "role, requested_at) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    put.bindId(1, request.user).bindId(3, request.signKey).bindText(5, request.role).bindInt(6, m_clock.now());
    if (request.replica)
        put.bindId(2, *request.replica);
    if (request.boxKey)
        put.bindId(4, *request.boxKey);
    return put.run();
}

Result<std::vector<CertificateRequest>> DirectoryEditor::waitingCertificates()
{
    LIANXIN_TRY(auto query,
                m_store.database().statement("SELECT id, user, replica, sign_key, box_key, role, requested_at FROM "
                                             "certificate WHERE text IS NULL ORDER BY id"));
    std::vector<CertificateRequest> waiting;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return waiting;
        CertificateRequest request;
        request.id = query.intAt(0);
        LIANXIN_TRY(request.user, query.idAt<UserId>(1));
        if (!query.isNull(2)) {
            LIANXIN_TRY(request.replica, query.idAt<ReplicaId>(2));
        }
        LIANXIN_TRY(request.signKey, query.idAt<seal::PublicSignKey>(3));
        if (!query.isNull(4)) {
            LIANXIN_TRY(request.boxKey, query.idAt<seal::PublicBoxKey>(4));
        }
        request.role = query.textAt(5);
        request.requestedAt = query.intAt(6);
        waiting.push_back(std::move(request));
    }
}

// The fields are those of the certificate's signed text; a tablet puts it together again and checks it against its pinned root.
Result<ServerAuthor::Edit> DirectoryEditor::certificateEdit(const seal::Certificate& certificate)
{
    Named values{{"kind", Value::fromInt(static_cast<int>(certificate.kind))},
                 {"user", Value::fromText(certificate.user.text())},
                 {"ed25519", Value::fromText(certificate.signKey.text())},
                 {"signature", Value::fromText(certificate.signature.text())},
                 {"valid_from", Value::fromInt(certificate.validFrom)}};
    if (certificate.kind == seal::CertificateKind::replica)
        values["replica"] = Value::fromText(certificate.subject);
    if (!certificate.boxKey.isNil())
        values["x25519"] = Value::fromText(certificate.boxKey.text());
    return edit(kCertificateType, makeRecordId(m_clock.now(), m_random), values);
}

Result<void> DirectoryEditor::publish(std::int64_t id, const std::string& text, const seal::IssuerCertificate& issuer)
{
    LIANXIN_TRY(const auto certificate, seal::parseCertificate(text));
    LIANXIN_TRY(const auto waiting, waitingCertificates());
    for (const auto& request : waiting) {
        if (request.id != id)
            continue;
        const auto subject = request.replica ? request.replica->text() : request.user.text();
        if (certificate.kind != (request.replica ? seal::CertificateKind::replica : seal::CertificateKind::person) ||
            certificate.subject != subject || certificate.user != request.user ||
            certificate.signKey != request.signKey ||
            certificate.boxKey != request.boxKey.value_or(seal::PublicBoxKey{}) || certificate.realm != issuer.realm ||
            !certificate.role.empty() || !seal::verifyCertificate(issuer.issuer, certificate))
            return fail(
                Errc::notAllowed,
                "this certificate is not the one that was asked for, or not signed by this organisation's issuer");
        LIANXIN_TRY(auto record, certificateEdit(certificate));
        LIANXIN_TRY(auto update,
                    m_store.database().statement("UPDATE certificate SET text = ?2, record = ?3 WHERE id = ?1"));
        update.bindInt(1, id).bindText(2, text).bindId(3, record.record);
        LIANXIN_CHECK(update.run());
        return m_author.write({std::move(record)});
    }
    return fail(Errc::notFound, "no such certificate request is waiting");
}

Result<void> DirectoryEditor::publishOwn(const seal::Certificate& certificate)
{
    const auto text = seal::certificateText(certificate);
    LIANXIN_TRY(auto record, certificateEdit(certificate));
    LIANXIN_TRY(auto put, m_store.database().statement("INSERT INTO certificate(user, sign_key, box_key, role, text, "
                                                       "requested_at, record) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    put.bindId(1, certificate.user)
        .bindId(2, certificate.signKey)
        .bindText(4, certificate.role)
        .bindText(5, text)
        .bindInt(6, m_clock.now());
    put.bindId(7, record.record);
    if (!certificate.boxKey.isNil())
        put.bindId(3, certificate.boxKey);
    LIANXIN_CHECK(put.run());
    return m_author.write({std::move(record)});
}

} // namespace lianxin::server
