// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/relay_process.hpp"

#include "sync/model/json.hpp"
#include "sync/server/command_line.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/relay_api.hpp"
#include "sync/server/relay_forwarder.hpp"
#include "sync/server/system_sources.hpp"
#include "sync/wire/invitation.hpp"
#include "sync/wire/paths.hpp"

#include <sys/prctl.h>

#include <iostream>
#include <optional>

namespace lianxin::server {

namespace json = boost::json;

namespace {
constexpr Millis kDay = 24LL * 3600 * 1000;

store::CarryLimits limitsOf(const RelayServeOptions& options)
{
    auto limits = store::kRelayLimits;
    limits.bytes = options.quotaMegabytes << 20U;
    limits.bytesOfOne = std::min(limits.bytesOfOne, limits.bytes);
    limits.age = static_cast<Millis>(options.days) * kDay;
    return limits;
}

json::object statusOf(const store::CarryCounts& counts)
{
    return {{"bytes", counts.bytes},     {"oldest", counts.oldest}, {"receipts", counts.receipts},
            {"refused", counts.refused}, {"running", false},        {"waiting", counts.waiting}};
}
} // namespace

Result<void> serveRelay(const RelayPaths& paths, const RelayServeOptions& options)
{
    ::prctl(PR_SET_DUMPABLE, 0); // no core dump with keys in it
    SystemRandom random;
    SystemClock clock;
    HttpOptions http;
    LIANXIN_CHECK(parseListen(options.listen, http));
    LIANXIN_CHECK(AccessLog::check(options.log));
    LIANXIN_TRY(const auto identity, loadRelayIdentity(paths));
    LIANXIN_TRY(const auto lock, FolderLock::take(paths.folder));
    LIANXIN_TRY(const auto store, RelayStore::open(paths, identity, limitsOf(options), clock));
    ClientOptions uplink;
    uplink.address = options.province.empty() ? identity.invitation.province : options.province;
    uplink.authorityPem = identity.invitation.authority;
    if (!wire::isServerAddress(uplink.address))
        return fail(Errc::invalidInput, "--province takes https://host:port");
    if (!options.insecureLoopback) {
        // The authority goes along, as the province's does.
        http.tlsCertificate = identity.invitation.tls + identity.invitation.authority;
        http.tlsKey = identity.tlsKey;
    }
    AccessLog log(options.log);
    HttpsClient client(uplink);
    std::optional<RelayForwarder> forwarder;
    RelayApi api(*store, log, options.requestsPerMinute, [&forwarder] { forwarder->wake(); });
    HttpHost host(http, api, log);
    LIANXIN_TRY(const auto port, host.listen());
    forwarder.emplace(RelayForwarder::Parts{*store, client, identity.key, identity.invitation.id, log, random,
                                            std::chrono::seconds(options.mostPauseSeconds),
                                            std::chrono::seconds(options.listSeconds)});
    const auto address =
        (options.insecureLoopback ? "http://" : "https://") + http.address + ":" + std::to_string(port);
    LIANXIN_CHECK(writePublicFile(paths.port(), address + "\n"));
    if (!options.portFile.empty())
        LIANXIN_CHECK(writePublicFile(options.portFile, std::to_string(port) + "\n"));
    log.event("relay listening", {{"port", port},
                                  {"tls", !options.insecureLoopback},
                                  {"realm", seal::realmName(identity.invitation.certificate.realm)}});
    std::cout << "carrying on " << address << ", forwarding to " << uplink.address << std::endl;
    host.run();
    forwarder.reset();
    auto closed = store->close();
    log.event("stopped", {{"clean", closed.has_value()}});
    return closed;
}

Result<json::object> relayStatus(const RelayPaths& paths)
{
    LIANXIN_TRY(const auto identity, loadRelayIdentity(paths));
    auto lock = FolderLock::take(paths.folder);
    if (lock) {
        const SystemClock clock;
        LIANXIN_TRY(const auto store, RelayStore::open(paths, identity, store::kRelayLimits, clock));
        LIANXIN_TRY(const auto counts, store->counts());
        return statusOf(counts);
    }
    if (lock.error().code != Errc::busy)
        return lock.error();
    LIANXIN_TRY(auto address, readFile(paths.port()));
    while (!address.empty() && address.back() == '\n')
        address.pop_back();
    HttpsClient client({address, identity.invitation.authority});
    LIANXIN_TRY(const auto reply, client.ask("GET", wire::kPathHealth, {}, {}, {}));
    LIANXIN_TRY(auto value, parseJson(reply.body));
    if (reply.status != 200 || !value.is_object())
        return fail(Errc::busy, "the running relay did not say how it is");
    auto said = std::move(value.get_object());
    said["running"] = true;
    return said;
}

} // namespace lianxin::server
