// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the shared dictionary of small messages was made (PROTOCOL section 2), for whoever makes the next one: the first is permanent. Plays a
// few days of made-up work against a real server, one change at a time, and trains on the bodies that went over the line.
#include "bench_tablet.hpp"

#include "app/data/asset_files.hpp"
#include "app/data/data_loader.hpp"
#include "app/data/generator.hpp"
#include "server_process.hpp"
#include "sync/wire/dictionary.hpp"
#include "sync/wire/id_split.hpp"

#include <zdict.h>
#include <zstd.h>

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

using namespace lianxin;
using namespace lianxin::bench;

namespace {

constexpr Millis kToday = 1'795'392'000'000;
constexpr std::size_t kLargest = 32U * 1024U; // longer bodies do well without a dictionary

// What splitIds leaves of ids stands inside other strings (elements of sets): random and others everywhere, so those of the run must not be
// learned. Each gets other characters, the same ones wherever it stands in this body.
std::string withOtherIds(const std::string& body, std::mt19937_64& random)
{
    static const QRegularExpression pattern(QStringLiteral("[A-Za-z0-9_-]{11,}"));
    static const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    QString text = QString::fromLatin1(body.data(), static_cast<qsizetype>(body.size()));
    QHash<QString, QString> others;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto token = match.captured();
        static const QRegularExpression number(QStringLiteral("^-?[0-9]+$"));
        if (token.size() != 22 || number.match(token).hasMatch())
            continue;
        auto& other = others[token];
        while (other.size() < token.size())
            other.append(QLatin1Char(alphabet[static_cast<qsizetype>(random() % 64)]));
        text.replace(match.capturedStart(), token.size(), other);
    }
    return text.toLatin1().toStdString();
}

struct Samples {
    std::string bytes;
    std::vector<std::size_t> sizes;
    std::mt19937_64 random{1};
    void add(const std::string& body)
    {
        if (body.empty() || body.size() > kLargest)
            return;
        const auto split = wire::splitIds(body); // as it is done before it goes over the line
        if (!split)
            return;
        bytes += withOtherIds(split->skeleton, random);
        sizes.push_back(split->skeleton.size());
    }
};

// One field of each record again, as a person changes it: with the value that it has, which for the line is as good as another.
void editAll(BenchTablet& tablet, const Catalogue& catalogue, std::size_t most)
{
    for (const auto& type : catalogue.types()) {
        const auto records = need(tablet.store().ofType(type.number, most), "records");
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto opened = need(tablet.store().openForEdit(records[i].record), "open");
            auto values = opened.view.values();
            std::erase_if(values, [&](const auto& entry) {
                const Field* field = type.field(entry.first.number);
                return field == nullptr || field->isSet() || field->group != 0;
            });
            if (values.empty())
                continue;
            const auto& [key, value] = *std::next(values.begin(), static_cast<std::ptrdiff_t>(i % values.size()));
            store::RecordEdit edit{opened.view.record, opened.view.root, type.number, opened.view.partition, {},
                                   opened.past};
            edit.writes.push_back({key, value});
            (void)need(tablet.store().save({{}, {edit}, std::nullopt, "train"}), "save");
            tablet.pushAll();
        }
    }
}

// Odd seeds and even ones give other people, other ids and other replicas: trained on the one, judged on the other.
Samples record(const Catalogue& catalogue, std::uint64_t seed, std::size_t households)
{
    Samples samples;
    e2e::ServerProcess server(QStringLiteral(LIANXIN_SERVER));
    if (!server.init() || !server.start({QStringLiteral("--requests-per-minute"), QStringLiteral("1000000"),
                                         QStringLiteral("--insecure-loopback")}))
        throw BenchError("the server does not start");
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
    data::SetClock clock;
    BenchTablet writer(catalogue, &clock);
    BenchTablet reader(catalogue);
    const QStringList area{QStringLiteral("c:350128")};
    for (auto* tablet : {&writer, &reader}) {
        tablet->connectTo(url, {});
        tablet->enrol(server.enrolUser(QStringLiteral("Writer"), QStringLiteral("TO"), area));
        tablet->listen([&samples](const std::string& sent, const std::string& received) {
            samples.add(sent);
            samples.add(received);
        });
    }
    const std::string assets = LIANXIN_SOURCE_DIR "/assets";
    const auto generator = need(data::Generator::make(need(data::readAsset(assets, "demo/pools.json"), "pools"),
                                                      need(data::readAsset(assets, "demo/edge.json"), "edge"),
                                                      {seed, kToday, writer.user(), writer.user(), true}),
                                "generator");
    for (std::size_t i = 0; i < households; ++i)
        for (const auto& change : generator.household(i)) {
            clock.set(change.at);
            (void)need(data::saveChange(writer.store(), catalogue, change), "save");
            writer.pushAll();
            reader.pullOnce();
        }
    editAll(writer, catalogue, 40);
    reader.pullOnce();
    reader.pullOnce();
    return samples;
}

std::size_t packedSize(const Samples& samples, const std::string& dictionary, int level)
{
    auto* const context = ZSTD_createCCtx();
    std::size_t sum = 0;
    const char* at = samples.bytes.data();
    for (const auto size : samples.sizes) {
        std::string out(ZSTD_compressBound(size), '\0');
        sum += ZSTD_compress_usingDict(context, out.data(), out.size(), at, size, dictionary.data(), dictionary.size(),
                                       level);
        at += size;
    }
    ZSTD_freeCCtx(context);
    return sum;
}

std::string train(const Samples& samples, std::size_t size)
{
    std::string made(size, '\0');
    const auto trained = ZDICT_trainFromBuffer(made.data(), made.size(), samples.bytes.data(), samples.sizes.data(),
                                               static_cast<unsigned>(samples.sizes.size()));
    if (ZDICT_isError(trained) != 0U)
        throw BenchError(std::string("training: ") + ZDICT_getErrorName(trained));
    made.resize(trained);
    for (std::size_t i = 0; i < 4; ++i) // its id, little-endian behind the magic number
        made[4 + i] = static_cast<char>(wire::kSharedDictionaryId >> (8 * i) & 0xFFU);
    return made;
}

int run(const QString& target)
{
    const auto catalogue = need(data::loadAssetCatalogue(LIANXIN_SOURCE_DIR "/assets"), "catalogue");
    const auto learned = record(catalogue, 1, 60);
    const auto judged = record(catalogue, 2, 20);
    std::printf("%zu bodies learned, %zu judged, %zu bytes each\n", learned.sizes.size(), judged.sizes.size(),
                judged.bytes.size() / judged.sizes.size());
    for (const std::size_t size : {4096U, 6144U, 8192U, 12288U}) {
        const auto dictionary = train(learned, size);
        std::printf("dictionary %zu:", dictionary.size());
        for (const int level : {3, 9, 12, 19})
            std::printf("  level %d %zu (none %zu)", level, packedSize(judged, dictionary, level) / judged.sizes.size(),
                        packedSize(judged, {}, level) / judged.sizes.size());
        std::printf("\n");
        QFile file(target + QStringLiteral("-%1").arg(size));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(dictionary.data(), static_cast<qint64>(dictionary.size())) < 0)
            throw BenchError("the dictionary cannot be written");
    }
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc != 2) {
        std::fputs("usage: lianxin_train_dictionary FILE (writes FILE-SIZE for some sizes)\n", stderr);
        return EXIT_FAILURE;
    }
    try {
        return run(QString::fromLocal8Bit(argv[1]));
    } catch (const std::exception& trouble) {
        std::fprintf(stderr, "%s\n", trouble.what());
        return EXIT_FAILURE;
    }
}
