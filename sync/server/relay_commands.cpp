// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_commands.hpp"

#include "sync/model/json.hpp"
#include "sync/server/command_line.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/relay_process.hpp"
#include "sync/server/system_sources.hpp"
#include "sync/wire/invitation.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace lianxin::server {

struct RelayOptions {
    RelayServeOptions serve;
    std::string home, data, authority, file, out, address, area, province, id;
    std::vector<std::string> hosts;
    bool production{false};
    bool asJson{false};
};

namespace {

Result<void> init(const RelayOptions& options)
{
    SystemRandom random;
    const RelayPaths paths{options.home};
    const auto realm = options.production ? seal::Realm::production : seal::Realm::demo;
    LIANXIN_TRY(const auto request, makeRelayHome(paths, realm, options.hosts, random));
    std::cout << "made a relay for a " << seal::realmName(realm) << " province in " << options.home << "\n"
              << "fingerprint  " << request.fingerprint() << "\n"
              << "Next: bring " << paths.request() << " to the province's operator and compare the fingerprint;\n"
              << "      there: lianxin-server relay register --data DIR --authority DIR --request FILE ...\n"
              << "      then, here: lianxin-server relay accept --home " << options.home << " --invitation FILE\n";
    return {};
}

Result<seal::Certificate> certificateFor(const RelayRequest& request, const RelayOptions& options, Millis now)
{
    LIANXIN_TRY(const auto area, PartitionId::parse(options.area));
    if (area.isCase() || area.area().empty())
        return fail(Errc::invalidInput, "--area is t:<9 digits> or c:<6 digits>");
    if (!wire::isServerAddress(options.address))
        return fail(Errc::invalidInput, "--address takes https://host:port, as tablets in the office reach the relay");
    seal::Certificate certificate;
    certificate.kind = seal::CertificateKind::relay;
    certificate.subject = options.address;
    certificate.role = area.text();
    certificate.signKey = request.signKey;
    certificate.validFrom = now;
    return certificate;
}

// On the issuer's machine, with the province's data folder or its running server at hand.
Result<void> registerRelay(const RelayOptions& options)
{
    const HomePaths paths{options.data};
    SystemRandom random;
    const SystemClock clock;
    LIANXIN_TRY(const auto text, readFile(options.file));
    LIANXIN_TRY(const auto request, parseRelayRequest(text));
    LIANXIN_TRY(const auto authority, Authority::open(options.authority));
    if (request.realm != authority.realm())
        return fail(Errc::notAllowed, "this relay was made for a " + std::string(seal::realmName(request.realm)) +
                                          " province; demo and production do not mix");
    LIANXIN_TRY(const auto certificate, certificateFor(request, options, clock.now()));
    RelayInvitation invitation;
    invitation.certificate = authority.sign(certificate);
    invitation.issuer = authority.issuerCertificate();
    invitation.authority = authority.tls().certificate;
    LIANXIN_TRY(invitation.tls, certifyTls(authority.tls(), request.tlsKey, request.hosts, clock.now(), random));
    LIANXIN_TRY(const auto server, readFile(paths.serverCertificate()));
    LIANXIN_TRY(invitation.server, seal::parseCertificate(server));
    if (invitation.server.boxKey.isNil())
        return fail(Errc::upgradeNeeded,
                    "this server's certificate has no key for carried envelopes: it was made by an "
                    "earlier version");
    invitation.province = options.province;
    if (invitation.province.empty()) {
        LIANXIN_TRY(const auto ping, runAdmin(paths, {{"do", "ping"}}));
        const auto* address = ping.if_contains("address");
        invitation.province = address && address->is_string() ? std::string(address->get_string()) : std::string();
    }
    if (!wire::isServerAddress(invitation.province))
        return fail(Errc::invalidInput, "no server runs here: give --province https://host:port");
    LIANXIN_TRY(const auto said,
                runAdmin(paths, {{"do", "add-relay"}, {"certificate", seal::certificateText(invitation.certificate)}}));
    LIANXIN_TRY(invitation.id, ReplicaId::parse(std::string_view(said.at("id").as_string())));
    LIANXIN_CHECK(writePublicFile(options.out, relayInvitationText(invitation)));
    std::cout << "registered the relay " << invitation.id.text() << " for " << options.area << "\n"
              << "fingerprint  " << request.fingerprint() << "   (is it the one on the relay's screen?)\n"
              << "Next: bring " << options.out << " back to the office; no secret is in it\n";
    return {};
}

Result<void> accept(const RelayOptions& options)
{
    LIANXIN_TRY(const auto text, readFile(options.file));
    LIANXIN_TRY(const auto invitation, acceptRelayInvitation(RelayPaths{options.home}, text));
    std::cout << "this relay is " << invitation.id.text() << " at " << invitation.certificate.subject << " for "
              << invitation.certificate.role << ", and forwards to " << invitation.province << "\n";
    return {};
}

Result<void> list(const RelayOptions& options)
{
    LIANXIN_TRY(const auto said, runAdmin(HomePaths{options.data}, {{"do", "relays"}}));
    if (options.asJson) {
        std::cout << canonicalJson(said) << "\n";
        return {};
    }
    for (const auto& relay : said.at("relays").as_array())
        std::cout << "id " << relay.at("id").as_string() << "  area " << relay.at("area").as_string() << "  address "
                  << relay.at("address").as_string() << "\n";
    return {};
}

Result<void> status(const RelayOptions& options)
{
    LIANXIN_TRY(const auto said, relayStatus(RelayPaths{options.home}));
    if (options.asJson)
        std::cout << canonicalJson(said) << "\n";
    else
        for (const auto& member : said)
            std::cout << std::string_view(member.key()) << " " << canonicalJson(member.value()) << "\n";
    return {};
}

using Run = std::function<Result<void>()>;

void addHome(CLI::App& sub, RelayOptions& options)
{
    sub.add_option("--home", options.home, "Data folder of the relay")->required();
}

void addServe(CLI::App& relay, RelayOptions& options, Run& action)
{
    auto* sub = relay.add_subcommand("serve", "Take envelopes from tablets and forward them, until SIGTERM or SIGINT");
    auto& serve = options.serve;
    addHome(*sub, options);
    sub->add_option("--province", serve.province, "URL of the province, instead of the invitation's");
    sub->add_option("--listen", serve.listen, "ADDRESS:PORT, port 0 for any free one")->capture_default_str();
    sub->add_option("--port-file", serve.portFile, "Write the port here when ready");
    sub->add_option("--log", serve.log, "Log file, JSON lines (default: standard error)");
    sub->add_option("--quota-mb", serve.quotaMegabytes, "Envelopes of others kept at most")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("--days", serve.days, "Let go what could not be forwarded for so long")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("--most-pause-seconds", serve.mostPauseSeconds, "Longest pause between two tries to forward")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("--list-seconds", serve.listSeconds, "Pause between two looks at what segments the province has")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("--requests-per-minute", serve.requestsPerMinute, "Limit of one address")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_flag("--insecure-loopback", serve.insecureLoopback, "Plain HTTP, on loopback only, for tests");
    sub->callback([&] { action = [&] { return serveRelay(RelayPaths{options.home}, options.serve); }; });
}

void addProvinceSide(CLI::App& relay, RelayOptions& options, Run& action)
{
    auto* reg = relay.add_subcommand("register", "Province: certify an office's relay and write its invitation");
    reg->add_option("--data", options.data, "Data folder of the province's server")->required();
    reg->add_option("--authority", options.authority, "Folder of the organisation's keys")->required();
    reg->add_option("--request", options.file, "request.json of the relay")->required();
    reg->add_option("--address", options.address, "URL under which tablets in the office reach the relay")->required();
    reg->add_option("--area", options.area, "t:<9 digits> or c:<6 digits>: whose tablets are told of it")->required();
    reg->add_option("--province", options.province, "URL of the province (default: the running server's)");
    reg->add_option("--out", options.out, "The invitation")->required();
    reg->callback([&] { action = [&] { return registerRelay(options); }; });
    auto* known = relay.add_subcommand("list", "Province: the relays that it knows");
    known->add_option("--data", options.data, "Data folder of the province's server")->required();
    known->add_flag("--json", options.asJson, "Print one line of JSON");
    known->callback([&] { action = [&] { return list(options); }; });
    auto* remove = relay.add_subcommand("remove", "Province: take nothing more from a relay");
    remove->add_option("--data", options.data, "Data folder of the province's server")->required();
    remove->add_option("id", options.id, "As `relay list` prints it")->required();
    remove->callback([&] {
        action = [&]() -> Result<void> {
            LIANXIN_TRY(const auto said,
                        runAdmin(HomePaths{options.data}, {{"do", "remove-relay"}, {"id", options.id}}));
            return {};
        };
    });
}

} // namespace

std::shared_ptr<RelayOptions> addRelayCommands(CLI::App& app, std::function<Result<void>()>& action)
{
    auto kept = std::make_shared<RelayOptions>();
    auto& options = *kept;
    auto* relay = app.add_subcommand("relay", "An office without a steady uplink carries for its tablets");
    relay->require_subcommand(1);
    auto* make = relay->add_subcommand("init", "Office: make a relay's keys and its request to the province");
    addHome(*make, options);
    make->add_option("--host", options.hosts, "Host name or address of this machine (repeatable)")->required();
    make->add_flag("--production", options.production, "For a production province; demo without it");
    make->callback([&] { action = [&] { return init(options); }; });
    auto* take = relay->add_subcommand("accept", "Office: take the province's invitation");
    addHome(*take, options);
    take->add_option("--invitation", options.file, "What `relay register` wrote")->required();
    take->callback([&] { action = [&] { return accept(options); }; });
    auto* look = relay->add_subcommand("status", "Office: what waits, of a running relay too");
    addHome(*look, options);
    look->add_flag("--json", options.asJson, "Print one line of JSON");
    look->callback([&] { action = [&] { return status(options); }; });
    addServe(*relay, options, action);
    addProvinceSide(*relay, options, action);
    return kept;
}

} // namespace lianxin::server
