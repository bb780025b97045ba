// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the story on the real processes and prints each step with what was seen.
#include "story.hpp"

#include "app/data/asset_files.hpp"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    CLI::App cli{"Plays the story of Lianxin on the real processes"};
    std::string out = "build/story";
    cli.add_option("--out", out, "folder for the pictures")->capture_default_str();
    CLI11_PARSE(cli, argc, argv);
    const QDir pictures(QString::fromStdString(out));
    if (!QDir().mkpath(pictures.path())) {
        std::fprintf(stderr, "lianxin_story: cannot make %s\n", out.c_str());
        return 1;
    }
    const auto catalogue = lianxin::data::loadAssetCatalogue({});
    if (!catalogue) {
        std::fprintf(stderr, "lianxin_story: %s\n", catalogue.error().detail.c_str());
        return 1;
    }
    QElapsedTimer played;
    played.start();
    // Everything that any of the processes writes lies below one folder, where it can be searched.
    const QTemporaryDir everything;
    if (!everything.isValid() || !qputenv("TMPDIR", everything.path().toUtf8())) {
        std::fprintf(stderr, "lianxin_story: no temporary folder\n");
        return 1;
    }
    lianxin::story::Teller teller;
    lianxin::story::Story(*catalogue, pictures.absolutePath(), teller).play();
    std::printf("\nstory: %s, in %lld s\n", teller.everythingSeen() ? "everything was seen" : "not everything was seen",
                static_cast<long long>(played.elapsed() / 1000));
    return teller.everythingSeen() ? 0 : 1;
}
