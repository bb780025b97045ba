// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/engine/ground.hpp"

#include "sync/server/admin_service.hpp"
#include "sync/server/authority.hpp"
#include "sync/server/catalogue_files.hpp"
#include "tests/simulation/engine/sources.hpp"
#include "tests/unit/store/faulty_vfs.hpp"

#include <unistd.h>

#include <filesystem>

namespace fs = std::filesystem;

namespace lianxin::sim::engine {

namespace {
// Each history writes a few megabytes and syncs at every commit: in memory where the system has such a place.
std::string freshFolder()
{
    const auto* wanted = std::getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): nobody sets it while we run
    std::error_code ignored;
    const fs::path memory = "/dev/shm";
    auto base = wanted != nullptr                   ? fs::path(wanted)
                : fs::is_directory(memory, ignored) ? memory
                                                    : fs::temp_directory_path();
    auto name = (base / "lianxin-simulate-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        must(Result<void>(fail(Errc::io, "no place for the simulation's files in " + base.string())));
    return name;
}
} // namespace

Ground::Ground()
    : m_catalogue(must(server::builtInCatalogue())), m_folder(store::makeTextFolder()), m_place(freshFolder())
{
    test::faulty::installAsDefault();
    fs::create_directory(m_place + "/ground");
    makeProvince();
}

Ground::~Ground()
{
    std::error_code ignored;
    fs::remove_all(m_place, ignored);
}

void Ground::makeProvince()
{
    SeededRandom random(1);
    VirtualTime time;
    JumpyClock clock(time);
    const server::HomePaths paths{serverIn(m_place + "/ground")};
    const auto authority =
        must(server::Authority::create(m_place + "/organisation", seal::Realm::demo, clock.now(), random));
    must(server::makeHome(paths, authority, {}, clock.now(), random));
    must(server::Province::initialise(paths, must(server::loadIdentity(paths)), m_catalogue, clock, random));
    const auto province =
        must(server::Province::open(paths, must(server::loadIdentity(paths)), m_catalogue, clock, random));
    for (int i = 0; i < static_cast<int>(kPeople.size()); ++i)
        enrol(i, *province);
    admitOffice(*province, authority);
    m_issuer = authority.issuerCertificate();
    m_provinceBox = must(server::loadIdentity(paths)).boxKey.value().publicKey();
    must(province->close());
}

void Ground::enrol(int index, server::Province& province)
{
    SeededRandom random(100 + static_cast<std::uint64_t>(index));
    VirtualTime time;
    JumpyClock clock(time);
    const auto& plan = kPeople[static_cast<std::size_t>(index)];
    auto key = seal::SignKey::generate(random);
    wire::EnrolRequest request;
    must(province.begin());
    server::NewPerson person;
    person.name = "P" + std::to_string(index);
    person.role = *roleNamed(plan.role);
    person.areas = {must(PartitionId::parse(plan.area))};
    request.code = must(province.enrolment().makeCode(must(province.directory().addPerson(person))));
    request.replicaKey = key.publicKey();
    request.label = person.name;
    request.expected = seal::Realm::demo;
    request.proof = seal::signEnrolment(key, request.code, request.claim());
    const auto answer = must(province.enrolment().enrol(request, province.epoch()));
    if (answer.refusal)
        must(Result<void>(fail(Errc::internal, "enrolment refused: " + answer.refusal->code)));
    must(province.commit());
    province.enrolment().enrolled(request, answer.reply);
    const auto& reply = answer.reply;
    m_people.push_back(
        std::make_unique<Enrolled>(Enrolled{std::move(key), reply.replica, reply.user, reply.epoch, reply.receiptKey(),
                                            reply.scopeGeneration, store::RawKey::random(random)}));
    const auto& made = *m_people.back();
    const auto store = must(store::ReplicaStore::open(tabletIn(m_place + "/ground", index), made.fileKey,
                                                      {&m_catalogue, m_folder.get(), &clock, &random}));
    must(store->initialise(made.replica, made.user, made.epoch, made.generation));
    must(store->checkpoint());
}

void Ground::admitOffice(server::Province& province, const server::Authority& authority)
{
    SeededRandom random(200);
    auto key = seal::SignKey::generate(random);
    seal::Certificate asked;
    asked.kind = seal::CertificateKind::relay;
    asked.subject = "https://127.0.0.1:7444";
    asked.role = "t:350128001";
    asked.signKey = key.publicKey();
    const auto certificate = authority.sign(asked);
    must(province.begin());
    server::AdminService admin(province, "http://127.0.0.1:1");
    const auto said = must(admin.run({{"do", "add-relay"}, {"certificate", seal::certificateText(certificate)}}));
    must(province.commit());
    m_office = std::make_unique<OfficeIdentity>(
        OfficeIdentity{std::move(key), certificate, must(ReplicaId::parse(std::string_view(said.at("id").as_string()))),
                       store::RawKey::random(random)});
    for (const auto& person : m_people) {
        seal::Certificate replica;
        replica.kind = seal::CertificateKind::replica;
        replica.subject = person->replica.text();
        replica.user = person->user;
        replica.signKey = person->key.publicKey();
        m_certificates.push_back(authority.sign(replica));
    }
}

std::string Ground::copy(int tablets) const
{
    auto place = m_place + "/now";
    std::error_code ignored;
    fs::remove_all(place, ignored);
    fs::create_directory(place);
    fs::copy(serverIn(m_place + "/ground"), serverIn(place));
    for (int i = 0; i < tablets; ++i)
        fs::copy(tabletIn(m_place + "/ground", i), tabletIn(place, i));
    return place;
}

} // namespace lianxin::sim::engine
