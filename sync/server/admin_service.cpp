// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/admin_service.hpp"

#include "sync/seal/check_words.hpp"
#include "sync/seal/hash.hpp"
#include "sync/server/catalogue_files.hpp"
#include "sync/server/healing_status.hpp"
#include "sync/server/picture_backup.hpp"
#include "sync/server/server_schema.hpp"

#include <array>
#include <charconv>

namespace lianxin::server {

namespace json = boost::json;

namespace {
constexpr std::array<std::string_view, 9> kReads{"status", "hashes", "waiting", "list",           "ping",
                                                 "epoch",  "relays", "backup",  "backup-pictures"};
constexpr std::array<const char*, 8> kReasons{"none",      "unknown type", "unknown field", "not allowed",
                                              "too large", "wrong root",   "malformed",     "not its author"};

std::string textOf(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string{};
}

Result<std::vector<PartitionId>> areasOf(const json::object& command)
{
    std::vector<PartitionId> areas;
    const auto* list = command.if_contains("areas");
    if (!list || !list->is_array())
        return fail(Errc::invalidInput, "areas are missing");
    for (const auto& entry : list->get_array()) {
        const auto area = entry.is_string() ? PartitionId::parse(std::string_view(entry.get_string()))
                                            : Result<PartitionId>(fail(Errc::invalidInput, "no text"));
        if (!area || area->isCase())
            return fail(Errc::invalidInput, "an area is v:<12 digits>, t:<9 digits>, c:<6 digits> or p:35");
        areas.push_back(*area);
    }
    return areas;
}

Result<Role> roleIn(const json::object& command)
{
    const auto role = roleNamed(textOf(command, "role"));
    if (!role)
        return fail(Errc::invalidInput, "a role is one of VW CO VO TO CS PS PR SA");
    return *role;
}
} // namespace

Result<Dot> parseDot(std::string_view text)
{
    const auto point = text.find('.');
    if (point == std::string_view::npos)
        return fail(Errc::invalidInput, "a changeset is named <replica>.<number>, as status prints it");
    Dot dot;
    LIANXIN_TRY(dot.replica, ReplicaId::parse(text.substr(0, point)));
    const auto digits = text.substr(point + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), dot.number);
    if (error != std::errc() || end != digits.data() + digits.size() || dot.number == 0)
        return fail(Errc::invalidInput, "a changeset is named <replica>.<number>, as status prints it");
    return dot;
}

bool AdminService::writes(const json::object& command)
{
    return std::find(kReads.begin(), kReads.end(), textOf(command, "do")) == kReads.end();
}

Result<json::object> AdminService::run(const json::object& command)
{
    const auto what = textOf(command, "do");
    if (what == "ping")
        return Object{{"address", m_address}};
    if (what == "add-user")
        return addUser(command);
    if (what == "new-code") {
        LIANXIN_TRY(const auto user, UserId::parse(textOf(command, "user")));
        LIANXIN_TRY(const auto known, m_province.directory().person(user));
        return newCode(user);
    }
    if (what == "grant")
        return grant(command);
    if (what == "revoke")
        return revoke(command);
    if (what == "revoke-tablet" || what == "readmit-tablet")
        return revokeTablet(command, what == "revoke-tablet");
    if (what == "add-org-unit") {
        LIANXIN_CHECK(m_province.directory().addOrgUnit(textOf(command, "code"), textOf(command, "name"),
                                                        textOf(command, "duty_phone")));
        return Object{};
    }
    if (what == "waiting")
        return waiting();
    if (what == "publish") {
        const auto* id = command.if_contains("id");
        if (!id || !id->is_int64())
            return fail(Errc::invalidInput, "publish needs an id");
        LIANXIN_CHECK(m_province.directory().publish(id->get_int64(), textOf(command, "certificate"),
                                                     m_province.identity().issuer));
        return Object{};
    }
    if (what == "publish-forms") {
        LIANXIN_TRY(const auto version, m_province.publishForms(catalogueFiles(), textOf(command, "forms")));
        return Object{{"version", version}};
    }
    if (what == "add-relay" || what == "remove-relay" || what == "relays")
        return relays(what, command);
    if (what == "list")
        return listCodes();
    if (what == "status" || what == "hashes")
        return status(what != "status");
    if (what == "backup")
        return backupNow(m_province, textOf(command, "folder"));
    if (what == "backup-verified")
        return backupVerified(m_province, command);
    if (what == "backup-pictures")
        return backupPictures(m_province, command);
    if (what == "pictures-verified")
        return picturesVerified(m_province, command);
    if (what == "release" || what == "withdraw")
        return decide(command);
    return fail(Errc::invalidInput, "no such command");
}

Result<json::object> AdminService::addUser(const Object& command)
{
    NewPerson person;
    person.name = textOf(command, "name");
    person.mobile = textOf(command, "mobile");
    LIANXIN_TRY(person.role, roleIn(command));
    LIANXIN_TRY(person.areas, areasOf(command));
    LIANXIN_TRY(const auto user, m_province.directory().addPerson(person));
    return newCode(user);
}

Result<json::object> AdminService::newCode(UserId user)
{
    LIANXIN_TRY(const auto code, m_province.enrolment().makeCode(user));
    return Object{{"user", user.text()},
                  {"code", code},
                  {"root", seal::fingerprint(m_province.identity().issuer.root).text()},
                  {"realm", seal::realmName(m_province.identity().realm())},
                  {"address", m_address},
                  {"minutes", kEnrolCodeLife / 60000}};
}

Result<json::object> AdminService::grant(const Object& command)
{
    LIANXIN_TRY(const auto user, UserId::parse(textOf(command, "user")));
    LIANXIN_TRY(const auto role, roleIn(command));
    LIANXIN_TRY(const auto areas, areasOf(command));
    LIANXIN_CHECK(m_province.directory().grant(user, areas, role));
    return Object{};
}

Result<json::object> AdminService::revoke(const Object& command)
{
    LIANXIN_TRY(const auto user, UserId::parse(textOf(command, "user")));
    LIANXIN_TRY(const auto areas, areasOf(command));
    for (const auto& area : areas)
        LIANXIN_CHECK(m_province.directory().revoke(user, area));
    return Object{};
}

Result<json::object> AdminService::revokeTablet(const Object& command, bool revoked)
{
    LIANXIN_TRY(const auto id, ReplicaId::parse(textOf(command, "replica")));
    LIANXIN_TRY(auto row, m_province.store().replica(id));
    if (!row || id == m_province.self())
        return fail(Errc::notFound, "no such tablet");
    row->revoked = revoked;
    LIANXIN_CHECK(m_province.store().putReplica(*row));
    return Object{{"held", row->held}};
}

Result<json::object> AdminService::waiting()
{
    LIANXIN_TRY(const auto requests, m_province.directory().waitingCertificates());
    json::array list;
    for (const auto& request : requests) {
        LIANXIN_TRY(const auto person, m_province.directory().person(request.user));
        Object entry{{"id", request.id},
                     {"user", request.user.text()},
                     {"name", person.name},
                     {"role", request.role},
                     {"ed25519", request.signKey.text()}};
        if (request.boxKey)
            entry["x25519"] = request.boxKey->text();
        if (request.replica) {
            entry["replica"] = request.replica->text();
            const auto words = seal::checkWords(request.signKey, m_province.identity().receiptKey.publicKey());
            entry["words"] = json::array(words.begin(), words.end());
            entry["zh"] = seal::checkWordLine(m_province.catalogue(), words, "zh");
            entry["en"] = seal::checkWordLine(m_province.catalogue(), words, "en");
        }
        list.push_back(std::move(entry));
    }
    return Object{{"waiting", std::move(list)}};
}

Result<json::object> AdminService::listCodes()
{
    LIANXIN_TRY(auto query,
                m_province.store().database().statement(
                    "SELECT id, user, expires_at, tries, used_at, replica FROM enrolment_code ORDER BY expires_at"));
    json::array list;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return Object{{"codes", std::move(list)}};
        LIANXIN_TRY(const auto user, query.idAt<UserId>(1));
        LIANXIN_TRY(const auto person, m_province.directory().person(user));
        const bool used = !query.isNull(4);
        const bool expired = query.intAt(2) < m_province.clock().now();
        Object entry{
            {"id", std::string(query.textAt(0))}, {"user", user.text()}, {"name", person.name}, {"role", person.role}};
        entry["state"] = used ? "used" : query.intAt(3) >= kEnrolTries ? "locked" : expired ? "expired" : "open";
        if (used) {
            LIANXIN_TRY(const auto replica, query.idAt<ReplicaId>(5));
            entry["replica"] = replica.text();
        }
        list.push_back(std::move(entry));
    }
}

// D25: comparable with what each holder's tablet computes.
// A hash reads every record of the partition, and tablets wait meanwhile: only where it is asked for.
Result<json::object> AdminService::partitionStatus(const PartitionId& partition, bool withHash)
{
    LIANXIN_TRY(const auto row, m_province.store().partition(partition));
    LIANXIN_TRY(const auto records, m_province.store().countOf(partition));
    Object said{{"partition", partition.text()}, {"sequence", row.sequence}, {"records", records}};
    if (!withHash)
        return said;
    LIANXIN_TRY(const auto all, m_province.store().recordsOf(partition));
    seal::Blake2b hash;
    for (const auto& record : all) {
        std::string input;
        core::appendStateHashInput(input, record);
        hash.add(input);
    }
    said["hash"] = hash.finish().text();
    return said;
}

Result<json::array> AdminService::replicaStatus()
{
    LIANXIN_TRY(auto query, m_province.store().database().statement(
                                "SELECT id FROM replica WHERE id NOT IN (SELECT id FROM restamped) ORDER BY id"));
    json::array list;
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            return list;
        LIANXIN_TRY(const auto id, query.idAt<ReplicaId>(0));
        LIANXIN_TRY(const auto row, m_province.store().replica(id));
        if (row)
            list.push_back(Object{{"replica", id.text()},
                                  {"user", row->user.text()},
                                  {"held", row->held},
                                  {"frozen", row->frozen},
                                  {"server", id == m_province.self()}});
    }
}

Result<json::object> AdminService::status(bool withHashes)
{
    Object said{{"epoch", m_province.epoch().text()},
                {"realm", seal::realmName(m_province.identity().realm())},
                {"schema", kSchemaVersion},
                {"catalogue", m_province.catalogue().version()},
                {"address", m_address}};
    auto& database = m_province.store().database();
    LIANXIN_TRY(said["records"], database.queryInt("SELECT count(*) FROM record"));
    LIANXIN_TRY(said["changesets"], database.queryInt("SELECT count(*) FROM archive"));
    LIANXIN_TRY(said["replicas"], replicaStatus());
    const auto shelved = m_province.segments().shelved();
    said["segments"] =
        Object{{"bundles", shelved.bundles}, {"pressed", shelved.pressed}, {"to_press", shelved.toPress}};
    json::array partitions;
    LIANXIN_TRY(const auto ids, m_province.store().partitions());
    for (const auto& id : ids) {
        LIANXIN_TRY(auto one, partitionStatus(id, withHashes));
        partitions.push_back(std::move(one));
    }
    said["partitions"] = std::move(partitions);
    json::array quarantine;
    LIANXIN_TRY(
        auto query,
        database.statement("SELECT replica, number, reason FROM archive WHERE pending = 1 ORDER BY replica, number"));
    for (;;) {
        LIANXIN_TRY(const auto there, query.step());
        if (!there)
            break;
        LIANXIN_TRY(const auto replica, query.idAt<ReplicaId>(0));
        const auto reason = static_cast<std::size_t>(query.intAt(2));
        quarantine.push_back(Object{{"changeset", replica.text() + "." + std::to_string(query.numberAt(1))},
                                    {"reason", kReasons.at(std::min(reason, kReasons.size() - 1))}});
    }
    LIANXIN_TRY(const auto families, m_province.donation().waiting().families());
    for (const auto& family : families) {
        LIANXIN_TRY(const auto letIn, m_province.donation().wouldLetIn(family));
        json::array users;
        for (const auto& user : letIn)
            users.push_back(json::string(user.text()));
        quarantine.push_back(Object{{"changeset", family.root.text() + ":" + family.donor.text()},
                                    {"reason", "waits for a witness"},
                                    {"to", family.partition.text()},
                                    {"rows", family.rows},
                                    {"lets_in", std::move(users)}});
    }
    said["quarantine"] = std::move(quarantine);
    LIANXIN_TRY(said["healing"], healingStatus(m_province));
    return said;
}

Result<json::object> AdminService::decide(const Object& command)
{
    // What tablets gave back of a root waits for a decision as a changeset does.
    const auto named = textOf(command, "changeset");
    const auto colon = named.find(':');
    if (const auto root = RecordId::parse(named.substr(0, colon))) {
        std::optional<ReplicaId> donor;
        if (colon != std::string::npos) {
            LIANXIN_TRY(donor, ReplicaId::parse(named.substr(colon + 1)));
        }
        LIANXIN_CHECK(m_province.donation().decide(*root, donor, textOf(command, "do") == "release"));
        return Object{};
    }
    LIANXIN_TRY(const auto dot, parseDot(textOf(command, "changeset")));
    std::ignore = m_province.bodies().takeFirst();
    if (textOf(command, "do") == "withdraw") {
        LIANXIN_CHECK(m_province.core().withdraw(dot));
        return Object{};
    }
    LIANXIN_CHECK(m_province.core().release(dot));
    if (const auto accepted = m_province.bodies().takeFirst())
        LIANXIN_CHECK(m_province.push().follow(*accepted));
    return Object{};
}

Result<json::object> AdminService::relays(std::string_view what, const json::object& command)
{
    auto& registry = m_province.relays();
    if (what == "add-relay") {
        LIANXIN_TRY(const auto id, registry.add(textOf(command, "certificate"), m_province.identity().issuer,
                                                m_province.clock().now(), m_province.random()));
        return Object{{"id", id.text()}};
    }
    if (what == "remove-relay") {
        LIANXIN_TRY(const auto id, ReplicaId::parse(textOf(command, "id")));
        LIANXIN_CHECK(registry.remove(id));
        return Object{};
    }
    LIANXIN_TRY(const auto known, registry.list());
    json::array list;
    for (const auto& relay : known) {
        const auto certificate = seal::parseCertificate(relay.certificate);
        list.push_back(Object{{"id", relay.id.text()},
                              {"area", relay.area},
                              {"address", certificate ? certificate->subject : std::string()}});
    }
    return Object{{"relays", std::move(list)}};
}

} // namespace lianxin::server
