// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/admin_socket.hpp"
#include "sync/server/catalogue_files.hpp"
#include "sync/server/catalogue_guard.hpp"
#include "sync/server/command_line.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/server_api.hpp"
#include "sync/server/system_sources.hpp"

#include <sys/prctl.h>

#include <charconv>
#include <iostream>

namespace lianxin::server {

namespace json = boost::json;

namespace {
Result<std::unique_ptr<Province>> openProvince(const HomePaths& paths, Clock& clock, RandomSource& random)
{
    LIANXIN_TRY(auto identity, loadIdentity(paths));
    LIANXIN_TRY(const auto served, servedCatalogue(paths, identity.issuer, catalogueFiles()));
    LIANXIN_CHECK(takeCatalogue(paths, served.files));
    LIANXIN_TRY(auto catalogue, loadCatalogue(served.files));
    LIANXIN_TRY(auto province, Province::open(paths, std::move(identity), std::move(catalogue), clock, random));
    LIANXIN_CHECK(province->showForms(served));
    return province;
}
} // namespace

Result<void> parseListen(const std::string& text, HttpOptions& options)
{
    const auto colon = text.rfind(':');
    std::uint16_t port = 0;
    const auto digits = colon == std::string::npos ? std::string_view{} : std::string_view(text).substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (colon == std::string::npos || error != std::errc() || end != digits.data() + digits.size())
        return fail(Errc::invalidInput, "--listen takes ADDRESS:PORT, such as 127.0.0.1:0");
    options.address = text.substr(0, colon);
    options.port = port;
    return {};
}

Result<void> runInit(const InitOptions& options)
{
    SystemRandom random;
    const SystemClock wall;
    SystemClock clock;
    LIANXIN_TRY(const auto catalogue, builtInCatalogue());
    const HomePaths paths{options.data};
    if (fileExists(paths.databaseKey()))
        return fail(Errc::invalidInput, options.data + " already holds a server; init never overwrites one");
    const auto realm = options.production ? seal::Realm::production : seal::Realm::demo;
    // A second server of the same organisation is made with the same authority.
    LIANXIN_TRY(const auto authority, fileExists(options.authority + "/org-issuer.key")
                                          ? Authority::open(options.authority)
                                          : Authority::create(options.authority, realm, wall.now(), random));
    if (authority.realm() != realm)
        return fail(Errc::notAllowed,
                    "this authority is a " + std::string(seal::realmName(authority.realm())) + " one");
    LIANXIN_CHECK(makeHome(paths, authority, options.hosts, wall.now(), random));
    LIANXIN_TRY(const auto lock, FolderLock::take(paths.folder));
    LIANXIN_TRY(const auto identity, loadIdentity(paths));
    LIANXIN_CHECK(takeCatalogue(paths, catalogueFiles()));
    LIANXIN_CHECK(Province::initialise(paths, identity, catalogue, clock, random));
    std::cout << "made a " << seal::realmName(realm) << " server in " << options.data << "\n"
              << "root fingerprint " << authority.rootFingerprint().text() << "\n"
              << "keep " << options.authority << " away from the server: it holds the organisation's keys\n";
    return {};
}

Result<void> runServe(const ServeOptions& options)
{
    ::prctl(PR_SET_DUMPABLE, 0); // no core dump with keys and names in it
    const HomePaths paths{options.data};
    SystemRandom random;
    SystemClock clock;
    HttpOptions http;
    LIANXIN_CHECK(parseListen(options.listen, http));
    LIANXIN_CHECK(AccessLog::check(options.log));
    http.idle = std::chrono::seconds(options.idleSeconds);
    http.request = std::chrono::seconds(options.requestSeconds);
    if (!fileExists(paths.databaseKey()))
        return fail(Errc::notFound, options.data + " holds no server; make one with: lianxin-server init --data " +
                                        options.data + " --authority FOLDER");
    LIANXIN_TRY(const auto lock, FolderLock::take(paths.folder));
    LIANXIN_TRY(const auto province, openProvince(paths, clock, random));
    if (!options.insecureLoopback) {
        LIANXIN_TRY(http.tlsCertificate, readFile(paths.tlsCertificate()));
        // The authority goes along: a tablet that has only its pin finds it there (PROTOCOL.md 6).
        LIANXIN_TRY(const auto authority, readFile(paths.tlsAuthority()));
        http.tlsCertificate += authority;
        LIANXIN_TRY(http.tlsKey, readPrivateFile(paths.tlsKey()));
    }
    AccessLog log(options.log);
    std::optional<StoreWorker> worker(std::in_place, *province);
    ServerApi api(*province, *worker, log, {options.requestsPerMinute, std::max(60.0, options.requestsPerMinute)});
    HttpHost host(http, api, log);
    LIANXIN_TRY(const auto port, host.listen());
    const auto scheme = options.insecureLoopback ? "http://" : "https://";
    const auto address =
        options.publicAddress.empty() ? scheme + http.address + ":" + std::to_string(port) : options.publicAddress;
    AdminService service(*province, address);
    LIANXIN_TRY(auto socket, AdminSocket::open(paths, service, *worker));
    if (!options.portFile.empty())
        LIANXIN_CHECK(writePublicFile(options.portFile, std::to_string(port) + "\n"));
    log.event(
        "listening",
        {{"port", port}, {"tls", !options.insecureLoopback}, {"realm", seal::realmName(province->identity().realm())}});
    std::cout << "listening on " << address << std::endl;
    host.run();
    socket.reset();
    worker.reset(); // what waits is answered to nobody, but applied
    auto closed = province->close();
    log.event("stopped", {{"clean", closed.has_value()}});
    return closed;
}

Result<void> runSignForms(const std::string& folder, const std::string& authorityFolder, const std::string& current,
                          const std::string& out)
{
    LIANXIN_TRY(const auto authority, Authority::open(authorityFolder));
    std::string before;
    if (!current.empty()) {
        LIANXIN_TRY(before, readFile(current));
    }
    const SystemClock clock;
    LIANXIN_TRY(const auto text, signFormsIn(folder, authority, catalogueFiles(), before, clock.now()));
    LIANXIN_CHECK(writePublicFile(out, text));
    std::cout << "signed the forms of " << folder << " into " << out << std::endl;
    return {};
}

Result<void> runPublishForms(const HomePaths& paths, const std::string& file)
{
    LIANXIN_TRY(const auto text, readFile(file));
    LIANXIN_TRY(const auto running, askRunningServer(paths, {{"do", "publish-forms"}, {"forms", text}}));
    std::int64_t version = 0;
    if (running) {
        version = running->at("version").as_int64();
    } else {
        LIANXIN_TRY(const auto lock, FolderLock::take(paths.folder));
        LIANXIN_TRY(const auto identity, loadIdentity(paths));
        LIANXIN_TRY(version, publishForms(paths, identity.issuer, catalogueFiles(), text));
    }
    std::cout << "published as version " << version << (running ? "; the running server works with it" : "")
              << std::endl;
    return {};
}

Result<json::object> runAdmin(const HomePaths& paths, const json::object& command)
{
    LIANXIN_TRY(auto running, askRunningServer(paths, command));
    if (running)
        return std::move(*running);
    SystemRandom random;
    SystemClock clock;
    if (!fileExists(paths.databaseKey()))
        return fail(Errc::notFound, paths.folder + " holds no server");
    LIANXIN_TRY(const auto lock, FolderLock::take(paths.folder));
    LIANXIN_TRY(const auto province, openProvince(paths, clock, random));
    AdminService service(*province, {});
    if (!AdminService::writes(command))
        return service.run(command);
    LIANXIN_CHECK(province->begin());
    auto said = service.run(command);
    if (!said) {
        province->rollback();
        return said;
    }
    LIANXIN_CHECK(province->commit());
    LIANXIN_CHECK(province->close());
    return said;
}

Result<json::object> confirmWaiting(const HomePaths& paths, const std::string& authorityFolder, const std::string& only)
{
    LIANXIN_TRY(const auto authority, Authority::open(authorityFolder));
    LIANXIN_TRY(const auto said, runAdmin(paths, {{"do", "waiting"}}));
    const SystemClock clock;
    json::array confirmed;
    for (const auto& entry : said.at("waiting").as_array()) {
        const auto& request = entry.as_object();
        const auto text = [&](std::string_view name) {
            const auto* value = request.if_contains(name);
            return value && value->is_string() ? std::string(value->get_string()) : std::string{};
        };
        if (!only.empty() && text("user") != only)
            continue;
        seal::Certificate certificate;
        const bool isReplica = request.contains("replica");
        certificate.kind = isReplica ? seal::CertificateKind::replica : seal::CertificateKind::person;
        LIANXIN_TRY(certificate.user, UserId::parse(text("user")));
        certificate.subject = isReplica ? text("replica") : text("user");
        LIANXIN_TRY(certificate.signKey, seal::PublicSignKey::parse(text("ed25519")));
        if (request.contains("x25519")) {
            LIANXIN_TRY(certificate.boxKey, seal::PublicBoxKey::parse(text("x25519")));
        }
        certificate.validFrom = clock.now();
        json::object publish{{"do", "publish"},
                             {"id", request.at("id")},
                             {"certificate", seal::certificateText(authority.sign(certificate))}};
        LIANXIN_TRY(const auto done, runAdmin(paths, publish));
        confirmed.push_back(
            json::object{{"user", text("user")}, {"name", text("name")}, {"kind", isReplica ? "tablet" : "person"}});
    }
    return json::object{{"confirmed", std::move(confirmed)}};
}

} // namespace lianxin::server
