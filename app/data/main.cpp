// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin-data: makes up families for demonstrations and tests (docs: domain recipe in ARCHITECTURE.md, "Demo data").
#include "app/data/data_fill.hpp"

#include "app/data/asset_files.hpp"
#include "platform/system_clock.hpp"
#include "sync/seal/hash.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <iostream>

using namespace lianxin;
using namespace lianxin::data;

namespace {

constexpr Millis kFixedToday = 1'795'392'000'000; // 2026-11-23 00:00 UTC: dumps compare from day to day

struct Arguments {
    std::string set{"V"};
    std::uint64_t seed{1};
    std::string assets;
    std::string server;
    std::string ca;
    std::string root;
    std::string code;
    std::string worker;
    std::string officer;
    bool hashOnly{false};
    bool library{false};
    bool looks{false};
};

int complain(const std::string& text)
{
    std::cerr << "lianxin-data: " << text << '\n';
    return 1;
}

Result<Generator> makeGenerator(const Arguments& arguments, UserId self, Millis now)
{
    LIANXIN_TRY(const auto pools, readAsset(arguments.assets, "demo/pools.json"));
    LIANXIN_TRY(const auto edges, readAsset(arguments.assets, "demo/edge.json"));
    GeneratorOptions options{arguments.seed, now, self, self, true};
    if (!arguments.worker.empty()) {
        LIANXIN_TRY(options.worker, UserId::parse(arguments.worker));
    }
    if (!arguments.officer.empty()) {
        LIANXIN_TRY(options.officer, UserId::parse(arguments.officer));
    }
    return Generator::make(pools, edges, options);
}

int dump(const Arguments& arguments, std::size_t households)
{
    const auto generator = makeGenerator(arguments, {}, kFixedToday);
    if (!generator)
        return complain(generator.error().detail);
    seal::Blake2b hash;
    const auto line = [&](const NamedChange& change) {
        const auto text = dumpLine(change);
        hash.add(text);
        if (!arguments.hashOnly)
            std::cout << text;
    };
    const auto lines = [&](const std::vector<NamedChange>& changes) {
        for (const auto& change : changes)
            line(change);
    };
    for (std::size_t i = 0; i < households; ++i) {
        lines(generator->household(i));
        lines(generator->services(i));
    }
    lines(generator->works(households));
    lines(generator->library());
    lines(generator->edgePack());
    if (arguments.hashOnly)
        std::cout << hash.finish().text() << '\n';
    return 0;
}

// A line for each organisation, tab-separated: code, name, duty telephone. For `lianxin-server enrol org-unit`.
int listUnits(const Arguments& arguments, std::size_t households)
{
    const auto generator = makeGenerator(arguments, {}, kFixedToday);
    if (!generator)
        return complain(generator.error().detail);
    for (const auto& unit : generator->units(households))
        std::cout << unit.code << '\t' << unit.name << '\t' << unit.dutyPhone << '\n';
    return 0;
}

int fill(int argc, char** argv, const Arguments& arguments, std::size_t households)
{
    QCoreApplication app(argc, argv);
    const auto catalogue = loadAssetCatalogue(arguments.assets);
    if (!catalogue)
        return complain(catalogue.error().detail);
    QFile ca(QString::fromStdString(arguments.ca));
    if (!arguments.ca.empty() && !ca.open(QIODevice::ReadOnly))
        return complain("cannot read the CA file");
    const auto root = Hash::parse(arguments.root);
    if (!root)
        return complain("--root is not a fingerprint: " + root.error().detail);
    QTemporaryDir scratch;
    FillOptions options;
    options.server = QUrl(QString::fromStdString(arguments.server));
    options.caPem = ca.isOpen() ? ca.readAll() : QByteArray();
    options.root = *root;
    options.code = arguments.code;
    options.households = households;
    options.library = arguments.library;
    options.looks = arguments.looks;
    options.scratch = scratch.path().toStdString();
    options.catalogue = &*catalogue;
    options.generator = [&arguments](UserId self) {
        return makeGenerator(arguments, self, platform::SystemClock().now());
    };
    DataFill filling(std::move(options));
    int status = 1;
    QObject::connect(&filling, &DataFill::finished, &app, [&](bool good, const QString& said) {
        (good ? std::cout : std::cerr) << "lianxin-data: " << said.toStdString() << '\n';
        status = good ? 0 : 1;
        QCoreApplication::exit(status);
    });
    filling.start();
    QCoreApplication::exec();
    return status;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Makes up families of a demonstration; the same seed gives the same families"};
    cli.require_subcommand(1);
    Arguments arguments;
    cli.add_option("--set", arguments.set, "V0 V T0 T C0 C (2, 10, 15, 150, 150, 2000 families)")
        ->capture_default_str();
    cli.add_option("--seed", arguments.seed, "64 bits")->capture_default_str();
    cli.add_option("--assets", arguments.assets, "folder of the product's assets; default: the built-in ones");
    auto* dumping = cli.add_subcommand("dump", "print the canonical lines")->fallthrough();
    dumping->add_flag("--hash", arguments.hashOnly, "print only their BLAKE2b-256");
    const auto* units =
        cli.add_subcommand("units", "print the made-up organisations: code, name, duty telephone")->fallthrough();
    auto* filling =
        cli.add_subcommand("fill", "enrol as a replica and push everything to a demo server")->fallthrough();
    filling->add_option("--server", arguments.server, "https://host:port")->required();
    filling->add_option("--ca", arguments.ca, "PEM file of the organisation's CA");
    filling->add_option("--root", arguments.root, "fingerprint of ORG-ROOT")->required();
    filling->add_option("--code", arguments.code, "one-time enrolment code of a township officer")->required();
    filling->add_option("--worker", arguments.worker, "user id that is written down as visitor");
    filling->add_option("--officer", arguments.officer, "user id of the township's contact person");
    filling->add_flag("--library", arguments.library,
                      "the province's manuals and documents instead of families; the code is one of a provincial user");
    filling->add_flag("--looks", arguments.looks,
                      "families with things that want a person's eye, instead of ordinary ones");
    CLI11_PARSE(cli, argc, argv);
    const auto set = dataSet(arguments.set);
    if (!set)
        return complain("no such set: " + arguments.set);
    if (units->parsed())
        return listUnits(arguments, set->households);
    return filling->parsed() ? fill(argc, argv, arguments, set->households) : dump(arguments, set->households);
}
