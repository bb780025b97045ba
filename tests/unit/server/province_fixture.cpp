// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/province_fixture.hpp"

#include "sync/server/backup.hpp"

#include "sync/seal/chain.hpp"
#include "sync/server/catalogue_files.hpp"
#include "sync/wire/changeset_codec.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/limits.hpp"
#include "sync/wire/message_codec.hpp"
#include "sync/wire/paths.hpp"

#include <QDebug>

#include <algorithm>
#include <future>

namespace lianxin::server::test {

Tablet::Tablet(RandomSource& source, std::string shortName)
    : random(source), name(std::move(shortName)), key(seal::SignKey::generate(source)),
      personSign(seal::SignKey::generate(source)), personBox(seal::BoxKey::generate(source))
{}

wire::EnrolRequest Tablet::enrolRequest(const std::string& code, seal::Realm realm) const
{
    wire::EnrolRequest request;
    request.code = code;
    request.replicaKey = key.publicKey();
    request.personSign = personSign.publicKey();
    request.personBox = personBox.publicKey();
    request.label = name;
    request.expected = realm;
    request.proof = seal::signEnrolment(key, code, request.claim());
    return request;
}

void Tablet::enrolled(const wire::EnrolReply& reply)
{
    replica = reply.replica;
    user = reply.user;
    epoch = reply.epoch;
    receiptKey = reply.receiptKey();
    generation = reply.scopeGeneration;
}

std::string Tablet::body(std::vector<core::RecordChange> changes)
{
    core::Changeset changeset;
    changeset.dot = {replica, ++made};
    changeset.user = user;
    changeset.catalogue = 1;
    changeset.scopeGeneration = generation;
    changeset.deviceTime = 1'790'000'000'000 + static_cast<Millis>(made);
    changeset.hlc = changeset.deviceTime << 16;
    changeset.pasts.emplace_back();
    std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.record < b.record; });
    for (auto& change : changes)
        std::sort(change.writes.begin(), change.writes.end(),
                  [](const auto& a, const auto& b) { return a.key < b.key; });
    changeset.changes = std::move(changes);
    return wire::encodeChangeset(changeset);
}

core::Parcel Tablet::parcel(std::vector<std::string> bodies)
{
    core::Parcel parcel;
    parcel.replica = replica;
    parcel.first = made - bodies.size() + 1;
    parcel.before = head;
    parcel.seed = seal::makeSeed(random);
    parcel.bodies = std::move(bodies);
    parcel.head = seal::chainOf(parcel).back();
    parcel.signature = seal::signParcel(key, parcel);
    head = parcel.head;
    return parcel;
}

core::PushRequest Tablet::push(std::vector<core::Parcel> parcels) const
{
    core::PushRequest request;
    request.epoch = epoch;
    request.acknowledged = acknowledged;
    request.acknowledgedHash = acknowledgedHash;
    request.parcels = std::move(parcels);
    return request;
}

HttpRequest Tablet::request(std::string_view path, std::string body)
{
    auto packed = wire::pack(std::move(body));
    HttpRequest http;
    http.method = "POST";
    http.path = path;
    http.encoding = packed.encoding;
    http.body = std::move(packed.bytes);
    http.peer = "192.0.2.1";
    http.auth = seal::formatAuth(seal::signRequest(key, replica, ++counter, "POST", path, http.body));
    return http;
}

HttpRequest Tablet::pushHttp(const core::PushRequest& request)
{
    return this->request(wire::kPathPush, wire::encodePushRequest(request));
}
HttpRequest Tablet::pullHttp(const core::PullRequest& request)
{
    return this->request(wire::kPathPull, wire::encodePullRequest(request));
}

core::PullRequest Tablet::pull(std::vector<core::PartitionCursor> cursors, std::uint32_t budget) const
{
    core::PullRequest request;
    request.epoch = epoch;
    request.cursors = std::move(cursors);
    request.budget = budget;
    return request;
}

TestProvince::TestProvince(seal::Realm realm, double requestsPerMinute) : m_requestsPerMinute(requestsPerMinute)
{
    m_paths.folder = m_folder.filePath("data").toStdString();
    m_authority = std::make_unique<Authority>(
        must(Authority::create(m_folder.filePath("org").toStdString(), realm, clock.now(), random)));
    must(makeHome(m_paths, *m_authority, {}, clock.now(), random));
    const auto identity = must(loadIdentity(m_paths));
    must(Province::initialise(m_paths, identity, must(builtInCatalogue()), clock, random));
    open();
}

void TestProvince::open()
{
    m_province = must(Province::open(m_paths, must(loadIdentity(m_paths)), must(builtInCatalogue()), clock, random));
    start();
}

void TestProvince::start()
{
    m_worker = std::make_unique<StoreWorker>(*m_province);
    m_log = std::make_unique<AccessLog>("/dev/null");
    m_api = std::make_unique<ServerApi>(*m_province, *m_worker, *m_log, ApiOptions{m_requestsPerMinute, 1e6});
    m_admin = std::make_unique<AdminService>(*m_province, "http://127.0.0.1:1");
}

TestProvince::~TestProvince() { m_worker.reset(); }

void TestProvince::alone(const std::function<void()>& work)
{
    m_worker.reset();
    m_api.reset();
    work();
    start();
}

std::optional<core::RecordState> TestProvince::recordOf(RecordId record)
{
    std::optional<core::RecordState> row;
    alone([&] { row = must(m_province->store().record(record)); });
    return row;
}

void TestProvince::close()
{
    m_worker.reset();
    must(m_province->close());
    m_api.reset();
    m_admin.reset();
    m_province.reset();
}

void TestProvince::restart()
{
    close();
    open();
}

std::string TestProvince::backUp()
{
    auto folder = m_folder.filePath(QString::number(++m_backups)).toStdString();
    must(admin({{"do", "backup"}, {"folder", folder}}));
    return folder;
}

void TestProvince::putBack(const std::string& backup)
{
    close();
    must(restoreBackup(m_paths, must(loadIdentity(m_paths)).databaseKey, backup, clock.now(), random));
    open();
}

void TestProvince::copyBack(const std::string& backup)
{
    close();
    std::filesystem::copy_file(backup + "/province.db", m_paths.database(),
                               std::filesystem::copy_options::overwrite_existing);
    open();
}

HttpReply TestProvince::call(HttpRequest request)
{
    std::promise<HttpReply> promise;
    auto reply = promise.get_future();
    m_api->handle(std::move(request), [&promise](HttpReply answer) { promise.set_value(std::move(answer)); });
    return reply.get();
}

Result<boost::json::object> TestProvince::admin(boost::json::object command)
{
    struct Task final : StoreTask {
        AdminService& service;
        boost::json::object command;
        boost::json::object said;
        std::promise<Result<boost::json::object>> promise;
        Task(AdminService& admin, boost::json::object asked) : service(admin), command(std::move(asked)) {}
        bool writes() const override { return AdminService::writes(command); }
        Result<void> perform() override
        {
            LIANXIN_TRY(said, service.run(command));
            return {};
        }
        void answer(const Result<void>& done) override
        {
            promise.set_value(done ? Result<boost::json::object>(said) : done.error());
        }
    };
    auto task = std::make_shared<Task>(*m_admin, std::move(command));
    auto result = task->promise.get_future();
    if (!m_worker->post(task))
        qFatal("queue full");
    return result.get();
}

std::string TestProvince::addUser(const std::string& name, const std::string& role, const std::string& area)
{
    auto said = must(admin({{"do", "add-user"}, {"name", name}, {"role", role}, {"areas", boost::json::array{area}}}));
    return std::string(said.at("code").as_string());
}

Tablet TestProvince::enrol(const std::string& name, const std::string& role, const std::string& area)
{
    Tablet tablet(random, name);
    const auto asked = tablet.enrolRequest(addUser(name, role, area), m_authority->realm());
    HttpRequest http;
    http.method = "POST";
    http.path = wire::kPathEnrol;
    http.body = wire::encodeEnrolRequest(asked);
    http.peer = "192.0.2.1";
    const auto reply = call(http);
    if (reply.status != 200)
        qFatal("enrol: %s", reply.body.c_str());
    const auto said = must(wire::decodeEnrolReply(unpacked(reply)));
    must(wire::checkEnrolReply(said, asked, m_authority->rootFingerprint()));
    tablet.enrolled(said);
    return tablet;
}

void TestProvince::confirmAll()
{
    const auto said = must(admin({{"do", "waiting"}}));
    for (const auto& entry : said.at("waiting").as_array()) {
        const auto& request = entry.as_object();
        seal::Certificate certificate;
        certificate.kind = request.contains("replica") ? seal::CertificateKind::replica : seal::CertificateKind::person;
        certificate.subject = std::string(request.at(request.contains("replica") ? "replica" : "user").as_string());
        certificate.user = must(UserId::parse(std::string_view(request.at("user").as_string())));
        certificate.signKey = must(seal::PublicSignKey::parse(std::string_view(request.at("ed25519").as_string())));
        if (request.contains("x25519"))
            certificate.boxKey = must(seal::PublicBoxKey::parse(std::string_view(request.at("x25519").as_string())));
        must(admin({{"do", "publish"},
                    {"id", request.at("id")},
                    {"certificate", seal::certificateText(m_authority->sign(certificate))}}));
    }
}

Result<core::PushReply> TestProvince::push(Tablet& tablet, const core::PushRequest& request)
{
    const auto reply = call(tablet.pushHttp(request));
    if (reply.status != 200)
        return fail(wire::errcOf(refusalOf(reply)), refusalOf(reply).detail);
    LIANXIN_TRY(auto said, wire::decodePushReply(unpacked(reply), request));
    if (!seal::verifyReceipt(tablet.receiptKey, said.receipt))
        return fail(Errc::protocol, "a receipt that does not hold");
    tablet.acknowledged = said.receipt.held;
    tablet.acknowledgedHash = said.receipt.head;
    return said;
}

Result<core::PullReply> TestProvince::pull(Tablet& tablet, const core::PullRequest& request)
{
    const auto reply = call(tablet.pullHttp(request));
    if (reply.status != 200)
        return fail(wire::errcOf(refusalOf(reply)), refusalOf(reply).detail);
    return wire::decodePullReply(unpacked(reply), request);
}

core::Write TestProvince::write(std::string_view typeName, std::string_view field, Value value) const
{
    const auto* found = type(typeName).field(field);
    if (!found)
        qFatal("no such field");
    core::Write write;
    write.key.number = found->registerNumber();
    write.value = std::move(value);
    return write;
}

core::RecordChange householdChange(const Catalogue& catalogue, RecordId record, const std::string& partition,
                                   const std::string& phone)
{
    const auto* type = catalogue.type("household");
    core::RecordChange change;
    change.record = record;
    change.root = record;
    change.type = type->number;
    change.partition = must(PartitionId::parse(partition));
    core::Write location;
    location.key.number = kLocationRegister;
    location.value = Value::fromText(partition);
    core::Write number;
    number.key.number = type->field(std::string_view("phone1"))->registerNumber();
    number.value = Value::fromText(phone);
    change.writes = {location, number};
    return change;
}

core::RecordChange TestProvince::counselCase()
{
    core::RecordChange change;
    change.record = change.root = makeRecordId(clock.now(), random);
    change.type = type("counsel_case").number;
    change.partition = PartitionId::forCase(change.record);
    core::Write location;
    location.key.number = kLocationRegister;
    location.value = Value::fromText(change.partition.text());
    change.writes = {location};
    return change;
}

core::RecordChange TestProvince::household(const std::string& partition, const std::string& phone)
{
    return householdChange(m_province->catalogue(), makeRecordId(clock.now(), random), partition, phone);
}

std::string unpacked(const HttpReply& reply)
{
    return must(wire::unpack(reply.body, reply.encoding, wire::kMaxPullReplyBytes));
}
wire::ErrorReply refusalOf(const HttpReply& reply) { return must(wire::decodeErrorReply(unpacked(reply))); }

} // namespace lianxin::server::test
