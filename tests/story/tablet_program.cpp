// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablet_program.hpp"

#include "page_reach.hpp"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickWindow>
#include <QTest>

#include <algorithm>

namespace lianxin::story {
namespace {

constexpr int kPatience = 60'000; // ms; only a hang reaches it
constexpr int kFrames = 24;       // enough of them for what the models gather to come up
const QString kOk = QStringLiteral("ok");
const QString kValue = QStringLiteral("value");

QJsonObject done(bool good) { return {{kOk, good}}; }
QJsonObject answered(const QJsonValue& value) { return {{kOk, true}, {kValue, value}}; }
QString text(const QJsonObject& command, const char* member) { return command.value(QLatin1String(member)).toString(); }
double number(std::uint64_t value) { return static_cast<double>(value); }

} // namespace

TabletProgram::TabletProgram(QString folder, QString pictures)
    : m_folder(std::move(folder)), m_pictures(std::move(pictures))
{}

bool TabletProgram::open()
{
    program::Options options;
    options.data = m_folder.toStdString();
    options.demo = true;
    options.loopback = true;
    auto made = program::Program::make(options);
    if (!made) {
        qWarning("tablet: %s", made.error().detail.c_str());
        return false;
    }
    m_program = std::move(*made);
    return m_program->show() && QTest::qWaitForWindowExposed(m_program->window(), kPatience);
}

void TabletProgram::obey(const QJsonObject& command, const Reply& reply)
{
    const QString what = text(command, "do");
    touch();
    if (what == QLatin1String("register"))
        return registerPeople(command, reply);
    if (what == QLatin1String("picture"))
        return reply(done(picture(text(command, "name"))));
    if (what == QLatin1String("resize")) {
        m_program->window()->resize(command.value(QLatin1String("width")).toInt(),
                                    command.value(QLatin1String("height")).toInt());
        return reply(done(true));
    }
    if (const auto said = page(what, command); !said.isEmpty())
        return reply(said);
    reply(m_program->tablet().desk() != nullptr ? store(what, command) : done(false));
}

QJsonObject TabletProgram::page(const QString& what, const QJsonObject& command)
{
    auto& session = m_program->session();
    const QString path = text(command, "path");
    if (what == QLatin1String("call"))
        return done(
            call(session, path, text(command, "function"), command.value(QLatin1String("arguments")).toArray()));
    if (what == QLatin1String("set"))
        return done(write(session, path, command.value(kValue)));
    if (what == QLatin1String("get")) {
        const auto value = read(session, path);
        return value ? answered(*value) : done(false);
    }
    if (what == QLatin1String("rows")) {
        const auto* model = qobject_cast<QAbstractItemModel*>(reach(session, path));
        return model != nullptr ? answered(rowsOf(*model)) : done(false);
    }
    return {};
}

QJsonObject TabletProgram::store(const QString& what, const QJsonObject& command)
{
    if (what == QLatin1String("state"))
        return storeState();
    if (what == QLatin1String("partitions"))
        return partitions();
    if (what == QLatin1String("conflicts"))
        return conflicts();
    if (what == QLatin1String("value"))
        return value(command);
    if (what == QLatin1String("draftHolds"))
        return draftHolds(text(command, "text"));
    if (what == QLatin1String("databaseKey"))
        return databaseKey();
    if (what == QLatin1String("count")) {
        const auto& desk = m_program->session().desk();
        const auto count = desk.store().countOfType(desk.type(text(command, "type").toStdString()).number);
        return count ? answered(number(*count)) : done(false);
    }
    return done(false);
}

QJsonObject TabletProgram::storeState()
{
    auto& desk = *m_program->tablet().desk();
    const auto counts = desk.store().counts();
    const auto sync = desk.store().syncState();
    if (!counts || !sync)
        return done(false);
    const auto& engine = desk.driver().state();
    const auto& trouble = desk.driver().trouble();
    return answered(
        QJsonObject{{QStringLiteral("replica"), QString::fromStdString(sync->replica.text())},
                    {QStringLiteral("saved"), number(sync->saved)},
                    {QStringLiteral("acknowledged"), number(sync->acknowledged)},
                    {QStringLiteral("waiting"), number(counts->waiting)},
                    {QStringLiteral("heldBack"), number(counts->heldBack)},
                    {QStringLiteral("records"), number(counts->records)},
                    {QStringLiteral("conflicts"), number(counts->conflicts)},
                    {QStringLiteral("quiet"),
                     engine.phase == core::Phase::idle && engine.saved == engine.acknowledged && !engine.pullWanted},
                    {QStringLiteral("backingOff"), engine.phase == core::Phase::waiting},
                    {QStringLiteral("trouble"), trouble ? QString::fromUtf8(errcName(trouble->code)) : QString()}});
}

QJsonObject TabletProgram::partitions()
{
    auto& store = m_program->tablet().desk()->store();
    const auto list = store.partitions();
    if (!list)
        return done(false);
    QJsonObject hashes;
    for (const auto& one : *list) {
        const auto hash = store.stateHash(one.partition);
        hashes.insert(QString::fromStdString(one.partition.text()),
                      hash ? QString::fromStdString(hash->text()) : QString());
    }
    return answered(hashes);
}

QJsonObject TabletProgram::conflicts()
{
    const auto list = m_program->tablet().desk()->store().conflicts();
    if (!list)
        return done(false);
    QJsonArray found;
    for (const auto& one : *list)
        found.append(QJsonObject{{QStringLiteral("record"), QString::fromStdString(one.record.text())},
                                 {QStringLiteral("registers"), static_cast<int>(one.registers.size())}});
    return answered(found);
}

QJsonObject TabletProgram::value(const QJsonObject& command)
{
    const auto record = RecordId::parse(text(command, "record").toStdString());
    const auto view = record ? m_program->tablet().desk()->store().view(*record)
                             : Result<store::RecordView>(fail(Errc::notFound, "record"));
    if (!view)
        return done(false);
    const auto* type = m_program->session().desk().catalogue().type(view->type);
    const auto* field = type != nullptr ? type->field(text(command, "field").toStdString()) : nullptr;
    const auto* found = field != nullptr ? view->find({field->registerNumber(), {}}) : nullptr;
    return answered(found != nullptr ? QString::fromStdString(found->value.asText().value_or(found->value.canonical()))
                                     : QString());
}

// On the disk: the store commits before it answers.
QJsonObject TabletProgram::draftHolds(const QString& wanted)
{
    const auto drafts = m_program->tablet().desk()->store().drafts();
    return answered(drafts && std::any_of(drafts->begin(), drafts->end(), [&](const auto& draft) {
                        return QString::fromStdString(draft.body).contains(wanted);
                    }));
}

QJsonObject TabletProgram::databaseKey()
{
    const auto keys = m_program->tablet().vault()->dataKeys();
    if (!keys)
        return done(false);
    const auto& key = keys->current.data.key;
    const QByteArray bytes(reinterpret_cast<const char*>(key.data()), static_cast<qsizetype>(key.size()));
    return answered(QString::fromLatin1(bytes.toHex()));
}

bool TabletProgram::picture(const QString& name)
{
    auto* window = m_program->window();
    // The scene is drawn beside: a frame may be told after this has returned.
    const auto frames = std::make_shared<int>(0);
    const auto swapped = QObject::connect(window, &QQuickWindow::frameSwapped, window, [frames, window] {
        ++*frames;
        window->update();
    });
    window->update();
    (void)QTest::qWaitFor([&] { return *frames >= kFrames; }, kPatience);
    QObject::disconnect(swapped);
    const auto image = window->grabWindow();
    return !image.isNull() && image.save(m_pictures.filePath(name + QStringLiteral(".png")));
}

void TabletProgram::registerPeople(const QJsonObject& command, const Reply& reply)
{
    auto invitations =
        tablet::parseInvitations(text(command, "invitations").toStdString(), text(command, "server").toStdString(),
                                 text(command, "ca").toStdString(), seal::Realm::demo);
    if (!invitations)
        return reply(done(false));
    m_program->registerPeople(std::move(*invitations), vault::SecretBytes::copyOf(program::kDemoCode),
                              vault::kArgonFloor, [reply](const Result<void>& outcome) {
                                  if (!outcome)
                                      qWarning("registration: %s %s", errcName(outcome.error().code),
                                               outcome.error().detail.c_str());
                                  reply(done(outcome.has_value()));
                              });
}

void TabletProgram::touch()
{
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Shift, Qt::ShiftModifier);
    QCoreApplication::sendEvent(m_program->window(), &press);
}

} // namespace lianxin::story
