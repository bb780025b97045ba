// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/command_line.hpp"
#include "sync/server/command_words.hpp"

#include "sync/model/json.hpp"
#include "sync/seal/hash.hpp"
#include "sync/server/admin_print.hpp"
#include "sync/server/backup.hpp"
#include "sync/server/catalogue_guard.hpp"
#include "sync/server/command_words.hpp"
#include "sync/server/enrol_code.hpp"
#include "sync/server/private_files.hpp"
#include "sync/server/relay_commands.hpp"
#include "sync/server/support_report.hpp"
#include "sync/server/tls_material.hpp"
#include "sync/wire/invitation.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iostream>

namespace lianxin::server {

namespace json = boost::json;

namespace {
int exitCodeOf(Errc code)
{
    switch (code) {
    case Errc::invalidInput: return 2;
    case Errc::notAllowed:
    case Errc::wrongSecret:
    case Errc::lockedOut:
    case Errc::notFound: return 3;
    case Errc::busy: return 4;
    case Errc::damaged: return 5;
    default: return 1;
    }
}

// The one text that a person needs to register a tablet, from what the server said about the code.
Result<std::string> invitationOf(const json::object& said, const HomePaths& paths)
{
    wire::InvitationText text;
    LIANXIN_TRY(text.realm, seal::parseRealm(textOf(said, "realm")));
    text.code = plainEnrolCode(textOf(said, "code"));
    LIANXIN_TRY(text.user, UserId::parse(textOf(said, "user")));
    LIANXIN_TRY(text.root, Hash::parse(textOf(said, "root")));
    text.address = textOf(said, "address");
    if (!text.address.starts_with("http:")) {
        LIANXIN_TRY(const auto pem, readFile(paths.tlsAuthority()));
        LIANXIN_TRY(const auto der, derOf(pem));
        text.pins.push_back(seal::blake2b(der));
    }
    return wire::writeInvitation(text);
}

// For paper: six groups a line, as a reader's finger likes it.
std::string inLines(const std::string& invitation, std::string_view indent)
{
    constexpr std::size_t kLine = 6;
    std::string lines;
    std::size_t groups = 0;
    for (const char c : invitation) {
        if (c == '-' && ++groups % kLine == 0)
            lines += "\n" + std::string(indent);
        else
            lines.push_back(c);
    }
    return lines;
}

void printCode(const json::object& said)
{
    std::cout << "user         " << textOf(said, "user") << "\n"
              << "code         " << textOf(said, "code") << "   (once, within " << textOf(said, "minutes")
              << " minutes)\n"
              << "root         " << textOf(said, "root") << "\n"
              << "server       "
              << (textOf(said, "address").empty() ? "(not running; the address is that of serve)"
                                                  : textOf(said, "address"))
              << "\n"
              << "realm        " << textOf(said, "realm") << "\n"
              << "invitation   "
              << (said.contains("invitation") ? inLines(textOf(said, "invitation"), "             ")
                                              : "(needs the address: give --address https://host:port)")
              << "\n"
              << "Next: give the invitation to the person, on paper or as QR code (--invitation prints it alone);\n"
              << "      compare the six words of the tablet with: lianxin-server enrol waiting\n"
              << "      then: lianxin-server enrol confirm\n";
}

// One run of the program: the options of whatever subcommand was named, and what it does.
struct Program {
    CLI::App app{"lianxin-server: the province's end of the bridge"};
    InitOptions init;
    ServeOptions serve;
    std::string data;
    std::string authority;
    std::string address;
    std::string only;
    std::string user, replica;
    std::string changeset;
    std::string currentAssets, nextAssets;
    std::string formsFolder, formsInUse, formsFile;
    bool asJson{false};
    bool withHashes{false};
    bool invitationOnly{false};
    json::object command;
    std::string name, role, mobile, orgCode, orgName, orgDutyPhone;
    std::vector<std::string> areas;
    std::function<Result<void>()> action;
    std::shared_ptr<RelayOptions> relay;

    Program();
    void addInit();
    void addServe();
    void addEnrol();
    void addEnrolChanges(CLI::App* sub);
    void addEnrolConfirm(CLI::App* sub);
    void addStatus();
    void addQuarantine();
    void addCatalogue();
    void say(const json::object& said, const std::function<void(const json::object&)>& print) const
    {
        if (asJson)
            std::cout << canonicalJson(said) << "\n";
        else
            print(said);
    }
    Result<void> ask(const json::object& asked, const std::function<void(const json::object&)>& print);
    Result<void> askCode(const json::object& asked);
    [[nodiscard]] json::array areaList() const { return json::array(areas.begin(), areas.end()); }
};

Program::Program()
{
    app.require_subcommand(1);
    app.footer("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused or not found, 4 another process has the data "
               "folder, 5 damaged files.");
    addInit();
    addServe();
    addEnrol();
    addStatus();
    addQuarantine();
    addCatalogue();
    relay = addRelayCommands(app, action);
    addSupport(app, data, action);
    addBackupCommands(app, action);
}

Result<void> Program::ask(const json::object& asked, const std::function<void(const json::object&)>& print)
{
    LIANXIN_TRY(const auto said, runAdmin(HomePaths{data}, asked));
    say(said, print);
    return {};
}

// What answers with a one-time code, and so with an invitation where the address is known.
Result<void> Program::askCode(const json::object& asked)
{
    const HomePaths paths{data};
    if (!address.empty() && !wire::isServerAddress(address))
        return fail(Errc::invalidInput, "--address takes https://host:port");
    if (invitationOnly && address.empty()) { // before a code is spent
        LIANXIN_TRY(const auto ping, runAdmin(paths, {{"do", "ping"}}));
        if (textOf(ping, "address").empty())
            return fail(Errc::invalidInput, "no server runs here: an invitation needs --address https://host:port");
    }
    LIANXIN_TRY(auto said, runAdmin(paths, asked));
    if (!address.empty())
        said["address"] = address;
    if (!textOf(said, "address").empty()) {
        LIANXIN_TRY(said["invitation"], invitationOf(said, paths));
    }
    if (invitationOnly)
        std::cout << textOf(said, "invitation") << "\n";
    else
        say(said, printCode);
    return {};
}

void Program::addInit()
{
    auto* sub =
        app.add_subcommand("init", "Make a new server, and its organisation's authority when there is none yet");
    sub->add_option("--data", init.data, "Data folder of the server, to be made")->required();
    sub->add_option("--authority", init.authority, "Folder of the organisation's keys; keep it away from the server")
        ->required();
    auto* demo = sub->add_flag("--demo", init.demo, "A demo server (the default): refuses real people's tablets");
    sub->add_flag("--production", init.production, "A production server")->excludes(demo);
    sub->add_option("--host", init.hosts, "Host name or address in the TLS certificate (repeatable)");
    sub->callback([this] { action = [this] { return runInit(init); }; });
}

void Program::addServe()
{
    auto* sub = app.add_subcommand("serve", "Serve tablets until SIGTERM or SIGINT");
    sub->add_option("--data", serve.data, "Data folder")->required();
    sub->add_option("--listen", serve.listen, "ADDRESS:PORT, port 0 for any free one")->capture_default_str();
    sub->add_option("--port-file", serve.portFile, "Write the port here when ready");
    sub->add_option("--log", serve.log, "Log file, JSON lines (default: standard error)");
    sub->add_option("--public-address", serve.publicAddress,
                    "URL under which tablets reach this server, for enrolment codes");
    sub->add_option("--requests-per-minute", serve.requestsPerMinute, "Limit of one replica")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("--idle-seconds", serve.idleSeconds, "Close a silent connection after this")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("--request-seconds", serve.requestSeconds, "Longest time for one request")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_flag("--insecure-loopback", serve.insecureLoopback,
                  "Plain HTTP, on loopback only, for tests and measurements");
    sub->callback([this] { action = [this] { return runServe(serve); }; });
}

void Program::addEnrol()
{
    auto* sub = app.add_subcommand("enrol", "Users, one-time codes, certificates");
    sub->require_subcommand(1);
    sub->fallthrough();
    sub->add_option("--data", data, "Data folder")->required();
    sub->add_option("--authority", authority, "Folder of the organisation's keys (for confirm)");
    sub->add_option("--address", address, "Server address to print instead of the running server's own");
    sub->add_flag("--json", asJson, "Print one line of JSON");
    sub->add_flag("--invitation", invitationOnly, "With user and code: print the invitation and nothing else");
    auto* add = sub->add_subcommand("user", "Add a user with grants and print a one-time code");
    add->fallthrough();
    add->add_option("--name", name, "Name")->required();
    add->add_option("--role", role, "VW CO VO TO CS PS PR SA")->required();
    add->add_option("--area", areas, "v:<12 digits>, t:<9 digits>, c:<6 digits> or p:35 (repeatable)")->required();
    add->add_option("--mobile", mobile, "Mobile number");
    add->callback([this] {
        action = [this] {
            return askCode(
                {{"do", "add-user"}, {"name", name}, {"role", role}, {"mobile", mobile}, {"areas", areaList()}});
        };
    });
    addEnrolChanges(sub);
    addEnrolConfirm(sub);
}

void Program::addEnrolChanges(CLI::App* sub)
{
    auto* code = sub->add_subcommand("code", "Another one-time code for a user who is there already: a further tablet");
    code->fallthrough();
    code->add_option("--user", user, "User id")->required();
    code->callback([this] { action = [this] { return askCode({{"do", "new-code"}, {"user", user}}); }; });
    for (const std::string& what : {std::string("grant"), std::string("revoke")}) {
        auto* change =
            sub->add_subcommand(what, what == "grant" ? "Give a user further areas" : "Take areas from a user");
        change->fallthrough();
        change->add_option("--user", user, "User id")->required();
        if (what == "grant")
            change->add_option("--role", role, "Role in these areas")->required();
        change->add_option("--area", areas, "Area (repeatable)")->required();
        change->callback([this, what] {
            action = [this, what] {
                return ask({{"do", what}, {"user", user}, {"role", role}, {"areas", areaList()}},
                           [](const json::object&) {});
            };
        });
    }
    for (const std::string& what : {std::string("revoke-tablet"), std::string("readmit-tablet")}) {
        auto* change = sub->add_subcommand(
            what,
            what == "revoke-tablet"
                ? "A tablet was lost or handed in: it gets nothing any more; what it still brings waits in quarantine"
                : "The tablet was found again: it gets what its user may have");
        change->fallthrough();
        change->add_option("--replica", replica, "Replica id, as status prints it")->required();
        change->callback([this, what] {
            action = [this, what] { return ask({{"do", what}, {"replica", replica}}, [](const json::object&) {}); };
        });
    }
    auto* org = sub->add_subcommand("org-unit", "Add an organisation to the directory");
    org->fallthrough();
    org->add_option("--code", orgCode, "Division code, 12 digits")->required();
    org->add_option("--name", orgName, "Name")->required();
    org->add_option("--duty-phone", orgDutyPhone,
                    "Telephone that is answered day and night; tablets show it without unlocking");
    org->callback([this] {
        action = [this] {
            return ask({{"do", "add-org-unit"}, {"code", orgCode}, {"name", orgName}, {"duty_phone", orgDutyPhone}},
                       [](const json::object&) {});
        };
    });
}

void Program::addEnrolConfirm(CLI::App* sub)
{
    auto* confirm = sub->add_subcommand(
        "confirm", "Sign the certificates that wait (after comparing the six words) and publish them");
    confirm->fallthrough();
    confirm->add_option("--user", only, "Only this user's");
    confirm->callback([this] {
        action = [this]() -> Result<void> {
            if (authority.empty())
                return fail(Errc::invalidInput,
                            "confirm needs --authority FOLDER: the issuer's key is never on the server");
            LIANXIN_TRY(const auto said, confirmWaiting(HomePaths{data}, authority, only));
            say(said, [](const json::object& object) { printList(object, "confirmed"); });
            return {};
        };
    });
    auto* waiting =
        sub->add_subcommand("waiting", "Certificates that wait for confirm, with the six words that the tablet shows");
    waiting->fallthrough();
    waiting->callback([this] {
        action = [this] {
            return ask({{"do", "waiting"}}, [](const json::object& said) { printList(said, "waiting"); });
        };
    });
    auto* list = sub->add_subcommand("list", "Codes and what became of them");
    list->fallthrough();
    list->callback([this] {
        action = [this] { return ask({{"do", "list"}}, [](const json::object& said) { printList(said, "codes"); }); };
    });
}

void Program::addStatus()
{
    auto* sub = app.add_subcommand("status", "Counts, replicas, partitions, quarantine");
    sub->add_option("--data", data, "Data folder")->required();
    sub->add_flag("--json", asJson, "Print one line of JSON");
    sub->add_flag("--hashes", withHashes, "State hashes of the partitions too; reads all records while tablets wait");
    sub->callback([this] { action = [this] { return ask({{"do", withHashes ? "hashes" : "status"}}, printStatus); }; });
}

void Program::addQuarantine()
{
    auto* sub = app.add_subcommand(
        "quarantine",
        "Decide about changesets that were held back, and about families that tablets gave back after a restore");
    sub->require_subcommand(1);
    sub->fallthrough();
    sub->add_option("--data", data, "Data folder")->required();
    sub->add_flag("--json", asJson, "Print one line of JSON");
    for (const std::string& what : {std::string("release"), std::string("withdraw")}) {
        auto* decide = sub->add_subcommand(what, what == "release" ? "Apply it after all"
                                                                   : "Decide that it will never be applied");
        decide->fallthrough();
        decide->add_option("changeset", changeset, "<replica>.<number>, or <family>:<replica>, as status prints it")
            ->required();
        decide->callback([this, what] {
            action = [this, what] { return ask({{"do", what}, {"changeset", changeset}}, [](const json::object&) {}); };
        });
    }
}

void Program::addCatalogue()
{
    auto* sub = app.add_subcommand("catalogue", "Record types and code lists");
    sub->require_subcommand(1);
    auto* check = sub->add_subcommand(
        "check", "May NEW replace OLD? Each a folder with catalogue/ and codes/; exit code 3: no, and why");
    check->add_option("OLD", currentAssets, "Assets of the catalogue that is in use")->required();
    check->add_option("NEW", nextAssets, "Assets of the catalogue that should replace it")->required();
    check->callback([this] { action = [this] { return checkCatalogueFolders(currentAssets, nextAssets); }; });
    auto* sign =
        sub->add_subcommand("sign", "Sign the reviewed and numbered forms of a folder; on the issuer's machine");
    sign->add_option("FORMS", formsFolder, "Folder with catalogue/ and codes/ of all forms of the province")
        ->required();
    sign->add_option("--authority", authority, "The organisation's folder")->required();
    sign->add_option("--current", formsInUse, "The signed document in use; what it holds may not be lost");
    sign->add_option("--out", formsFile, "The signed document")->required();
    sign->callback([this] { action = [this] { return runSignForms(formsFolder, authority, formsInUse, formsFile); }; });
    auto* publish = sub->add_subcommand("publish", "Take a signed document; a running server works with it at once");
    publish->add_option("DOCUMENT", formsFile, "What `catalogue sign` wrote")->required();
    publish->add_option("--data", data, "Data folder")->required();
    publish->callback([this] { action = [this] { return runPublishForms(HomePaths{data}, formsFile); }; });
}
} // namespace

int runCommandLine(int argc, char** argv)
{
    Program program;
    try {
        program.app.name("lianxin-server");
        auto words = commandWords(argc, argv);
        std::ranges::reverse(words); // as CLI11 takes them
        program.app.parse(std::move(words));
    } catch (const CLI::ParseError& error) {
        const int code = program.app.exit(error);
        return code == 0 ? 0 : 2;
    }
    const auto done = program.action();
    if (done)
        return 0;
    std::cerr << "lianxin-server: " << errcName(done.error().code) << ": " << done.error().detail << std::endl;
    return exitCodeOf(done.error().code);
}

} // namespace lianxin::server
