// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.hpp"

#include <QQuickWindow>
#include <QTest>

namespace lianxin::story {

namespace {
constexpr int kPatience = 60'000; // ms; only a hang reaches it
constexpr int kFrames = 24;
}

Hands::Hands(const QString& folder, QDir pictures) : m_folder(folder), m_pictures(std::move(pictures)) {}

bool Hands::restart()
{
    m_program.reset();
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

bool Hands::start(const std::vector<tablet::Invitation>& invitations)
{
    if (!restart())
        return false;
    bool done = false;
    bool good = false;
    m_program->registerPeople(invitations, vault::SecretBytes::copyOf(program::kDemoCode), vault::kArgonFloor, [&](const Result<void>& outcome) {
        done = true;
        good = outcome.has_value();
        if (!outcome)
            qWarning("registration: %s %s", errcName(outcome.error().code), outcome.error().detail.c_str());
    });
    return QTest::qWaitFor([&] { return done; }, kPatience) && good;
}

bool Hands::typeCode(ui::SecretEntry* entry, const std::function<bool()>& until)
{
    for (const char digit : program::kDemoCode)
        entry->pressDigit(digit - '0');
    return QTest::qWaitFor(until, kPatience);
}

bool Hands::unlock(const QString& name)
{
    auto* users = session().unlock()->users();
    for (int row = 0; row < users->count(); ++row)
        if (users->value(row, "name").toString() == name)
            session().unlock()->choose(users->value(row, "userId").toString());
    const bool open = typeCode(session().unlock()->entry(), [this] { return session().state() == ui::Session::Open; });
    if (!open)
        return false;
    session().settings()->setReducedMotion(true); // a picture is of a page, not of its turn
    m_program->tablet().desk()->driver().setOnline(false); // in the hills
    return true;
}

bool Hands::sync()
{
    auto& driver = m_program->tablet().desk()->driver();
    driver.setOnline(true);
    const bool quiet = QTest::qWaitFor([&] { return driver.state().phase == core::Phase::idle && driver.state().saved == driver.state().acknowledged; }, kPatience);
    if (!quiet && driver.trouble())
        qWarning("sync: %s %s", errcName(driver.trouble()->code), driver.trouble()->detail.c_str());
    driver.setOnline(false);
    return quiet;
}

void Hands::resize(int width, int height) { m_program->window()->resize(width, height); }

void Hands::picture(const QString& name)
{
    auto* window = m_program->window();
    int frames = 0; // enough of them for what the models gather to come up
    const auto swapped = QObject::connect(window, &QQuickWindow::frameSwapped, window, [&] {
        ++frames;
        window->update();
    });
    window->update();
    (void)QTest::qWaitFor([&] { return frames >= kFrames; }, kPatience);
    QObject::disconnect(swapped);
    const auto image = window->grabWindow();
    if (image.isNull() || !image.save(m_pictures.filePath(name + QStringLiteral(".png"))))
        qWarning("no picture of %s", qPrintable(name));
}

int Hands::key(const char* field)
{
    const auto* editor = session().form()->editor();
    const Field* found = editor != nullptr ? editor->form().type().field(std::string_view(field)) : nullptr;
    if (found == nullptr)
        qFatal("the open form has no field %s", field);
    return static_cast<int>(found->number);
}

void Hands::answer(const char* field, std::int64_t code) { session().form()->toggle(key(field), static_cast<int>(code)); }

void Hands::write(const char* field, const QString& text)
{
    session().form()->edit(key(field), text);
    session().form()->leave(key(field));
}

bool Hands::answerRest()
{
    auto* form = session().form();
    for (int section = 0; section < form->rows()->count(); ++section)
        if (form->rows()->value(section, "control").toString() == QLatin1String("section") && !form->rows()->value(section, "open").toBool())
            form->toggleSection(form->rows()->value(section, "key").toInt());
    for (int round = 0; round < 40 && !form->footReady(); ++round)
        for (int row = 0; row < form->rows()->count() && !form->footReady(); ++row) {
            const auto control = form->rows()->value(row, "control").toString();
            const int rowKey = form->rows()->value(row, "key").toInt();
            auto* options = form->rows()->nested(row, "options");
            bool chosen = false;
            for (int i = 0; options != nullptr && i < options->count(); ++i)
                chosen = chosen || options->value(i, "chosen").toBool();
            const bool empty = form->rows()->value(row, "value").toString().isEmpty();
            if (options != nullptr && options->count() > 0 && !chosen && (control == QLatin1String("options") || empty))
                form->toggle(rowKey, options->value(0, "code").toInt());
            else if (empty && (control == QLatin1String("longText") || control == QLatin1String("text")))
                form->edit(rowKey, QStringLiteral("演示"));
            else if (empty && control == QLatin1String("number"))
                form->edit(rowKey, QStringLiteral("50"));
        }
    if (!form->footReady())
        qWarning("form %s: %s", qPrintable(form->kind()), qPrintable(form->footText()));
    return form->footReady();
}

std::size_t Hands::countOf(const char* type)
{
    const auto count = store().countOfType(session().desk().type(type).number);
    return count ? *count : 0;
}

QByteArray Hands::databaseKey()
{
    const auto keys = m_program->tablet().vault()->dataKeys();
    return keys ? QByteArray(reinterpret_cast<const char*>(keys->current.data.key.data()), static_cast<qsizetype>(keys->current.data.key.size())) : QByteArray();
}

QString Hands::stateHash(const PartitionId& partition)
{
    const auto hash = store().stateHash(partition);
    return hash ? QString::fromStdString(hash->text()) : QString();
}

} // namespace lianxin::story
