// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/program.hpp"

#include "app/data/asset_files.hpp"
#include "app/viewmodel/words.hpp"
#include "platform/fake/insecure_file_key_store.hpp"
#include "platform/linux/linux_boot_clock.hpp"
#include "platform/linux/posix_disk.hpp"
#include "platform/linux/posix_files.hpp"
#include "platform/machine.hpp"
#include "platform/qt/keychain_key_store.hpp"
#include "platform/qt/qt_album.hpp"
#include "platform/qt/qt_camera.hpp"
#include "platform/qt/qt_maps.hpp"
#include "platform/qt/qt_network_monitor.hpp"
#include "platform/qt/qt_place_source.hpp"
#include "platform/qt/qt_sound.hpp"
#include "platform/qt/zxing_code_reader.hpp"
#include "platform/qt/zxing_code_writer.hpp"
#include "platform/system_clock.hpp"
#include "platform/system_random.hpp"

#include <QCoreApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QStorageInfo>

namespace lianxin::program {

struct Program::Parts {
    Catalogue catalogue;
    Divisions divisions;
    duty::DutyRules dutyRules;
    forms::RiskRules riskRules;
    scales::ScaleSet scales;
    Parameters parameters;
    std::unique_ptr<tablet::ProvinceForms> forms;
    platform::SystemClock clock;
    platform::SystemRandom random;
    platform::PosixFiles files;
    platform::PosixDisk disk;
    bool demo{false};
    platform::LinuxBootClock bootClock;
    // Nothing of them starts before a touch.
    platform::QtCamera camera;
    platform::QtAlbum album;
    platform::QtMicrophone microphone;
    platform::QtLoudspeaker loudspeaker;
    platform::QtMaps maps;
    platform::QtPlaceSource place;
    platform::ZxingCodeReader codes;
    platform::ZxingCodeWriter codeWriter;
    platform::Hands hands{camera, album, microphone, loudspeaker, place, codes, &codeWriter};
    std::unique_ptr<store::TextFolder> folder{store::makeTextFolder()};
    std::unique_ptr<platform::KeyStore> keyStore;
    std::unique_ptr<platform::QtNetworkMonitor> network;
    std::unique_ptr<tablet::Tablet> tablet;
    std::unique_ptr<ui::Shelf> shelf;
    std::unique_ptr<ui::Session> session;
    std::unique_ptr<QQmlApplicationEngine> engine;

    Parts(Catalogue loaded, Divisions places, duty::DutyRules duties, forms::RiskRules risks)
        : catalogue(std::move(loaded)), divisions(std::move(places)), dutyRules(std::move(duties)),
          riskRules(std::move(risks))
    {}
    [[nodiscard]] tablet::TabletPorts ports()
    {
        return {files, disk, *keyStore, bootClock, clock, random, catalogue, *folder, forms.get()};
    }
};

namespace {

QString accountOf(const tablet::Tablet::Registered& registered)
{
    const auto& rescued = *registered.rescued;
    return QStringLiteral("the data of %1 were begun anew: %2 unsent changes and %3 drafts brought over, %4 changes do "
                          "not read; kept aside: %5")
        .arg(QString::fromStdString(registered.user.text()))
        .arg(rescued.changes)
        .arg(rescued.drafts)
        .arg(rescued.unreadable)
        .arg(registered.keptAside.empty() ? QStringLiteral("nothing, there was no file")
                                          : QString::fromStdString(registered.keptAside.string()));
}

// Where a spreadsheet comes to lie on a tablet: what was saved, and a stick that was put in.
QStringList sheetFolders()
{
    QStringList folders;
    for (const auto place : {QStandardPaths::DownloadLocation, QStandardPaths::DocumentsLocation})
        folders << QStandardPaths::writableLocation(place);
    for (const auto& volume : QStorageInfo::mountedVolumes())
        if (volume.rootPath().startsWith(QLatin1String("/media/")))
            folders << volume.rootPath();
    folders.removeDuplicates();
    return folders;
}

} // namespace

Program::Program(std::unique_ptr<Parts> parts) : m(std::move(parts)) {}

Program::~Program()
{
    m->engine.reset(); // the pages go before what they show
    m->session.reset();
}

Result<std::unique_ptr<Program>> Program::make(const Options& options)
{
    LIANXIN_TRY(auto catalogueFiles, data::readCatalogueAssets({}));
    LIANXIN_TRY(auto catalogue, loadCatalogue(catalogueFiles));
    LIANXIN_TRY(const auto places, data::readAsset({}, "divisions/divisions.tsv"));
    LIANXIN_TRY(auto divisions, Divisions::parse(places));
    LIANXIN_TRY(const auto duties, data::readAsset({}, "duty/rules.json"));
    LIANXIN_TRY(auto dutyRules, duty::parseRules(duties));
    LIANXIN_TRY(const auto risks, data::readAsset({}, "forms/risk.json"));
    LIANXIN_TRY(auto riskRules, forms::parseRiskRules(risks));
    LIANXIN_TRY(const auto scaleFiles, data::readAssets({}, "scales"));
    LIANXIN_TRY(auto scaleSet, scales::loadScales(scaleFiles));
    auto parts =
        std::make_unique<Parts>(std::move(catalogue), std::move(divisions), std::move(dutyRules), std::move(riskRules));
    parts->forms = std::make_unique<tablet::ProvinceForms>(std::move(catalogueFiles), parts->catalogue);
    parts->scales = std::move(scaleSet);
    LIANXIN_TRY(parts->parameters, data::loadAssetParameters({}, parts->catalogue));
    LIANXIN_CHECK(parts->files.makeFolder(options.data));
    parts->demo = options.demo;
    if (options.demo)
        parts->keyStore = std::make_unique<platform::InsecureFileKeyStore>(
            parts->files, options.data / "device.key", platform::InsecureFileKeyStore::Claims::hardware);
    else
        parts->keyStore = std::make_unique<platform::KeychainKeyStore>(QStringLiteral("lianxin"));
    using Server = platform::QtNetworkMonitor::Server;
    parts->network =
        std::make_unique<platform::QtNetworkMonitor>(options.loopback ? Server::onThisMachine : Server::elsewhere);
    LIANXIN_TRY(parts->tablet, tablet::Tablet::open(parts->ports(), options.data));
    parts->shelf = std::make_unique<ui::Shelf>(ui::Shelf{parts->catalogue, &parts->divisions, parts->dutyRules,
                                                         parts->riskRules, parts->clock, parts->random, &parts->scales,
                                                         &parts->parameters, &parts->hands});
    ui::loadWords(*QCoreApplication::instance(), options.language);
    const QString hint =
        options.demo ? QString::fromLatin1(kDemoCode.data(), static_cast<qsizetype>(kDemoCode.size())) : QString();
    const bool demo = options.demo;
    const auto argon = [demo] { return demo ? vault::kArgonFloor : vault::calibrateArgon(platform::physicalMemory()); };
    LIANXIN_TRY(auto listRules, data::readAsset({}, "forms/household_list.json"));
    LIANXIN_TRY(auto library, data::readAsset({}, "library/library.json"));
    const QString papers = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    LIANXIN_TRY(auto printRules, data::readAsset({}, "forms/print.json"));
    parts->session = std::make_unique<ui::Session>(ui::Session::Parts{
        *parts->tablet, *parts->shelf, *parts->network, options.demo, hint, argon, std::move(listRules), sheetFolders(),
        std::move(printRules), papers, std::move(library), &parts->loudspeaker, &parts->maps,
        options.loopback ? [] { return QHostAddress(QHostAddress::LocalHost); } : client::nearHost});
    std::unique_ptr<Program> program(new Program(std::move(parts)));
    connect(program->m->session.get(), &ui::Session::languageWanted, program.get(), &Program::setLanguage);
    return program;
}

ui::Session& Program::session() { return *m->session; }

tablet::Tablet& Program::tablet() { return *m->tablet; }

bool Program::isRegistered(UserId user) const { return m->tablet->isRegistered(user); }

void Program::registerPeople(std::vector<tablet::Invitation> invitations, const vault::SecretBytes& passphrase,
                             const vault::ArgonParams& argon, Done done)
{
    // The demonstration starts with the same invitations each time. Elsewhere a code is given because somebody needs it, the second time too.
    while (m->demo && !invitations.empty() && isRegistered(invitations.front().user))
        invitations.erase(invitations.begin());
    if (invitations.empty()) {
        m->session->usersChanged();
        return done({});
    }
    const auto next = invitations.front();
    invitations.erase(invitations.begin());
    const auto secret = std::make_shared<vault::SecretBytes>(passphrase.clone());
    m->tablet->enrol(next, *secret, argon,
                     [this, rest = std::move(invitations), secret, argon,
                      call = std::move(done)](const Result<tablet::Tablet::Registered>& made) {
                         if (!made)
                             return call(fail(made.error().code, made.error().detail));
                         if (made->rescued)
                             emit begunAnew(accountOf(*made));
                         registerPeople(rest, *secret, argon, call);
                     });
}

void Program::setLanguage(const QString& language)
{
    ui::loadWords(*QCoreApplication::instance(), language);
    m->session->desk().setLanguage(language.startsWith(QLatin1String("en")) ? "en" : "zh");
    m->session->wordsChanged();
    if (m->engine != nullptr)
        m->engine->retranslate();
}

bool Program::show()
{
    m->engine = std::make_unique<QQmlApplicationEngine>();
    m->engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m->engine->setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(m->session.get())}});
    m->engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Lianxin/Main.qml")));
    return window() != nullptr;
}

QQuickWindow* Program::window() const
{
    const auto roots = m->engine != nullptr ? m->engine->rootObjects() : QList<QObject*>();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(roots.front());
}

} // namespace lianxin::program
